import type { PersistentVolumeClaim, Volume } from '../internal/kubernetes';
import type { CacheClaimOptions, CacheVolume, EphemeralCacheOptions, ExistingCacheOptions } from './cache-volume';

/** A cache as it was asked for. */
export type CacheOrder =
  | ({ readonly type: 'claim' } & CacheClaimOptions)
  | ({ readonly type: 'existing'; readonly name: string } & ExistingCacheOptions)
  | ({ readonly type: 'ephemeral' } & EphemeralCacheOptions);

/** What a cache must know of the workload. */
export interface CacheContext {
  readonly workloadName: string;
  /** Most replicas that can run, also during a rollout. */
  readonly maxReplicas: number;
}

/** Everything decided about the cache; where it is mounted, the server's profile says. */
export interface CachePlan {
  /** Of the pod, named `cache`. */
  readonly volume: Volume;
  /** The claim to make, where there is one to make. */
  readonly claim?: {
    readonly name: string;
    readonly annotations: Record<string, string>;
    readonly spec: NonNullable<PersistentVolumeClaim['spec']>;
  };
  /** Set where a claim must exist already: its name, for `cdk8s-ml.io/expects`. */
  readonly expects?: string;
}

/** The pod's volume for caches, and its claim. */
export function cachePlan(_cache: CacheVolume, _context: CacheContext): CachePlan {
  throw new Error('not written yet');
}
