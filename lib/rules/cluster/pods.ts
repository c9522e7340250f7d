import { dig, type Entry, entries, type Json, list, own, record } from '../../internal/json';
import { containersOf, type PodContainer } from '../../internal/pods/containers';
import { type PodSet, podSetsOfKind } from '../../internal/pods/pod-sets';
import type { Item } from './item';

/** Pods that an object makes, with what the rules read most. */
export interface Pods {
  readonly item: Item;
  readonly set: PodSet;
  /** Labels of the pods, those that the controller adds among them. */
  readonly labels: Json;
  readonly spec: Json;
  readonly containers: readonly PodContainer[];
}

const NO_PODS: readonly Pods[] = [];

/** The pods of one object: none for most kinds, several for those with several roles. */
export function podsOf(item: Item): readonly Pods[] {
  return podsOfSets(item, podSetsOfKind(item.type.id, item.manifest));
}

/** The same of sets that are known already. */
export function podsOfSets(item: Item, sets: readonly PodSet[]): readonly Pods[] {
  if (sets.length === 0) return NO_PODS;
  return sets.map((set) => ({
    item,
    set,
    labels: labelsOf(item, set),
    spec: set.template.spec,
    containers: containersOf(set),
  }));
}

export function annotationsOf({ set }: Pods): Json {
  return record(dig(set.template, 'metadata.annotations'));
}

/**
 * The volumes of the pods. Those named like a claim template are left out: the controller puts each
 * replica's own claim in their place.
 */
export function volumesOf({ item, spec, set }: Pods): readonly Entry[] {
  const volumes = entries(own(spec, 'volumes'), `${set.specPath}.volumes`);
  const templated = claimTemplatesOf(item);
  if (templated.length === 0) return volumes;
  return volumes.filter(({ value }) => !templated.includes(own(value, 'name')));
}

/** Names of the claims that the controller makes for the pods, which are also the names of volumes. */
export function claimTemplatesOf({ type, spec }: Item): readonly unknown[] {
  switch (type.id) {
    case 'apps/StatefulSet':
      return namesOf(own(spec, 'volumeClaimTemplates'));
    case 'leaderworkerset.x-k8s.io/LeaderWorkerSet':
      return namesOf(dig(spec, 'leaderWorkerTemplate.volumeClaimTemplates'));
    case 'jobset.x-k8s.io/JobSet':
      return list(own(spec, 'volumeClaimPolicies')).flatMap((policy) => namesOf(own(policy, 'templates')));
    default:
      return NO_CLAIMS;
  }
}

const NO_CLAIMS: readonly unknown[] = [];

function namesOf(claims: unknown): unknown[] {
  return list(claims).map((claim) => dig(claim, 'metadata.name'));
}

/** Labels of the template, and those that Kubernetes' job controller puts on pods by itself. */
function labelsOf(item: Item, { template }: PodSet): Json {
  const labels = record(dig(template, 'metadata.labels'));
  if (item.group !== 'batch' || item.kind !== 'Job') return labels;
  return { ...labels, 'job-name': item.name, 'batch.kubernetes.io/job-name': item.name };
}
