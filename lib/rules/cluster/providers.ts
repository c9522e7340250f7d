import { dig, entries, list, own, record, text } from '../../internal/json';
import { annotation, type Item } from './item';

/** An object that another one brings about, or that is there itself. */
interface Product {
  readonly kind: string;
  readonly name: string;
  /** Undefined where the keys cannot be known. */
  readonly keys?: readonly string[];
  /** True where it appears in namespaces that the manifest does not name. */
  readonly anywhere?: boolean;
}

type Producer = (item: Item) => Product[];

/** What the custom resources of the common operators produce. What is not here is declared by the user. */
const PRODUCERS: Record<string, Producer> = {
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
  'cert-manager.io/Certificate': (item) => named('Secret', text(own(item.spec, 'secretName'))),
  'secrets-store.csi.x-k8s.io/SecretProviderClass': (item) =>
    entries(own(item.spec, 'secretObjects'), '').flatMap(({ value }) =>
      named('Secret', text(own(value, 'secretName'))),
    ),
  'secrets.hashicorp.com/VaultStaticSecret': (item) => named('Secret', text(dig(item.spec, 'destination.name'))),
  'secrets.hashicorp.com/VaultDynamicSecret': (item) => named('Secret', text(dig(item.spec, 'destination.name'))),
  'secrets.hashicorp.com/VaultPKISecret': (item) => named('Secret', text(dig(item.spec, 'destination.name'))),
  'onepassword.com/OnePasswordItem': (item) => named('Secret', item.name),
  'trust.cert-manager.io/Bundle': (item) => [
    { kind: 'ConfigMap', name: item.name, anywhere: true },
    { kind: 'Secret', name: item.name, anywhere: true },
  ],
  'cdi.kubevirt.io/DataVolume': (item) => named('PersistentVolumeClaim', item.name),
  'apps/StatefulSet': (item) =>
    entries(own(item.spec, 'volumeClaimTemplates'), '').flatMap(({ value }) => {
      const template = text(dig(value, 'metadata.name'));
      // the claims of the first replicas; nobody refers to more of them by name
      return template === undefined
        ? []
        : Array.from({ length: 10 }, (_, i) => ({
            kind: 'PersistentVolumeClaim',
            name: `${template}-${item.name}-${i}`,
          }));
    }),
  'networking.k8s.io/Ingress': (item) => {
    const issued = Object.keys(item.annotations).some((key) =>
      /^cert-manager\.io\/(cluster-)?issuer$|^kubernetes\.io\/tls-acme$/.test(key),
    );
    return issued
      ? entries(own(item.spec, 'tls'), '').flatMap(({ value }) => named('Secret', text(own(value, 'secretName'))))
      : [];
  },
  '/Secret': (item) => [
    {
      kind: 'Secret',
      name: item.name,
      // filled by the control plane, or by whoever watches for the annotation
      keys: isFilledLater(item)
        ? undefined
        : [...keysAt(item.manifest, 'data'), ...keysAt(item.manifest, 'stringData')],
    },
  ],
  '/ConfigMap': (item) => [
    {
      kind: 'ConfigMap',
      name: item.name,
      keys: isFilledLater(item)
        ? undefined
        : [...keysAt(item.manifest, 'data'), ...keysAt(item.manifest, 'binaryData')],
    },
  ],
};

/** What exists once this object is applied, the object itself included. */
export function productsOf(item: Item): Product[] {
  const producer = Object.hasOwn(PRODUCERS, `${item.group}/${item.kind}`)
    ? PRODUCERS[`${item.group}/${item.kind}`](item)
    : [];
  const self = { kind: item.kind, name: item.name };
  return producer.some((p) => p.kind === item.kind && p.name === item.name) ? producer : [self, ...producer];
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

function isFilledLater(item: Item): boolean {
  return (
    own(item.manifest, 'type') === 'kubernetes.io/service-account-token' ||
    annotation(item, 'replicator.v1.mittwald.de/replicate-from') !== undefined ||
    item.labels['config.openshift.io/inject-trusted-cabundle'] === 'true' ||
    annotation(item, 'cert-manager.io/inject-ca-from') !== undefined
  );
}

function named(kind: string, name: string | undefined): Product[] {
  return name ? [{ kind, name }] : [];
}

function keysAt(value: unknown, path: string): string[] {
  return Object.keys(record(dig(value, path)));
}
