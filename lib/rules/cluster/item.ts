import { groupOf, isClusterScoped } from '../../internal/cluster-scoped';
import { type Json, list, own, record, text } from '../../internal/json';

/** One parsed Kubernetes object and the place it came from: a construct path, or file#index. */
export interface LocatedManifest {
  readonly manifest: Record<string, any>;
  readonly where: string;
}

/** One object of the manifests, with what every rule asks for first. */
export interface Item {
  /** Position among all objects: findings are told in this order. */
  readonly order: number;
  readonly where: string;
  readonly manifest: Json;
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Empty for objects of the cluster, and where the manifest leaves it to `kubectl -n`. */
  readonly namespace: string;
  /** `Deployment ml-serving/churn`. */
  readonly title: string;
  readonly labels: Json;
  readonly annotations: Json;
  readonly spec: Json;
}

/** Reads the objects, and those inside of a `List` (or a `ConfigMapList`, ...), which kubectl takes apart. Empty documents are left out. */
export function readItems(objects: readonly LocatedManifest[]): Item[] {
  const items: Item[] = [];
  for (const { manifest, where } of objects) {
    if (manifest === null || manifest === undefined) continue;
    const members = /List$/.test(text(own(manifest, 'kind')) ?? '') ? own(manifest, 'items') : undefined;
    if (Array.isArray(members))
      for (const [i, member] of members.entries()) items.push(readItem(member, `${where}[${i}]`, items.length));
    else items.push(readItem(manifest, where, items.length));
  }
  return items;
}

function readItem(value: unknown, where: string, order: number): Item {
  const manifest = record(value);
  const meta = record(own(manifest, 'metadata'));
  const apiVersion = text(own(manifest, 'apiVersion')) ?? '';
  const group = groupOf(apiVersion);
  const kind = text(own(manifest, 'kind')) ?? '';
  const name = text(own(meta, 'name')) ?? '';
  const namespace = isClusterScoped(group, kind) ? '' : (text(own(meta, 'namespace')) ?? '');
  return {
    order,
    where,
    manifest,
    apiVersion,
    group,
    kind,
    name,
    namespace,
    title: `${kind || '(no kind)'} ${namespace ? `${namespace}/` : ''}${name || '(no name)'}`,
    labels: record(own(meta, 'labels')),
    annotations: record(own(meta, 'annotations')),
    spec: record(own(manifest, 'spec')),
  };
}

/** An annotation's text; whatever else stands there is the business of the rule on annotations. */
export function annotation(item: Item, key: string): string | undefined {
  return text(own(item.annotations, key));
}

/** Strings of a list, everything else left out. */
export function texts(value: unknown): string[] {
  return list(value).filter((v): v is string => typeof v === 'string');
}
