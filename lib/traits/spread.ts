import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkSpread, type SpreadOrder } from './spread-constraints';

/** Over what pods are spread, and how evenly. */
export interface SpreadOptions {
  /**
   * Node labels that name the places, `topologyKey`.
   *
   * @default - zones and hosts; for GPU pods zones only, so that nodes of 8 GPUs are filled
   */
  readonly topologyKeys?: string[];
  /**
   * Largest difference in pods between two places, `maxSkew`.
   *
   * @default 1
   */
  readonly maxSkew?: number;
}

/** A spread that pods wait for. */
export interface HardSpreadOptions extends SpreadOptions {
  /**
   * Fewest places that must exist, `minDomains`, for every key.
   *
   * @default - as many as there are
   */
  readonly minDomains?: number;
}

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
  public readonly _order: SpreadOrder;

  private constructor(order: SpreadOrder) {
    this._order = order;
  }

  /** @internal */
  public _check(check: Checker): void {
    checkSpread(check, this._order);
  }
}

checksArguments('Spread', Spread);
