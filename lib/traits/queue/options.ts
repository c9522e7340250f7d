/** How a run is queued. */
export interface QueueOptions {
  /**
   * Name of the WorkloadPriorityClass of Kueue (label `kueue.x-k8s.io/priority-class`), or of the PriorityClass of Volcano.
   * Kueue takes at most 63 characters, since it reads the name from a label.
   *
   * @default - that of the queue
   */
  readonly priority?: string;
  /**
   * Label of the nodes whose domain all pods of the run are placed in, for example `example.com/rack`.
   *
   * @default - anywhere
   */
  readonly near?: string;
  /**
   * Whether the run waits until one domain of `near` has room for all its pods.
   *
   * @default true
   */
  readonly nearIsRequired?: boolean;
}
