import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkDisruption, type DisruptionContext, type DisruptionPlan } from './disruption-budget';

/** What every budget has. */
export interface DisruptionOptions {
  /**
   * Whether pods that are not ready may be evicted always (`unhealthyPodEvictionPolicy: AlwaysAllow`), so that a broken
   * model cannot hold up the drain of a node.
   *
   * @default true
   */
  readonly evictUnhealthy?: boolean;
}

/** How many pods may be taken away at once when nodes are drained: a PodDisruptionBudget (`policy/v1`). */
export class Disruption {
  /** So many pods may be away at once. */
  public static maxUnavailable(pods: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'maxUnavailable', amount: pods, ...options });
  }

  /** So many percent of the pods, rounded up, may be away at once. */
  public static maxUnavailablePercent(percent: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'maxUnavailable', amount: percent, percent: true, ...options });
  }

  /** So many pods must stay. */
  public static minAvailable(pods: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'minAvailable', amount: pods, ...options });
  }

  /** So many percent of the pods, rounded up, must stay. */
  public static minAvailablePercent(percent: number, options: DisruptionOptions = {}): Disruption {
    return new Disruption({ type: 'minAvailable', amount: percent, percent: true, ...options });
  }

  /** No budget: a drain may take all pods at once. */
  public static none(): Disruption {
    return new Disruption({ type: 'none' });
  }

  /** @internal */
  public readonly _plan: DisruptionPlan;

  private constructor(plan: DisruptionPlan) {
    this._plan = plan;
  }

  /** @internal */
  public _check(check: Checker, context: DisruptionContext): void {
    checkDisruption(check, this._plan, context);
  }
}

checksArguments('Disruption', Disruption);
