import { checksArguments } from '../../internal/type-check';
import { type DisruptionDefinition, defineDisruption } from './definition';
import type { DisruptionOptions } from './options';
import type { DisruptionVariant } from './plan';

/** How many pods can be evicted at once when nodes are drained: a PodDisruptionBudget (`policy/v1`). */
export class Disruption {
  /** At most this number of pods can be unavailable. */
  public static maxUnavailable(pods: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'maxUnavailable', amount: pods, ...options });
  }

  /** At most this percentage of the pods, rounded up, can be unavailable. */
  public static maxUnavailablePercent(percent: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'maxUnavailable', amount: percent, isPercent: true, ...options });
  }

  /** At least this number of pods stays available. */
  public static minAvailable(pods: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'minAvailable', amount: pods, ...options });
  }

  /** At least this percentage of the pods, rounded up, stays available. */
  public static minAvailablePercent(percent: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'minAvailable', amount: percent, isPercent: true, ...options });
  }

  /** No budget: a drain can evict all pods at once. */
  public static none(): Disruption {
    return new Disruption({ type: 'none' });
  }

  /** @internal */
  public readonly _definition: DisruptionDefinition;

  private constructor(variant: DisruptionVariant) {
    this._definition = defineDisruption(variant);
  }
}

checksArguments('Disruption', Disruption);
