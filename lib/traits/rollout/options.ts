import type { Duration } from 'cdk8s';

/** Options of every rollout. */
export interface RolloutOptions {
  /**
   * Time for which a new pod must be ready before it counts as available, `minReadySeconds`.
   *
   * @default - none
   */
  readonly minReady?: Duration;
  /**
   * Time without progress after which the rollout counts as failed, `progressDeadlineSeconds`.
   *
   * @default - the start-up budget, and time to pull the image and to add a node; at least 10 minutes
   */
  readonly progressDeadline?: Duration;
  /**
   * Number of old versions that are kept for `kubectl rollout undo`, `revisionHistoryLimit`.
   *
   * @default - 10, the default of Kubernetes
   */
  readonly revisionHistoryLimit?: number;
}

/** Options of a rolling update, counted in pods. */
export interface RollingOptions extends RolloutOptions {
  /**
   * Pods above the wanted number while a rollout runs, `maxSurge`.
   *
   * @default - 25 percent of the replicas; for GPU pods as many as fit on `spareGpus`
   */
  readonly maxSurge?: number;
  /**
   * Pods below the wanted number while a rollout runs, `maxUnavailable`.
   *
   * @default - 0 where `maxSurge` is above 0, otherwise 1
   */
  readonly maxUnavailable?: number;
  /**
   * GPUs that are free in the cluster (or that it can add) for a rollout. New pods of a GPU workload are then started
   * before old ones end.
   *
   * @default 0
   */
  readonly spareGpus?: number;
}

/** Options of a rolling update, counted in percent of the wanted number. */
export interface RollingPercentOptions extends RolloutOptions {
  /**
   * Pods above the wanted number while a rollout runs, in percent, rounded up (`maxSurge`).
   *
   * @default - 25; for GPU pods 0
   */
  readonly maxSurge?: number;
  /**
   * Pods below the wanted number while a rollout runs, in percent, rounded down (`maxUnavailable`).
   *
   * @default - 0 where `maxSurge` is above 0, otherwise 25
   */
  readonly maxUnavailable?: number;
}
