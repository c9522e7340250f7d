import { checksArguments } from '../../internal/type-check';
import { cronSchedule, type ScheduleDefinition } from './definition';
import type { ScheduleOptions } from './options';

/** When a job or pipeline starts again and again. */
export class Schedule {
  /**
   * By five fields of cron.
   *
   * @param cron the fields, for example `0 3 * * *`; a time zone is given by `timeZone`, not here
   * @param options the time zone, and what happens to late and overlapping starts
   */
  public static cron(cron: string, options: ScheduleOptions): Schedule {
    return new Schedule(cronSchedule(cron, options));
  }

  /** @internal */
  public readonly _definition: ScheduleDefinition;

  private constructor(definition: ScheduleDefinition) {
    this._definition = definition;
  }
}

checksArguments('Schedule', Schedule);
