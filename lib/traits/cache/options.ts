/** Which nodes can mount a claim at the same time. */
export enum VolumeAccess {
  /** One node (`ReadWriteOnce`). */
  READ_WRITE_ONCE = 'ReadWriteOnce',
  /** Many nodes, which can all write (`ReadWriteMany`). */
  READ_WRITE_MANY = 'ReadWriteMany',
  /** Many nodes, which can only read (`ReadOnlyMany`). */
  READ_ONLY_MANY = 'ReadOnlyMany',
  /** One pod (`ReadWriteOncePod`). */
  READ_WRITE_ONCE_POD = 'ReadWriteOncePod',
}

/** Options of a claim that the workload creates. */
export interface CacheClaimOptions {
  /** Size, a quantity, for example `100Gi`. */
  readonly size: string;
  /**
   * Storage class, `storageClassName`; an empty string for a volume that an administrator made.
   *
   * @default - the default of the cluster
   */
  readonly storageClass?: string;
  /**
   * Which nodes can mount it at the same time. Several pods need `READ_WRITE_MANY`, which not every storage class supports.
   * The access mode of an existing claim cannot be changed.
   *
   * @default - `READ_WRITE_MANY` where several pods can run, also during a rollout; otherwise `READ_WRITE_ONCE`
   */
  readonly access?: VolumeAccess;
  /**
   * Whether annotations keep Argo CD, Flux and Helm from deleting the claim.
   *
   * @default false
   */
  readonly protect?: boolean;
  /**
   * Name of the claim.
   *
   * @default - the name of the workload and `-cache`
   */
  readonly name?: string;
}

/** Options of an existing claim. */
export interface ExistingCacheOptions {
  /**
   * Which nodes can mount it at the same time.
   *
   * @default - unknown; the library assumes that several pods can mount it
   */
  readonly access?: VolumeAccess;
}

/** Options of a cache that is deleted with its pod. */
export interface EphemeralCacheOptions {
  /** Largest size, a quantity. A pod that exceeds it is evicted. */
  readonly sizeLimit: string;
}
