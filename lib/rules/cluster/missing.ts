import { EXPECTS_ANNOTATION } from '../../internal/labels';
import type { Fault } from '../rule';
import type { ManifestIndex } from './manifest-index';
import type { Reference, ReferredKind } from './references';

/** The faults of references of one kind that nobody fulfils: one for each object that is missing to a workload. */
export function* missingObjects(cluster: ManifestIndex, kind: ReferredKind, hint = ''): Iterable<Fault> {
  const missing = new Map<string, Reference[]>();
  for (const reference of cluster.references) {
    const { item, name } = reference;
    if (reference.kind !== kind || cluster.whoProvides(kind, item.namespace, name, item)) continue;
    const key = `${item.order}/${name}`;
    const known = missing.get(key);
    if (known) known.push(reference);
    else missing.set(key, [reference]);
  }
  for (const references of missing.values()) {
    const { item, name, at } = references[0];
    yield {
      item,
      prop: at,
      got: name,
      expected: `a ${kind} ${inNamespace(item.namespace, name)} that something here makes, or that is known to exist`,
      fix: `add the ${kind}${hint}; or, where it exists already, say so: ${declaration(references)}`,
    };
  }
}

/** The faults of keys that an object, which is there, does not have. */
export function* missingKeys(cluster: ManifestIndex, kind: 'ConfigMap' | 'Secret'): Iterable<Fault> {
  for (const reference of cluster.references) {
    const { item, name, key, at } = reference;
    if (reference.kind !== kind || key === undefined) continue;
    const keys = cluster.whoProvides(kind, item.namespace, name, item)?.keys;
    if (!keys || keys.has(key)) continue;
    yield {
      item,
      prop: at,
      got: key,
      expected: `a key of the ${kind} ${inNamespace(item.namespace, name)}: it has ${[...keys].sort().join(', ') || 'none'}`,
      fix: `add '${key}' to the ${kind}, or name one of its keys`,
    };
  }
}

export function inNamespace(namespace: string, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}

function declaration(references: readonly Reference[]): string {
  const { item, kind, name } = references[0];
  const keys = [...new Set(references.flatMap(({ key }) => key ?? []))].join('+');
  const entry = `${kind}/${name}${keys ? `:${keys}` : ''}`;
  return `the annotation ${EXPECTS_ANNOTATION}: '${entry}' on ${item.title}, or 'existing' of the app`;
}
