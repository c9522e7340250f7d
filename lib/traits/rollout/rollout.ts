import { checksArguments } from '../../internal/type-check';
import { defineRollout, type RolloutDefinition } from './definition';
import type { RollingOptions, RollingPercentOptions, RolloutOptions } from './options';
import type { RolloutVariant } from './plan';

/**
 * How a new version replaces the old one: `spec.strategy` of a Deployment and related fields.
 *
 * @example
 * const rollout = Rollout.rolling({ maxSurge: 1, maxUnavailable: 0 });
 */
export class Rollout {
  /** A rolling update, counted in pods. */
  public static rolling(options: RollingOptions = {}): Rollout {
    return new Rollout({ type: 'pods', ...options });
  }

  /** A rolling update, counted in percent of the wanted number. */
  public static rollingPercent(options: RollingPercentOptions = {}): Rollout {
    return new Rollout({ type: 'percent', ...options });
  }

  /** All old pods end before the first new one starts. Every change causes a downtime. */
  public static recreate(options: RolloutOptions = {}): Rollout {
    return new Rollout({ type: 'recreate', ...options });
  }

  /** @internal */
  public readonly _definition: RolloutDefinition;

  private constructor(variant: RolloutVariant) {
    this._definition = defineRollout(variant);
  }
}

checksArguments('Rollout', Rollout);
