import { checksArguments } from '../../internal/type-check';
import { defineSpread, type SpreadDefinition } from './definition';
import type { HardSpreadOptions, SpreadOptions } from './options';
import type { SpreadVariant } from './plan';

/** How the replicas of a workload lie apart: `topologySpreadConstraints` of the pods. */
export class Spread {
  /** Apart where that is possible; pods never wait for it (`ScheduleAnyway`). */
  public static soft(options: SpreadOptions = {}): Spread {
    return new Spread({ type: 'soft', ...options });
  }

  /** Apart, or the pod waits (`DoNotSchedule`). */
  public static hard(options: HardSpreadOptions = {}): Spread {
    return new Spread({ type: 'hard', ...options });
  }

  /** As the scheduler likes. */
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
