import type { Duration } from 'cdk8s';

/** What happens when a start is due while the last one still runs. */
export enum ConcurrencyPolicy {
  /** Both run. */
  ALLOW = 'Allow',
  /** The new one is skipped. */
  FORBID = 'Forbid',
  /** The old one is stopped. */
  REPLACE = 'Replace',
}

/** When something starts again and again. */
export interface ScheduleOptions {
  /** IANA name of the time zone, for example `Etc/UTC` or `Europe/Berlin`: `timeZone`. */
  readonly timeZone: string;
  /**
   * What happens when a start is due while the last one still runs: `concurrencyPolicy`.
   *
   * @default ConcurrencyPolicy.FORBID
   */
  readonly concurrency?: ConcurrencyPolicy;
  /**
   * How late a start may be before it is skipped: `startingDeadlineSeconds`.
   *
   * @default Duration.minutes(10)
   */
  readonly startingDeadline?: Duration;
  /**
   * Finished runs that are kept: `successfulJobsHistoryLimit`.
   *
   * @default 3
   */
  readonly successfulHistory?: number;
  /**
   * Failed runs that are kept: `failedJobsHistoryLimit`.
   *
   * @default 3
   */
  readonly failedHistory?: number;
  /**
   * Whether nothing starts for now: `suspend`.
   *
   * @default false
   */
  readonly suspended?: boolean;
  /**
   * Image with `sh` and `kubectl`. Where the engine has no schedule for a run, a CronJob runs it to make the object of the
   * run; other schedules do not need it.
   *
   * @default 'alpine/k8s:1.34.5'
   */
  readonly starterImage?: string;
}
