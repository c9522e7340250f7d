/** Options of the mount of a volume in a container. */
export interface MountOptions {
  /** Absolute path in the container. */
  readonly mountPath: string;
  /**
   * Whether the container can only read it.
   *
   * @default - true for ConfigMaps, Secrets and images; false for claims and empty volumes
   */
  readonly readOnly?: boolean;
  /**
   * File or folder of the volume that is mounted, `subPath`. Such a mount of a ConfigMap or Secret is not updated when that changes.
   *
   * @default - the whole volume
   */
  readonly subPath?: string;
  /**
   * Name of the volume in the pod.
   *
   * @default - made from the name of the object, or from the path
   */
  readonly name?: string;
}

/** Options of an empty volume. */
export interface EmptyVolumeOptions extends MountOptions {
  /** Largest size, a quantity. A pod that exceeds it is evicted. */
  readonly sizeLimit: string;
  /**
   * Whether it is in memory, where it counts against the memory limit of the container.
   *
   * @default false
   */
  readonly memory?: boolean;
}
