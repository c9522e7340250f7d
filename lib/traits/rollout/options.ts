import type { Duration } from 'cdk8s';

/** What every rollout has. */
export interface RolloutOptions {
  /**
   * How long a new pod must be ready before it counts, `minReadySeconds`.
   *
   * @default - it counts at once
   */
  readonly minReady?: Duration;
  /**
   * After how long without progress the rollout counts as failed, `progressDeadlineSeconds`.
   *
   * @default - the start-up budget and time for the image and a new node, never less than 10 minutes
   */
  readonly progressDeadline?: Duration;
  /**
   * How many old versions can be gone back to, `revisionHistoryLimit`.
   *
   * @default - 10, as Kubernetes has it
   */
  readonly revisionHistoryLimit?: number;
}

/** A rollout that replaces pods a few at a time, in whole pods. */
export interface RollingOptions extends RolloutOptions {
  /**
   * Pods beyond the wanted number while a rollout runs.
   *
   * @default - a quarter of the replicas; of GPU pods no more than `spareGpus` has room for
   */
  readonly maxSurge?: number;
  /**
   * Pods of the wanted number that may be missing while a rollout runs.
   *
   * @default - 0 where pods may be added, else 1
   */
  readonly maxUnavailable?: number;
  /**
   * GPUs that the cluster has free (or can add) for a rollout: new pods of a GPU workload are then started before old
   * ones end.
   *
   * @default 0
   */
  readonly spareGpus?: number;
}

/** A rollout that replaces pods a few at a time, in percent of the wanted number. */
export interface RollingPercentOptions extends RolloutOptions {
  /**
   * Percent of pods beyond the wanted number while a rollout runs, rounded up.
   *
   * @default - 25; 0 for GPU pods
   */
  readonly maxSurge?: number;
  /**
   * Percent of pods that may be missing while a rollout runs, rounded down.
   *
   * @default - 0 where pods may be added, else 25
   */
  readonly maxUnavailable?: number;
}
