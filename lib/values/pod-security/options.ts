/** What any pod that is not relaxed can be given. */
export interface PodSecurityOptions {
  /**
   * Further groups of all containers: `supplementalGroups`, for example those that own the device files of AMD's or Intel's
   * GPUs on the nodes (`getent group video render` prints them). An empty list says that none is needed.
   *
   * @default - none; with a device whose files belong to a group of the node, it must be given
   */
  readonly supplementalGroups?: number[];
  /**
   * Whether the server's root file system is read-only; what it must write is then on volumes.
   *
   * @default - true, but false with an NVIDIA GPU, whose container toolkit writes to it when the container is created
   */
  readonly readOnlyRootFilesystem?: boolean;
}

/** The user and group of the containers of a pod. */
export interface PodUser extends PodSecurityOptions {
  /**
   * Numeric user: `securityContext.runAsUser`. Must not be 0.
   *
   * @default - that of the server: the one that its image is made for, or 10001
   */
  readonly user?: number;
  /**
   * Numeric group, also that of mounted volumes: `runAsGroup` and `fsGroup`.
   *
   * @default - `user` where that is given, else that of the server
   */
  readonly group?: number;
}

/** What a relaxed pod may do. */
export interface RelaxedSecurity {
  /** Why the pod needs it; written beside the object as the annotation `cdk8s-ml.io/relaxed-security`. */
  readonly reason: string;
  /**
   * Numeric user: `securityContext.runAsUser`; 0 is root.
   *
   * @default - the user of the image
   */
  readonly user?: number;
  /**
   * Numeric group: `runAsGroup` and `fsGroup`.
   *
   * @default - the group of the image
   */
  readonly group?: number;
  /**
   * Capabilities added to the server's container, without `CAP_`, for example `IPC_LOCK`.
   *
   * @default - none; all others are dropped
   */
  readonly capabilities?: string[];
  /**
   * Further groups of all containers: `supplementalGroups`.
   *
   * @default - none; with a device whose files belong to a group of the node, it must be given unless the user is root
   */
  readonly supplementalGroups?: number[];
  /**
   * Whether the root file system is read-only.
   *
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;
}
