import type { PersistentVolumeClaim, Volume } from '../../internal/kubernetes';
import { PROTECT_ANNOTATIONS } from '../../internal/labels';
import { CACHE_CLAIM_DEFAULTS } from '../defaults';
import type { CacheClaimOptions, EphemeralCacheOptions, ExistingCacheOptions } from './options';

/** The factory that was called, and its arguments. */
export type CacheVariant =
  | ({ readonly type: 'claim' } & CacheClaimOptions)
  | ({ readonly type: 'existing'; readonly name: string } & ExistingCacheOptions)
  | ({ readonly type: 'ephemeral' } & EphemeralCacheOptions);

/** Facts that a cache depends on; numbers are left out where they are unknown. */
export interface CacheContext {
  readonly workloadName: string;
  /** Most replicas that can run. */
  readonly maxReplicas?: number;
  /** Pods beyond them while a rollout runs. */
  readonly surge?: number;
}

/** The volume of the cache, and its claim; the server's profile says where it is mounted. */
export interface CachePlan {
  /** Of the pod, named `cache`. */
  readonly volume: Volume;
  /** The claim that the workload creates, where it creates one. */
  readonly claim?: {
    readonly name: string;
    readonly annotations: Record<string, string>;
    readonly spec: NonNullable<PersistentVolumeClaim['spec']>;
  };
  /** Name of a claim that must exist, for `cdk8s-ml.io/expects`. */
  readonly expects?: string;
}

export function planCache(variant: CacheVariant, context: CacheContext): CachePlan {
  switch (variant.type) {
    case 'ephemeral':
      return { volume: { name: 'cache', emptyDir: { sizeLimit: variant.sizeLimit } } };
    case 'existing':
      return { volume: claimVolume(variant.name), expects: variant.name };
    case 'claim': {
      const name = variant.name ?? `${context.workloadName}-cache`;
      const { storageClass: storageClassName, size: storage } = variant;
      return {
        volume: claimVolume(name),
        claim: {
          name,
          annotations: (variant.protect ?? CACHE_CLAIM_DEFAULTS.values.protect) ? PROTECT_ANNOTATIONS : {},
          spec: {
            accessModes: [variant.access ?? defaultAccess(context)],
            resources: { requests: { storage } },
            ...(storageClassName === undefined ? {} : { storageClassName }),
          },
        },
      };
    }
  }
}

function claimVolume(claimName: string): Volume {
  return { name: 'cache', persistentVolumeClaim: { claimName } };
}

/** The default storage of most clusters serves one node only, so many nodes are requested only where they are needed. */
function defaultAccess({ maxReplicas = 1, surge = 0 }: CacheContext): string {
  return maxReplicas + surge > 1 ? 'ReadWriteMany' : 'ReadWriteOnce';
}
