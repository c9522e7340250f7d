import { checksArguments } from '../../internal/type-check';
import { type DisruptionDefinition, defineDisruption } from './definition';
import type { DisruptionOptions } from './options';
import type { DisruptionVariant } from './plan';

/** How many pods may be taken away at once when nodes are drained: a PodDisruptionBudget (`policy/v1`). */
export class Disruption {
  /** So many pods may be away at once. */
  public static maxUnavailable(pods: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'maxUnavailable', amount: pods, ...options });
  }

  /** So many percent of the pods, rounded up, may be away at once. */
  public static maxUnavailablePercent(percent: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'maxUnavailable', amount: percent, isPercent: true, ...options });
  }

  /** So many pods must stay. */
  public static minAvailable(pods: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'minAvailable', amount: pods, ...options });
  }

  /** So many percent of the pods, rounded up, must stay. */
  public static minAvailablePercent(percent: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'minAvailable', amount: percent, isPercent: true, ...options });
  }

  /** No budget: a drain may take all pods at once. */
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
