/** Where a volume is mounted in the server's container. */
export interface MountOptions {
  /** Absolute path in the container. */
  readonly mountPath: string;
  /**
   * Whether the container may only read it.
   *
   * @default - true for ConfigMaps, Secrets and images; false for claims and empty volumes
   */
  readonly readOnly?: boolean;
  /**
   * File or folder of the volume that is mounted, `subPath`. Changes to a ConfigMap or Secret do not reach such a mount.
   *
   * @default - the whole volume
   */
  readonly subPath?: string;
  /**
   * Name of the volume in the pod.
   *
   * @default - made from what it holds
   */
  readonly name?: string;
}

/** An empty volume. */
export interface EmptyVolumeOptions extends MountOptions {
  /** Upper bound, a quantity; a pod that exceeds it is evicted. */
  readonly sizeLimit: string;
  /**
   * Whether it lies in memory, where it counts against the container's memory limit.
   *
   * @default false
   */
  readonly memory?: boolean;
}
