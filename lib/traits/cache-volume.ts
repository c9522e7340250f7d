import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { type CacheContext, type CacheOrder, checkCache } from './cache-plan';

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

/** Where a server keeps what it downloads and compiles (`HF_HOME`, compile caches). */
export class CacheVolume {
  /** On a claim of the workload's own: the next pod finds what the last one downloaded. */
  public static claim(options: CacheClaimOptions): CacheVolume {
    return new CacheVolume({ type: 'claim', ...options });
  }

  /** On a claim that exists in the namespace. */
  public static existingClaim(name: string, options: ExistingCacheOptions = {}): CacheVolume {
    return new CacheVolume({ type: 'existing', name, ...options });
  }

  /** On the node's disk, for the life of one pod. */
  public static ephemeral(options: EphemeralCacheOptions): CacheVolume {
    return new CacheVolume({ type: 'ephemeral', ...options });
  }

  /** @internal */
  public readonly _order: CacheOrder;

  private constructor(order: CacheOrder) {
    this._order = order;
  }

  /** @internal */
  public _check(check: Checker, context: CacheContext): void {
    checkCache(check, this._order, context);
  }
}

checksArguments('CacheVolume', CacheVolume);
