/** Which pods, and in which namespace. */
export interface PodPeerOptions {
  /** Labels that the pods have. */
  readonly labels: { [key: string]: string };
  /**
   * Namespace that they run in.
   *
   * @default - the workload's own
   */
  readonly namespace?: string;
}
