/** The queue that admits a run. */
export interface QueuePlan {
  /** Name of the LocalQueue (Kueue) or Queue (Volcano). */
  readonly name: string;
  /** Name of the WorkloadPriorityClass (Kueue) or PriorityClass (Volcano). */
  readonly priority?: string;
}

/** Where the pods of a run are placed together. */
export interface TopologyPlan {
  /** Label of the nodes that names the domain: `example.com/rack`. */
  readonly key: string;
  /** True where the run waits until one domain has room; otherwise one domain is preferred. */
  readonly isRequired: boolean;
}
