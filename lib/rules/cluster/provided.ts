import { EXPECTS_ANNOTATION } from '../../internal/labels';
import { POD_KINDS } from '../../internal/pods/pod-kinds';
import { type Expected, parseExpected, parseExpects } from './expects';
import { annotation, type Item } from './item';
import { productsOf } from './providers';

/** An object that somebody provides; without keys where any key may be in it. */
export interface Provided {
  readonly keys?: ReadonlySet<string>;
}

const WORKLOADS = new Set(Object.keys(POD_KINDS).map((id) => id.slice(id.indexOf('/') + 1)));

const ALWAYS = ['ServiceAccount/default', 'ConfigMap/kube-root-ca.crt', 'Service/default/kubernetes'];

/** Everything that references may point at: objects of the manifests, what these bring about, and what is said to exist. */
export class ProvidedObjects {
  private readonly objects = new Map<string, Provided>();
  private readonly said = new Map<string, Expected[]>();
  private readonly saidBy = new Map<Item, Expected[]>();

  constructor(items: readonly Item[], existing: readonly string[] = []) {
    for (const item of items) {
      for (const { kind, name, keys, anywhere } of productsOf(item))
        this.add(`${kind}/${anywhere ? '*' : item.namespace}/${name}`, { keys: keys && new Set(keys) });
      const expects = annotation(item, EXPECTS_ANNOTATION);
      if (expects !== undefined) this.saidBy.set(item, parseExpects(expects).expected);
    }
    for (const entry of [...ALWAYS, ...existing]) {
      const expected = typeof entry === 'string' ? parseExpected(entry) : undefined;
      if (!expected) continue;
      const key = `${expected.kind}/${expected.name}`;
      this.said.set(key, [...(this.said.get(key) ?? []), expected]);
    }
  }

  /** Who provides the object that `by` refers to, if anyone does. */
  find(kind: string, namespace: string, name: string, by: Item): Provided | undefined {
    const found = [
      this.objects.get(`${kind}/${namespace}/${name}`),
      this.objects.get(`${kind}/*/${name}`),
      ...(this.said.get(`${kind}/${name}`) ?? []).filter((e) => (e.namespace ?? namespace) === namespace),
      ...(namespace === by.namespace ? (this.saidBy.get(by) ?? []) : []).filter(
        (e) => e.kind === kind && e.name === name,
      ),
    ].filter((p): p is Provided => p !== undefined);
    if (found.length === 0) return undefined;
    return found.some((p) => p.keys === undefined)
      ? {}
      : { keys: new Set(found.flatMap((p) => [...(p.keys as ReadonlySet<string>)])) };
  }

  /** True where the object says that its pods are made elsewhere, by naming a workload that it expects. */
  expectsWorkload(item: Item): boolean {
    return (this.saidBy.get(item) ?? []).some(({ kind }) => WORKLOADS.has(kind));
  }

  private add(key: string, provided: Provided): void {
    const known = this.objects.get(key);
    if (!known) this.objects.set(key, provided);
    else if (known.keys && provided.keys) this.objects.set(key, { keys: new Set([...known.keys, ...provided.keys]) });
    else this.objects.set(key, {});
  }
}
