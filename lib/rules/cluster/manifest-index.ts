import type { ContainerDefaults } from '../../internal/pods/pod-demand';
import { type Item, type LocatedManifest, readItems } from './item';
import { containerDefaults } from './limit-range';
import { type Pods, podsOf } from './pods';
import { type Provided, ProvidedObjects } from './provided';
import { type QuotaLine, quotaLines } from './quota';
import { type Reference, referencesOfIngress, referencesOfPods } from './references';
import { type Autoscaler, autoscalerOf, type ReplicaBounds, replicaBounds } from './scaling';
import { LabelIndex } from './selectors';
import { mayMakeUnseenPods } from './unseen-pods';

const DEFAULT_MINOR = 33;

/** What is known beside the manifests. */
export interface RuleOptions {
  /** Objects that exist outside these manifests: Kind/namespace/name, or Kind/name for any namespace; `:KEY1+KEY2` may follow. */
  readonly existing?: readonly string[];
  /** Minor version of the target Kubernetes: 33 for 1.33, which is the default. */
  readonly minor?: number;
}

/** All objects of one app, ready to be asked: built once, and each question costs what its answer is long. */
export class ManifestIndex {
  readonly items: readonly Item[];
  /** Minor of the Kubernetes that the objects are for. */
  readonly minor: number;
  /** Every pod template of every workload. */
  readonly pods: readonly Pods[];
  readonly references: readonly Reference[];
  readonly autoscalers: readonly Autoscaler[];

  private readonly byKind = new Map<string, Item[]>();
  private readonly byName = new Map<string, Item>();
  private readonly podsByItem = new Map<Item, Pods[]>();
  private readonly podsByTarget = new Map<string, readonly Pods[]>();
  private readonly limitRanges = new Map<string, Item[]>();
  private readonly quotas = new Map<string, QuotaLine[]>();
  private readonly defaults = new Map<string, ContainerDefaults>();
  private readonly labels = new Map<string, LabelIndex>();
  private readonly autoscalersByTarget = new Map<string, Autoscaler[]>();
  private readonly unseen = new Set<string>();
  private readonly provided: ProvidedObjects;

  constructor(objects: readonly LocatedManifest[], options: RuleOptions = {}) {
    this.items = readItems(objects);
    this.minor = options.minor ?? DEFAULT_MINOR;
    for (const item of this.items) this.addItem(item);
    this.pods = this.items.flatMap((item) => this.podsByItem.get(item) ?? []);
    this.references = [
      ...this.pods.flatMap(referencesOfPods),
      ...this.all('networking.k8s.io', 'Ingress').flatMap(referencesOfIngress),
    ];
    this.autoscalers = [...this.autoscalersByTarget.values()].flat();
    this.provided = new ProvidedObjects(this.items, options.existing);
  }

  all(group: string, kind: string): readonly Item[] {
    return this.byKind.get(`${group}/${kind}`) ?? [];
  }

  find(group: string, kind: string, namespace: string, name: string): Item | undefined {
    return this.byName.get(`${group}/${kind}/${namespace}/${name}`);
  }

  /** The objects that make pods, with their pods. */
  get workloads(): ReadonlyMap<Item, readonly Pods[]> {
    return this.podsByItem;
  }

  podsOf(item: Item): readonly Pods[] {
    return this.podsByItem.get(item) ?? [];
  }

  /** The pods of the workload that an autoscaler's reference names. */
  podsNamed(kind: string, namespace: string, name: string): readonly Pods[] {
    return this.podsByTarget.get(`${kind}/${namespace}/${name}`) ?? [];
  }

  /** What the LimitRanges of the namespace give to containers that say nothing. */
  containerDefaults(namespace: string): ContainerDefaults {
    const known = this.defaults.get(namespace);
    if (known) return known;
    const made = containerDefaults(this.limitRanges.get(namespace) ?? []);
    this.defaults.set(namespace, made);
    return made;
  }

  /** What the ResourceQuotas of the namespace allow to its pods. */
  quotaLines(namespace: string): readonly QuotaLine[] {
    return this.quotas.get(namespace) ?? [];
  }

  /** The pods of the namespace that a label selector picks. */
  select(namespace: string, selector: unknown): readonly Pods[] {
    return this.labels.get(namespace)?.select(selector) ?? [];
  }

  /** The pods that a Service's plain map of labels picks. */
  selectPlain(namespace: string, selector: unknown): readonly Pods[] {
    return this.labels.get(namespace)?.select(selector, true) ?? [];
  }

  /** False where custom resources may make pods of which the manifests say nothing. */
  seesAllPods(namespace: string): boolean {
    return !this.unseen.has(namespace) && !this.unseen.has('');
  }

  /** Who provides what `by` refers to: the manifests, or somebody who is said to. */
  whoProvides(kind: string, namespace: string, name: string, by: Item): Provided | undefined {
    return this.provided.find(kind, namespace, name, by);
  }

  /** True where the object says that the pods which it selects are made elsewhere. */
  expectsWorkload(item: Item): boolean {
    return this.provided.expectsWorkload(item);
  }

  autoscalersOf(item: Item): readonly Autoscaler[] {
    return this.autoscalersByTarget.get(`${item.kind}/${item.namespace}/${item.name}`) ?? [];
  }

  replicas(pods: Pods): ReplicaBounds {
    return replicaBounds(pods, this.autoscalersOf(pods.item)[0]);
  }

  private addItem(item: Item): void {
    push(this.byKind, `${item.group}/${item.kind}`, item);
    const name = `${item.group}/${item.kind}/${item.namespace}/${item.name}`;
    if (!this.byName.has(name)) this.byName.set(name, item);
    if (mayMakeUnseenPods(item.group, item.kind)) this.unseen.add(item.namespace);
    const pods = podsOf(item);
    if (pods.length > 0) {
      this.podsByItem.set(item, pods);
      this.podsByTarget.set(`${item.kind}/${item.namespace}/${item.name}`, pods);
    }
    if (item.group === '' && item.kind === 'LimitRange') push(this.limitRanges, item.namespace, item);
    if (item.group === '' && item.kind === 'ResourceQuota')
      for (const line of quotaLines(item)) push(this.quotas, item.namespace, line);
    for (const template of pods) this.labelsOf(item.namespace).add(template);
    const autoscaler = autoscalerOf(item);
    if (autoscaler)
      push(this.autoscalersByTarget, `${autoscaler.targetKind}/${item.namespace}/${autoscaler.targetName}`, autoscaler);
  }

  private labelsOf(namespace: string): LabelIndex {
    const known = this.labels.get(namespace);
    if (known) return known;
    const made = new LabelIndex();
    this.labels.set(namespace, made);
    return made;
  }
}

/** Items as kubectl names them, for messages: a few, the rest counted. */
export function titles(items: readonly Item[]): string {
  const shown = items.length <= 3 ? items : items.slice(0, 2);
  const names = [...new Set(shown.map((item) => item.title))].join(', ');
  return shown.length === items.length ? names : `${names} and ${items.length - shown.length} more`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
