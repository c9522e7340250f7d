import { dig, list, own, text } from '../../internal/json';
import type { Item } from './item';
import type { ManifestIndex } from './manifest-index';
import { type Pods, volumesOf } from './pods';
import { surge } from './scaling';

/** A claim of the manifests that the pods of a workload mount together. */
export interface SharedClaim {
  readonly pods: Pods;
  readonly claim: Item;
  readonly modes: readonly unknown[];
  /** Path of the volume. */
  readonly at: string;
  /** Most pods at once, without a rollout; many for a pod on every node. */
  readonly replicas: number;
  /** Pods that a rollout adds. */
  readonly extra: number;
}

export function sharedClaims(cluster: ManifestIndex): SharedClaim[] {
  const found: SharedClaim[] = [];
  for (const pods of cluster.pods)
    for (const { value, at } of volumesOf(pods)) {
      const name = text(dig(value, 'persistentVolumeClaim.claimName'));
      const claim = name && cluster.find('', 'PersistentVolumeClaim', pods.item.namespace, name);
      if (!claim) continue;
      const replicas = pods.set.perNode ? Number.POSITIVE_INFINITY : cluster.replicas(pods).max;
      const modes = list(own(claim.spec, 'accessModes'));
      found.push({ pods, claim, modes, at, replicas, extra: replicas > 0 ? surge(pods.item, replicas) : 0 });
    }
  return found;
}

/** True for a claim that pods on several nodes can mount. */
export function reachesSeveralNodes(modes: readonly unknown[]): boolean {
  return modes.includes('ReadWriteMany') || modes.includes('ReadOnlyMany');
}
