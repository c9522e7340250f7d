/** When a job or pipeline starts again and again. */
export interface SchedulePlan {
  /** Five fields of cron, without a time zone. */
  readonly cron: string;
  /** IANA name: `Etc/UTC`. */
  readonly timeZone: string;
  readonly concurrency: 'Allow' | 'Forbid' | 'Replace';
  /** How late a start may be before it is skipped. */
  readonly startingDeadlineSeconds: number;
  readonly successfulHistory: number;
  readonly failedHistory: number;
  readonly isSuspended: boolean;
  /** Image with a shell and kubectl, for engines without a schedule. */
  readonly starterImage: string;
  /** First day, as an RFC 3339 date, where the engine has it. */
  readonly start?: string;
}
