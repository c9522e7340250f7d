import { type Expected, parseExpected } from '../../internal/expects';
import { entries, list, own } from '../../internal/json';
import { POD_KINDS } from '../../internal/pods/pod-kinds';
import type { Item, ObjectType } from './item';
import type { ObjectNames } from './object-names';
import { type Family, familyOf, makesUnknownObjects } from './operator-products';
import { dataKeysOf, hasDataKeys, makesProducts, productsOf } from './products';

/** An object that exists or will exist; without keys where any key may be in it. */
export interface Provided {
  readonly keys?: readonly string[];
}

const ANY_KEYS: Provided = {};
const NONE: readonly Expected[] = [];

const WORKLOADS = new Set(Object.keys(POD_KINDS).map((id) => id.slice(id.indexOf('/') + 1)));

const ALWAYS = ['ServiceAccount/default', 'ConfigMap/kube-root-ca.crt', 'Service/default/kubernetes'];

/** Plurals of the kinds that references name, as RBAC has them. */
const RESOURCES: Readonly<Record<string, string>> = {
  ConfigMap: 'configmaps',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  Secret: 'secrets',
  Service: 'services',
  ServiceAccount: 'serviceaccounts',
};

/** True for types whose objects bring about others, or have keys that are referred to: of all others the name is enough. */
export function mayProvide(type: ObjectType, isBuiltIn: boolean): boolean {
  return !isBuiltIn || makesProducts(type) || hasDataKeys(type) || type.group === 'rbac.authorization.k8s.io';
}

/** Everything that references may name: objects of the manifests, what controllers make of them, and what is declared to exist. */
export class ProvidedObjects {
  private readonly products = new Map<string, Provided>();
  private readonly keys = new Map<Item, readonly string[]>();
  private readonly families = new Map<string, Family[]>();
  private readonly declared = new Map<string, Expected[]>();
  /** Objects by which others may be made that are not in the manifests: by namespace, or by namespace and resource. */
  private readonly makers = new Map<string, Item>();

  constructor(
    private readonly names: ObjectNames,
    existing: readonly string[] = [],
  ) {
    for (const entry of [...ALWAYS, ...existing]) {
      const expected = typeof entry === 'string' ? parseExpected(entry) : undefined;
      if (!expected) continue;
      const key = `${expected.kind}/${expected.name}`;
      this.declared.set(key, [...(this.declared.get(key) ?? []), expected]);
    }
  }

  /** Records what a controller makes of the object, and which keys it has. */
  add(item: Item, isBuiltIn: boolean): void {
    for (const { kind, name, keys, anywhere } of productsOf(item))
      this.addProduct(`${kind}/${anywhere ? '*' : item.namespace}/${name}`, { keys });
    const keys = dataKeysOf(item);
    if (keys) this.keys.set(item, keys);
    if (isBuiltIn) this.addCreators(item);
    else this.addMaker(item);
  }

  /** The object that `by` refers to, where it is provided. Of use once all objects are there. */
  find(kind: string, namespace: string, name: string, by: Item): Provided | undefined {
    return (
      this.findNamed(kind, namespace, name, by) ??
      this.withUnknownNamespace(kind, namespace, name) ??
      (this.isOfFamily(kind, namespace, name) ? ANY_KEYS : undefined)
    );
  }

  /** The same among the objects that are there so far, where the namespace is the same. */
  findNamed(kind: string, namespace: string, name: string, by: Item): Provided | undefined {
    let found: Provided | undefined;
    for (const item of this.names.find(kind, namespace, name)) found = merged(found, this.providedBy(item));
    found = merged(found, this.products.get(`${kind}/${namespace}/${name}`));
    found = merged(found, this.products.get(`${kind}/*/${name}`));
    for (const expected of this.declared.get(`${kind}/${name}`) ?? NONE)
      if (namespace === '' || (expected.namespace ?? namespace) === namespace)
        found = merged(found, declared(expected));
    if (namespace === by.namespace)
      for (const expected of by.expectations.expected)
        if (expected.kind === kind && expected.name === name) found = merged(found, declared(expected));
    return found;
  }

  declaresKind(kinds: readonly string[]): boolean {
    return [...this.declared.keys()].some((key) => kinds.includes(key.slice(0, key.indexOf('/'))));
  }

  /** An object of which a controller or a program may make one of that kind and any name. */
  maker(kind: string, namespace: string): Item | undefined {
    const resource = RESOURCES[kind];
    for (const place of [namespace, '*']) {
      const maker = this.makers.get(place) ?? this.makers.get(`${place}/${resource}`) ?? this.makers.get(`${place}/*`);
      if (maker) return maker;
    }
    return undefined;
  }

  /** An object without a namespace may be in any: the one that refers, or the one that is referred to. */
  private withUnknownNamespace(kind: string, namespace: string, name: string): Provided | undefined {
    const items =
      namespace === ''
        ? this.names.findAnywhere(kind, name)
        : this.names.find(kind, '', name).filter(({ type }) => !type.isClusterScoped);
    return items.reduce<Provided | undefined>((found, item) => merged(found, this.providedBy(item)), undefined);
  }

  private providedBy(item: Item): Provided {
    const keys = this.keys.get(item);
    return keys ? { keys } : ANY_KEYS;
  }

  private isOfFamily(kind: string, namespace: string, name: string): boolean {
    return (this.families.get(namespace) ?? []).some(
      ({ kinds, prefix }) => kinds.includes(kind) && (name === prefix || name.startsWith(`${prefix}-`)),
    );
  }

  private addProduct(key: string, provided: Provided): void {
    this.products.set(key, merged(this.products.get(key), provided) as Provided);
  }

  private addMaker(item: Item): void {
    const family = familyOf(item);
    if (family) this.families.set(item.namespace, [...(this.families.get(item.namespace) ?? []), family]);
    const where = makesUnknownObjects(item);
    if (where !== 'nowhere') this.makers.set(where === 'anywhere' ? '*' : item.namespace, item);
  }

  /** Who holds a role that may create an object: a hook Job that makes certificates, an operator of the app itself. */
  private addCreators(item: Item): void {
    if (item.group !== 'rbac.authorization.k8s.io' || !/^(Cluster)?Role$/.test(item.kind)) return;
    const place = item.kind === 'ClusterRole' ? '*' : item.namespace;
    for (const { value } of entries(own(item.manifest, 'rules'), '')) {
      const verbs = list(own(value, 'verbs'));
      if (!verbs.includes('create') && !verbs.includes('*')) continue;
      for (const resource of list(own(value, 'resources')))
        if (typeof resource === 'string') this.makers.set(`${place}/${resource}`, item);
    }
  }
}

/** What is provided by both: any key, where one of the two has any. */
function merged(one: Provided | undefined, other: Provided | undefined): Provided | undefined {
  if (!one || !other) return one ?? other;
  return one.keys && other.keys ? { keys: [...one.keys, ...other.keys] } : ANY_KEYS;
}

function declared({ keys }: Expected): Provided {
  return keys ? { keys: [...keys] } : ANY_KEYS;
}

/** True where the object declares that its pods are made elsewhere, by naming a workload that it expects. */
export function expectsWorkload(item: Item): boolean {
  return item.expectations.expected.some(({ kind }) => WORKLOADS.has(kind));
}
