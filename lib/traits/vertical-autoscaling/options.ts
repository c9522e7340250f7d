/** A resource that a VerticalPodAutoscaler changes. */
export enum VerticalResource {
  /** CPU. */
  CPU = 'cpu',
  /** Memory. */
  MEMORY = 'memory',
}

/** Whether a VerticalPodAutoscaler changes limits too. */
export enum VerticalValues {
  /** Requests, and limits in the same proportion (`RequestsAndLimits`). */
  REQUESTS_AND_LIMITS = 'RequestsAndLimits',
  /** Requests only; limits stay unchanged (`RequestsOnly`). */
  REQUESTS_ONLY = 'RequestsOnly',
}

/** Options of a VerticalPodAutoscaler. */
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
   * Least memory, a quantity (`minAllowed.memory`). Use at least the memory of the loaded model.
   *
   * @default - no bound
   */
  readonly minMemory?: string;
  /**
   * Most memory, a quantity (`maxAllowed.memory`). Use at most the memory of a node.
   *
   * @default - no bound
   */
  readonly maxMemory?: string;
  /**
   * Resources that are changed, `controlledResources`.
   *
   * @default - CPU and memory
   */
  readonly resources?: VerticalResource[];
  /**
   * Whether limits are changed too, `controlledValues`.
   *
   * @default - the default of the VerticalPodAutoscaler: `VerticalValues.REQUESTS_AND_LIMITS`
   */
  readonly values?: VerticalValues;
  /**
   * Fewest running replicas at which a pod may be evicted, `updatePolicy.minReplicas`.
   *
   * @default - 2, the default of the updater
   */
  readonly minReplicas?: number;
}
