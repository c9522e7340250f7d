/** How a run is named, and so when it runs again. */
export interface RunNaming {
  /** `hash`: by what it runs. `version`: by a version that the user gives. `fixed`: one name for ever. */
  readonly type: 'hash' | 'version' | 'fixed';
  /** The version, or the fixed name. */
  readonly text?: string;
}

/** Objects that are removed some time after the run has ended. */
export interface CleanupPlan {
  readonly ttlSeconds: number;
}
