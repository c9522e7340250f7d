import { dig, entries, list, own, record, text } from '../../internal/json';
import type { Item, ObjectType } from './item';
import { OPERATOR_PRODUCTS } from './operator-products';
import { type Product, type Products, productsNamed } from './product';

/** Kinds with controllers of their own: what exists once such an object is applied, beside the object itself. */
const PRODUCTS: Products = {
  ...OPERATOR_PRODUCTS,
  'external-secrets.io/ExternalSecret': (item) => externalSecret(item, item.spec, item.name),
  'external-secrets.io/ClusterExternalSecret': (item) =>
    externalSecret(
      item,
      record(own(item.spec, 'externalSecretSpec')),
      text(own(item.spec, 'externalSecretName')) ?? item.name,
    ).map((product) => ({ ...product, anywhere: true })),
  'bitnami.com/SealedSecret': (item) => [
    {
      kind: 'Secret',
      name: text(dig(item.spec, 'template.metadata.name')) ?? item.name,
      keys: [...keysAt(item.spec, 'encryptedData'), ...keysAt(item.spec, 'template.data')],
    },
  ],
  'secrets-store.csi.x-k8s.io/SecretProviderClass': (item) =>
    entries(own(item.spec, 'secretObjects'), '').flatMap(({ value }) =>
      productsNamed('Secret', text(own(value, 'secretName'))),
    ),
  'secrets.hashicorp.com/VaultStaticSecret': (item) =>
    productsNamed('Secret', text(dig(item.spec, 'destination.name'))),
  'secrets.hashicorp.com/VaultDynamicSecret': (item) =>
    productsNamed('Secret', text(dig(item.spec, 'destination.name'))),
  'secrets.hashicorp.com/VaultPKISecret': (item) => productsNamed('Secret', text(dig(item.spec, 'destination.name'))),
  'onepassword.com/OnePasswordItem': (item) => productsNamed('Secret', item.name),
  'trust.cert-manager.io/Bundle': (item) => [
    { kind: 'ConfigMap', name: item.name, anywhere: true },
    { kind: 'Secret', name: item.name, anywhere: true },
  ],
  'cdi.kubevirt.io/DataVolume': (item) => productsNamed('PersistentVolumeClaim', item.name),
  'apps/StatefulSet': (item) =>
    entries(own(item.spec, 'volumeClaimTemplates'), '').flatMap(({ value }) => {
      const template = text(dig(value, 'metadata.name'));
      if (template === undefined) return [];
      // the claims of the first replicas; more of them are not referred to by name
      const names = Array.from({ length: 10 }, (_, i) => `${template}-${item.name}-${i}`);
      return productsNamed('PersistentVolumeClaim', ...names);
    }),
  'networking.k8s.io/Ingress': (item) => {
    const issued = Object.keys(item.annotations).some((key) =>
      /^cert-manager\.io\/(cluster-)?issuer$|^kubernetes\.io\/tls-acme$/.test(key),
    );
    return issued ? tlsSecrets(entries(own(item.spec, 'tls'), '').map(({ value }) => own(value, 'secretName'))) : [];
  },
};

/** What exists once this object is applied, beside the object itself. */
export function productsOf(item: Item): readonly Product[] {
  return PRODUCERS.get(item.type.id)?.(item) ?? NO_PRODUCTS;
}

const PRODUCERS = new Map(Object.entries(PRODUCTS));
const NO_PRODUCTS: readonly Product[] = [];

/** True for types of which a controller makes other objects. */
export function makesProducts({ id }: ObjectType): boolean {
  return PRODUCERS.has(id);
}

export function hasDataKeys({ id }: ObjectType): boolean {
  return id === '/Secret' || id === '/ConfigMap';
}

/** The keys of a ConfigMap or Secret; undefined where they are filled in later, or the object is neither. */
export function dataKeysOf(item: Item): readonly string[] | undefined {
  if (!hasDataKeys(item.type)) return undefined;
  // filled by the control plane, or by a controller that the annotation or label names
  if (isFilledLater(item)) return undefined;
  const second = item.kind === 'Secret' ? 'stringData' : 'binaryData';
  return [...keysAt(item.manifest, 'data'), ...keysAt(item.manifest, second)];
}

function externalSecret(item: Item, spec: unknown, fallback: string): Product[] {
  const target = record(own(spec, 'target'));
  if (own(target, 'creationPolicy') === 'None') return [];
  const name = text(own(target, 'name')) ?? (fallback || item.name);
  const template = record(own(target, 'template'));
  const fetched = entries(own(spec, 'data'), '').map(({ value }) => text(own(value, 'secretKey')) ?? '');
  const made = keysAt(template, 'data');
  if (list(own(spec, 'dataFrom')).length > 0 || list(own(template, 'templateFrom')).length > 0)
    return [{ kind: 'Secret', name }];
  // a template's data replaces what was fetched, unless the merge policy says otherwise
  const replaces = made.length > 0 && own(template, 'mergePolicy') !== 'Merge';
  return [{ kind: 'Secret', name, keys: replaces ? made : [...fetched, ...made] }];
}

function tlsSecrets(names: readonly unknown[]): Product[] {
  return names.flatMap((name) => productsNamed('Secret', text(name)));
}

const FILLED_BY_ANNOTATION = ['replicator.v1.mittwald.de/replicate-from', 'cert-manager.io/inject-ca-from'];

function isFilledLater(item: Item): boolean {
  return (
    own(item.manifest, 'type') === 'kubernetes.io/service-account-token' ||
    own(item.labels, 'config.openshift.io/inject-trusted-cabundle') === 'true' ||
    FILLED_BY_ANNOTATION.some((key) => typeof own(item.annotations, key) === 'string')
  );
}

function keysAt(value: unknown, path: string): string[] {
  return Object.keys(record(dig(value, path)));
}
