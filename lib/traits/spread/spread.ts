import { checksArguments } from '../../internal/type-check';
import { defineSpread, type SpreadDefinition } from './definition';
import type { HardSpreadOptions, SpreadOptions } from './options';
import type { SpreadVariant } from './plan';

/** How the pods of a workload are spread over zones and hosts: `topologySpreadConstraints`. */
export class Spread {
  /** Even where possible; pods never wait for it (`ScheduleAnyway`). */
  public static soft(options: SpreadOptions = {}): Spread {
    return new Spread({ type: 'soft', ...options });
  }

  /** Even, or the pod waits (`DoNotSchedule`). */
  public static hard(options: HardSpreadOptions = {}): Spread {
    return new Spread({ type: 'hard', ...options });
  }

  /** No constraints. */
  public static none(): Spread {
    return new Spread({ type: 'none' });
  }

  /** @internal */
  public readonly _definition: SpreadDefinition;

  private constructor(variant: SpreadVariant) {
    this._definition = defineSpread(variant);
  }
}

checksArguments('Spread', Spread);
