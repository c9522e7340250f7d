/** What happens when a pod of a run fails; one model, which each engine compiles to its own API. */
export interface FailurePlan {
  /**
   * `gang`: all pods of the run start again together. `pod`: the failed pod alone is replaced. `none`: the run fails.
   */
  readonly restart: 'gang' | 'pod' | 'none';
  /** Restarts of the gang, or replaced pods, before the run fails. Disruptions do not count where the engine can tell. */
  readonly maxRestarts: number;
  /** Exit codes of the main container that fail the run at once, since another attempt would fail likewise. */
  readonly configErrorCodes: readonly number[];
  /** True where the user said what happens: a refusal speaks of that only. */
  readonly isAsked: boolean;
}
