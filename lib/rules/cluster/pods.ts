import type { Item } from './item';
import { dig, entries, isRecord, type Json, list, own, record, spread, text } from './read';
import { BUILT_IN_WORKLOADS, CUSTOM_WORKLOADS, type WorkloadKind } from './workload-kinds';

export type ContainerRole = 'main' | 'init' | 'sidecar' | 'ephemeral';

export interface Container {
  readonly name: string;
  readonly role: ContainerRole;
  readonly spec: Json;
  /** Path in the object: `spec.template.spec.containers[api]`. */
  readonly at: string;
}

/** Pods that an object makes, as its template describes them. */
export interface Pods {
  readonly item: Item;
  readonly kind: WorkloadKind;
  /** Path of the template in the object; empty for a bare Pod. */
  readonly at: string;
  /** Path of the pod's spec in the object. */
  readonly specAt: string;
  readonly labels: Json;
  readonly annotations: Json;
  readonly spec: Json;
  readonly containers: readonly Container[];
}

const KINDS = new Map<string, WorkloadKind[]>();
for (const kind of [...BUILT_IN_WORKLOADS, ...CUSTOM_WORKLOADS]) {
  const key = `${kind.group}/${kind.kind}`;
  KINDS.set(key, [...(KINDS.get(key) ?? []), kind]);
}

/** The pods of one object: none for most kinds, several for those with several roles. */
export function podsOf(item: Item): Pods[] {
  const found: Pods[] = [];
  for (const kind of KINDS.get(`${item.group}/${item.kind}`) ?? []) {
    for (const { value, at } of spread(item.manifest, kind.template)) {
      if (isRecord(value) && isRecord(own(value, 'spec'))) found.push(readPods(item, kind, value, at));
    }
  }
  return found;
}

function readPods(item: Item, kind: WorkloadKind, template: Json, at: string): Pods {
  const spec = record(own(template, 'spec'));
  const specAt = at ? `${at}.spec` : 'spec';
  const labels = record(dig(template, 'metadata.labels'));
  return {
    item,
    kind,
    at,
    specAt,
    spec,
    labels: { ...labels, ...labelsByController(item) },
    annotations: record(dig(template, 'metadata.annotations')),
    containers: containersOf(spec, specAt),
  };
}

/** Every container of a pod, in the order in which they start. */
export function containersOf(spec: Json, specAt = 'spec'): Container[] {
  const read = (list: string, role: (c: Json) => ContainerRole): Container[] =>
    entries(own(spec, list), `${specAt}.${list}`).map(({ value, at }) => ({
      name: text(own(value, 'name')) ?? '',
      role: role(value),
      spec: value,
      at,
    }));
  return [
    ...read('initContainers', (c) => (own(c, 'restartPolicy') === 'Always' ? 'sidecar' : 'init')),
    ...read('containers', () => 'main'),
    ...read('ephemeralContainers', () => 'ephemeral'),
  ];
}

/**
 * The volumes of the pods. Those named like a claim template of a StatefulSet are left out: the controller puts each
 * replica's own claim in their place.
 */
export function volumesOf({ item, spec, specAt }: Pods): { readonly value: Json; readonly at: string }[] {
  const templated = new Set(list(own(item.spec, 'volumeClaimTemplates')).map((claim) => dig(claim, 'metadata.name')));
  return entries(own(spec, 'volumes'), `${specAt}.volumes`).filter(({ value }) => !templated.has(own(value, 'name')));
}

/** Labels that Kubernetes' job controller puts on pods by itself. */
function labelsByController(item: Item): Json {
  if (item.group !== 'batch' || item.kind !== 'Job') return {};
  return { 'job-name': item.name, 'batch.kubernetes.io/job-name': item.name };
}
