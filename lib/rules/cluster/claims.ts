import { list, own } from '../../internal/json';
import type { Item } from './item';
import type { ManifestIndex } from './manifest-index';
import type { PodRecord } from './pod-record';
import { surge } from './replicas';

/** A claim of the manifests that the pods of a workload mount together. */
export interface SharedClaim {
  readonly pods: PodRecord;
  readonly claim: Item;
  readonly modes: readonly unknown[];
  /** Path of the volume. */
  readonly at: string;
  /** Most pods at once, without a rollout; infinite for a pod on every node. */
  readonly replicas: number;
  /** Pods that a rollout adds. */
  readonly extra: number;
}

export function sharedClaims(cluster: ManifestIndex): SharedClaim[] {
  const found: SharedClaim[] = [];
  for (const pods of cluster.pods)
    for (const { name, at } of pods.claims) {
      const claim = cluster.claim(pods.item.namespace, name);
      if (!claim) continue;
      const replicas = pods.perNode ? Number.POSITIVE_INFINITY : cluster.replicas(pods).max;
      const modes = list(own(claim.spec, 'accessModes'));
      found.push({ pods, claim, modes, at, replicas, extra: replicas > 0 ? surge(pods, replicas) : 0 });
    }
  return found;
}

/** True for a claim that pods on several nodes can mount. */
export function canMountOnSeveralNodes(modes: readonly unknown[]): boolean {
  return modes.includes('ReadWriteMany') || modes.includes('ReadOnlyMany');
}
