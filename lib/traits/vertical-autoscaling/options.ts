/** What a VerticalPodAutoscaler may change. */
export enum VerticalResource {
  /** CPU. */
  CPU = 'cpu',
  /** Memory. */
  MEMORY = 'memory',
}

/** Which numbers a VerticalPodAutoscaler changes. */
export enum VerticalValues {
  /** Requests, and limits in the same proportion (`RequestsAndLimits`). */
  REQUESTS_AND_LIMITS = 'RequestsAndLimits',
  /** Requests only: limits stay (`RequestsOnly`). */
  REQUESTS_ONLY = 'RequestsOnly',
}

/** Bounds of what a VerticalPodAutoscaler recommends or sets. */
export interface VerticalAutoscalingOptions {
  /**
   * Least CPU, a quantity (`minAllowed.cpu`).
   *
   * @default - no bound
   */
  readonly minCpu?: string;
  /**
   * Most CPU, a quantity (`maxAllowed.cpu`).
   *
   * @default - no bound
   */
  readonly maxCpu?: string;
  /**
   * Least memory, a quantity (`minAllowed.memory`): at least what the loaded model takes.
   *
   * @default - no bound
   */
  readonly minMemory?: string;
  /**
   * Most memory, a quantity (`maxAllowed.memory`): at most what a node has.
   *
   * @default - no bound
   */
  readonly maxMemory?: string;
  /**
   * What it looks at, `controlledResources`.
   *
   * @default - CPU and memory
   */
  readonly resources?: VerticalResource[];
  /**
   * Which numbers it changes, `controlledValues`.
   *
   * @default - that of the VerticalPodAutoscaler: `VerticalValues.REQUESTS_AND_LIMITS`
   */
  readonly values?: VerticalValues;
  /**
   * Replicas that must be there before it evicts one, `updatePolicy.minReplicas`.
   *
   * @default - the updater's, which is 2
   */
  readonly minReplicas?: number;
}
