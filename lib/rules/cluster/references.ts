import { dig, entries, type Json, own, text } from '../../internal/json';
import type { PodContainer } from '../../internal/pods/containers';
import type { Item } from './item';
import { isPlaceholder } from './placeholder';
import { type Pods, volumesOf } from './pods';

export type ReferredKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';

/** One place where an object needs another one of its own namespace; `optional: true` ones are left out. */
export interface Reference {
  readonly item: Item;
  readonly kind: ReferredKind;
  readonly name: string;
  readonly key?: string;
  /** Path of the reference in the object. */
  readonly at: string;
}

const NONE: readonly Reference[] = [];

/** What the pods need before they can start. Pods of a ClusterTrainingRuntime run in namespaces that it does not know. */
export function referencesOfPods(pods: Pods): readonly Reference[] {
  const { item, spec, set } = pods;
  if (item.type.isClusterScoped) return NONE;
  const found: Reference[] = [];
  for (const container of pods.containers) environment(item, container, found);
  for (const { value, at } of volumesOf(pods)) volume(item, value, at, found);
  const account = text(own(spec, 'serviceAccountName')) ?? text(own(spec, 'serviceAccount'));
  if (account) found.push({ item, kind: 'ServiceAccount', name: account, at: `${set.specPath}.serviceAccountName` });
  for (const { value, at } of entries(own(spec, 'imagePullSecrets'), `${set.specPath}.imagePullSecrets`))
    refer(found, item, 'Secret', value, 'name', at);
  return found;
}

/** The certificates that an Ingress serves. */
export function referencesOfIngress(item: Item): readonly Reference[] {
  const found: Reference[] = [];
  for (const { value, at } of entries(own(item.spec, 'tls'), 'spec.tls'))
    refer(found, item, 'Secret', value, 'secretName', at);
  return found;
}

function environment(item: Item, { spec, path }: PodContainer, found: Reference[]): void {
  for (const { value, at } of entries(own(spec, 'env'), `${path}.env`)) {
    const source = own(value, 'valueFrom');
    if (source === undefined) continue;
    const map = own(source, 'configMapKeyRef');
    const secret = own(source, 'secretKeyRef');
    refer(found, item, 'ConfigMap', map, 'name', `${at}.valueFrom.configMapKeyRef`, text(own(map, 'key')));
    refer(found, item, 'Secret', secret, 'name', `${at}.valueFrom.secretKeyRef`, text(own(secret, 'key')));
  }
  for (const { value, at } of entries(own(spec, 'envFrom'), `${path}.envFrom`)) {
    refer(found, item, 'ConfigMap', own(value, 'configMapRef'), 'name', `${at}.configMapRef`);
    refer(found, item, 'Secret', own(value, 'secretRef'), 'name', `${at}.secretRef`);
  }
}

function volume(item: Item, value: Json, at: string, found: Reference[]): void {
  files(found, item, 'ConfigMap', own(value, 'configMap'), 'name', `${at}.configMap`);
  files(found, item, 'Secret', own(value, 'secret'), 'secretName', `${at}.secret`);
  const claim = own(value, 'persistentVolumeClaim');
  refer(found, item, 'PersistentVolumeClaim', claim, 'claimName', `${at}.persistentVolumeClaim`);
  const publish = dig(value, 'csi.nodePublishSecretRef');
  refer(found, item, 'Secret', publish, 'name', `${at}.csi.nodePublishSecretRef`);
  for (const { value: source, at: from } of entries(dig(value, 'projected.sources'), `${at}.projected.sources`)) {
    files(found, item, 'ConfigMap', own(source, 'configMap'), 'name', `${from}.configMap`);
    files(found, item, 'Secret', own(source, 'secret'), 'name', `${from}.secret`);
  }
}

/** A volume needs the object, and each key that it picks out of it. */
function files(found: Reference[], item: Item, kind: ReferredKind, source: unknown, field: string, at: string): void {
  if (!refer(found, item, kind, source, field, at)) return;
  for (const { value, at: keyAt } of entries(own(source, 'items'), `${at}.items`)) {
    const key = text(own(value, 'key'));
    if (key !== undefined) refer(found, item, kind, source, field, `${keyAt}.key`, key);
  }
}

function refer(
  found: Reference[],
  item: Item,
  kind: ReferredKind,
  source: unknown,
  nameField: string,
  at: string,
  key?: string,
): boolean {
  const name = text(own(source, nameField));
  if (!name || own(source, 'optional') === true || isPlaceholder(name) || (key && isPlaceholder(key))) return false;
  found.push({ item, kind, name, key, at });
  return true;
}
