import { checkBytes } from '../internal/checks/quantities';
import type { Checker } from '../internal/errors';
import type { PersistentVolumeClaim, Volume } from '../internal/kubernetes';
import { PROTECT_ANNOTATIONS } from '../internal/labels';
import { checkName } from '../internal/names';
import type { CacheClaimOptions, CacheVolume, EphemeralCacheOptions, ExistingCacheOptions } from './cache-volume';
import { CACHE_CLAIM_DEFAULTS } from './defaults';

/** A cache as it was asked for. */
export type CacheOrder =
  | ({ readonly type: 'claim' } & CacheClaimOptions)
  | ({ readonly type: 'existing'; readonly name: string } & ExistingCacheOptions)
  | ({ readonly type: 'ephemeral' } & EphemeralCacheOptions);

/** What a cache must know of the workload. */
export interface CacheContext {
  readonly workloadName: string;
  /** Most replicas that can run. */
  readonly maxReplicas: number;
  /** Pods beyond them while a rollout runs, from `surgePods`; 0 where it is left out. */
  readonly surge?: number;
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

const ONE = ['ReadWriteOnce', 'ReadWriteOncePod'];

/** Refuses a cache that pods would wait for without end, or could not write to. */
export function checkCache(check: Checker, order: CacheOrder, context: CacheContext): void {
  if (order.type === 'ephemeral') {
    checkBytes(check.at('sizeLimit'), order.sizeLimit);
    return;
  }
  if (order.name !== undefined) checkName(check.at('name'), order.name, 'subdomain');
  if (order.type === 'claim') {
    checkBytes(check.at('size'), order.size);
    // an empty one is Kubernetes' word for a volume that was made by hand
    if (order.storageClass) checkName(check.at('storageClass'), order.storageClass, 'subdomain');
  }
  const { access } = order;
  if (access === 'ReadOnlyMany')
    check
      .at('access')
      .refuse(
        access,
        'a claim that the server can write to',
        'use READ_WRITE_MANY, or mount the claim as a model source',
      );
  const pods = context.maxReplicas + (context.surge ?? 0);
  if (access !== undefined && ONE.includes(access) && pods > 1)
    check
      .at('access')
      .refuse(
        access,
        `a claim that ${pods} pods can mount wherever they run (${context.maxReplicas} replicas${context.surge ? ', and those that a rollout adds' : ''})`,
        context.maxReplicas > 1
          ? 'use READ_WRITE_MANY, or CacheVolume.ephemeral() for a cache of each pod'
          : 'use READ_WRITE_MANY, or a rollout that adds no pod, like Rollout.recreate()',
      );
}

/** The pod's volume for caches, and its claim. */
export function cachePlan(cache: CacheVolume, context: CacheContext): CachePlan {
  const order = cache._order;
  switch (order.type) {
    case 'ephemeral':
      return { volume: { name: 'cache', emptyDir: { sizeLimit: order.sizeLimit } } };
    case 'existing':
      return { volume: claimVolume(order.name), expects: order.name };
    case 'claim': {
      const name = order.name ?? `${context.workloadName}-cache`;
      const { storageClass: storageClassName, size: storage } = order;
      return {
        volume: claimVolume(name),
        claim: {
          name,
          annotations: (order.protect ?? CACHE_CLAIM_DEFAULTS.values.protect) ? PROTECT_ANNOTATIONS : {},
          spec: {
            accessModes: [order.access ?? usualAccess(context)],
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

/** Most clusters' default storage knows one node only, so more is asked for where it is needed only. */
function usualAccess({ maxReplicas, surge }: CacheContext): string {
  return maxReplicas + (surge ?? 0) > 1 ? 'ReadWriteMany' : 'ReadWriteOnce';
}
