/** One object of a workload as plain data, before it becomes an ApiObject. */
export interface ObjectPlan {
  /** Id of the construct that holds the object, below the workload. */
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  /** All other top level fields: spec, data, immutable, ... */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Late values by path, decided at synth only: `spec.replicas` where an autoscaler of the user may own it. */
  readonly late?: readonly string[];
  /** True where several workloads of a namespace may need the same object: it is made once. */
  readonly isShared?: boolean;
}
