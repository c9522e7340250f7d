/** Who may mount a claim at once. */
export enum VolumeAccess {
  /** One node (`ReadWriteOnce`). */
  READ_WRITE_ONCE = 'ReadWriteOnce',
  /** Many nodes, all of which write (`ReadWriteMany`). */
  READ_WRITE_MANY = 'ReadWriteMany',
  /** Many nodes, none of which writes (`ReadOnlyMany`). */
  READ_ONLY_MANY = 'ReadOnlyMany',
  /** One pod (`ReadWriteOncePod`). */
  READ_WRITE_ONCE_POD = 'ReadWriteOncePod',
}

/** A claim that the workload makes. */
export interface CacheClaimOptions {
  /** How large it is, a quantity, for example `100Gi`. */
  readonly size: string;
  /**
   * Kind of storage, `storageClassName`; an empty text for a volume that was made by hand.
   *
   * @default - the cluster's default
   */
  readonly storageClass?: string;
  /**
   * Who may mount it at once. Several pods need `READ_WRITE_MANY`, which not every storage class has. A claim that exists
   * keeps what it was made with.
   *
   * @default - `READ_WRITE_MANY` where several pods can run, also during a rollout; else `READ_WRITE_ONCE`
   */
  readonly access?: VolumeAccess;
  /**
   * Whether Argo CD, Flux and Helm are told never to delete it.
   *
   * @default false
   */
  readonly protect?: boolean;
  /**
   * Name of the claim.
   *
   * @default - the workload's name and `-cache`
   */
  readonly name?: string;
}

/** A claim that exists. */
export interface ExistingCacheOptions {
  /**
   * Who may mount it at once.
   *
   * @default - not known: several replicas are taken to be possible
   */
  readonly access?: VolumeAccess;
}

/** A cache that goes with its pod. */
export interface EphemeralCacheOptions {
  /** Upper bound, a quantity; a pod that exceeds it is evicted. */
  readonly sizeLimit: string;
}
