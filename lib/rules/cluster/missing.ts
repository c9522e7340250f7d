import { EXPECTS_ANNOTATION } from '../../internal/labels';
import { holdsPods } from '../../internal/pods/pod-sets';
import type { Report } from './fault';
import type { Item } from './item';
import type { ManifestIndex } from './manifest-index';
import type { MissingReference } from './open-references';
import type { ReferredKind } from './references';

/** Reports the objects of one kind that are referred to and that nothing provides: one fault for each object and name. */
export function reportMissingObjects(cluster: ManifestIndex, report: Report, kind: ReferredKind, hint = ''): void {
  const missing = new Map<string, MissingReference[]>();
  for (const reference of cluster.missing()) {
    if (reference.kind !== kind || reference.keys) continue;
    const key = `${reference.item.order}/${reference.name}`;
    const known = missing.get(key);
    if (known) known.push(reference);
    else missing.set(key, [reference]);
  }
  for (const references of missing.values()) {
    const { item, name, at } = references[0];
    const keys = [...new Set(references.flatMap((reference) => reference.key ?? []))].join('+');
    reportMissing(cluster, report, { item, at, kind, namespace: item.namespace, name, keys, hint });
  }
}

/** An object that is referred to and that nothing provides. */
export interface Missing {
  readonly item: Item;
  /** Path of the reference. */
  readonly at: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Keys that are used of it, `USER+PASSWORD`. */
  readonly keys?: string;
  /** How to provide it, `, for example with an ExternalSecret`. */
  readonly hint?: string;
}

/** An error, or a warning where some controller may make the object without the manifests saying so. */
export function reportMissing(cluster: ManifestIndex, report: Report, missing: Missing): void {
  const { item, at, kind, namespace, name, hint = '' } = missing;
  const maker = cluster.maker(kind, namespace);
  const unlessMade = maker ? ` (${maker.title} may cause it to be made, which the manifests do not show)` : '';
  report({
    item,
    prop: at,
    got: name,
    expected: `a ${kind} ${inNamespace(namespace, name)} that the manifests define or declare${unlessMade}`,
    fix: `add the ${kind}${hint}; or, if it exists already, declare it: ${declaration(missing)}`,
    severity: maker ? 'warning' : undefined,
  });
}

/** Reports keys that an object, which is there, does not have. */
export function reportMissingKeys(cluster: ManifestIndex, report: Report, kind: 'ConfigMap' | 'Secret'): void {
  for (const { item, kind: referred, name, key, keys, at } of cluster.missing()) {
    if (referred !== kind || !keys) continue;
    report({
      item,
      prop: at,
      got: key,
      expected: `a key of the ${kind} ${inNamespace(item.namespace, name)}: it has ${[...keys].sort().join(', ') || 'none'}`,
      fix: `add '${key}' to the ${kind}, or name one of its keys`,
    });
  }
}

function inNamespace(namespace: string, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}

/** How an object declares what it relies on: a workload by the prop of its construct, and any object by the annotation. */
export function declarationOn(item: Item, entry: string): string {
  const annotation = `the annotation ${EXPECTS_ANNOTATION}: '${entry}' on ${item.title}`;
  return holdsPods(item.group, item.kind) ? `expects: ['${entry}'] of the construct, ${annotation}` : annotation;
}

/** An object of another namespace can be declared for the whole app only. */
function declaration({ item, kind, namespace, name, keys }: Missing): string {
  const suffix = keys ? `:${keys}` : '';
  const forApp = `'existing' of the app: '${kind}/${namespace ? `${namespace}/` : ''}${name}${suffix}'`;
  if (namespace !== item.namespace) return forApp;
  return `${declarationOn(item, `${kind}/${name}${suffix}`)}, or ${forApp}`;
}
