import { dig, entries, type Json, own, text } from '../../internal/json';
import type { PodContainer } from '../../internal/pods/containers';
import type { Item } from './item';
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

/** What the pods need before they can start. */
export function referencesOfPods(pods: Pods): Reference[] {
  const { item, spec, set } = pods;
  const found: Reference[] = pods.containers.flatMap((container) => environment(item, container));
  for (const { value, at } of volumesOf(pods)) found.push(...volume(item, value, at));
  const account = text(own(spec, 'serviceAccountName')) ?? text(own(spec, 'serviceAccount'));
  if (account) found.push({ item, kind: 'ServiceAccount', name: account, at: `${set.specPath}.serviceAccountName` });
  for (const { value, at } of entries(own(spec, 'imagePullSecrets'), `${set.specPath}.imagePullSecrets`))
    found.push(...refer(item, 'Secret', value, 'name', at));
  return found;
}

/** The certificates that an Ingress serves. */
export function referencesOfIngress(item: Item): Reference[] {
  return entries(own(item.spec, 'tls'), 'spec.tls').flatMap(({ value, at }) =>
    refer(item, 'Secret', value, 'secretName', at),
  );
}

function environment(item: Item, container: PodContainer): Reference[] {
  const found: Reference[] = [];
  for (const { value, at } of entries(own(container.spec, 'env'), `${container.path}.env`)) {
    const map = dig(value, 'valueFrom.configMapKeyRef');
    const secret = dig(value, 'valueFrom.secretKeyRef');
    found.push(...refer(item, 'ConfigMap', map, 'name', `${at}.valueFrom.configMapKeyRef`, text(own(map, 'key'))));
    found.push(...refer(item, 'Secret', secret, 'name', `${at}.valueFrom.secretKeyRef`, text(own(secret, 'key'))));
  }
  for (const { value, at } of entries(own(container.spec, 'envFrom'), `${container.path}.envFrom`)) {
    found.push(...refer(item, 'ConfigMap', own(value, 'configMapRef'), 'name', `${at}.configMapRef`));
    found.push(...refer(item, 'Secret', own(value, 'secretRef'), 'name', `${at}.secretRef`));
  }
  return found;
}

function volume(item: Item, value: Json, at: string): Reference[] {
  const found = [
    ...files(item, 'ConfigMap', own(value, 'configMap'), 'name', `${at}.configMap`),
    ...files(item, 'Secret', own(value, 'secret'), 'secretName', `${at}.secret`),
    ...refer(
      item,
      'PersistentVolumeClaim',
      own(value, 'persistentVolumeClaim'),
      'claimName',
      `${at}.persistentVolumeClaim`,
    ),
    ...refer(item, 'Secret', dig(value, 'csi.nodePublishSecretRef'), 'name', `${at}.csi.nodePublishSecretRef`),
  ];
  const sources = `${at}.projected.sources`;
  for (const { value: source, at: from } of entries(dig(value, 'projected.sources'), sources)) {
    found.push(...files(item, 'ConfigMap', own(source, 'configMap'), 'name', `${from}.configMap`));
    found.push(...files(item, 'Secret', own(source, 'secret'), 'name', `${from}.secret`));
  }
  return found;
}

/** A volume needs the object, and each key that it picks out of it. */
function files(item: Item, kind: ReferredKind, source: unknown, nameField: string, at: string): Reference[] {
  const whole = refer(item, kind, source, nameField, at);
  if (whole.length === 0) return [];
  const keys = entries(own(source, 'items'), `${at}.items`).flatMap(({ value, at: keyAt }) => {
    const key = text(own(value, 'key'));
    return key === undefined ? [] : [{ ...whole[0], key, at: `${keyAt}.key` }];
  });
  return [...whole, ...keys];
}

function refer(item: Item, kind: ReferredKind, ref: unknown, nameField: string, at: string, key?: string): Reference[] {
  const name = text(own(ref, nameField));
  return name && own(ref, 'optional') !== true ? [{ item, kind, name, key, at }] : [];
}
