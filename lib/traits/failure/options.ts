/** What every failure policy has. */
export interface FailureOptions {
  /**
   * Exit codes of the main container that fail the run at once: another attempt would fail likewise, for example because
   * of a wrong configuration. Codes above 128 are signals.
   *
   * @default - none
   */
  readonly configErrorCodes?: number[];
}

/** All pods of a run start again together. */
export interface RestartGangOptions extends FailureOptions {
  /**
   * How often, before the run fails. Disruptions (an evicted pod, a reclaimed spot node) do not count where the engine can
   * tell them from failures.
   *
   * @default 3
   */
  readonly maxRestarts?: number;
}

/** A failed pod alone is replaced, under the same index. */
export interface ReplacePodsOptions extends FailureOptions {
  /**
   * How many pods are replaced, over all indexes, before the run fails. Disruptions do not count where the engine can tell
   * them from failures.
   *
   * @default 3
   */
  readonly maxReplacements?: number;
}
