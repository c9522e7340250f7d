/** A selection of pods. */
export interface PodPeerOptions {
  /** Labels of the pods. */
  readonly labels: { [key: string]: string };
  /**
   * Namespace of the pods.
   *
   * @default - the namespace of the workload
   */
  readonly namespace?: string;
}
