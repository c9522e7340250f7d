import { NO_EXPECTATIONS } from '../../internal/expects';
import type { Json } from '../../internal/json';
import type { ContainerDefaults } from '../../internal/pods/pod-demand';
import {
  type Autoscaler,
  autoscalerOf,
  isAutoscaler,
  isVerticalAutoscaler,
  type VerticalAutoscaler,
  verticalAutoscalerOf,
} from './autoscalers';
import { type Backend, backendsOf, hasBackends } from './backends';
import type { Item, ObjectType } from './item';
import { containerDefaults } from './limit-range';
import { isMonitor, monitoredNamespace } from './monitoring';
import { ObjectCounts } from './object-counts';
import { ObjectNames } from './object-names';
import { type MissingReference, OpenReferences } from './open-references';
import { type PodRecord, recordOf } from './pod-record';
import type { Pods } from './pods';
import { mayProvide, type Provided, ProvidedObjects } from './provided';
import { type QuotaLine, quotaLines } from './quota';
import { referencesOfIngress, referencesOfPods } from './references';
import { type ReplicaBounds, replicaBounds } from './replicas';
import { LabelIndex } from './selectors';
import { TrainJobs } from './train-jobs';
import { holdsScheduledRun, isBuiltInGroup, mayMakeUnseenPods } from './unseen-pods';

const DEFAULT_MINOR = 33;

/** What is known beside the manifests. */
export interface RuleOptions {
  /** Objects that exist outside these manifests: Kind/namespace/name, or Kind/name for any namespace; `:KEY1+KEY2` may follow. */
  readonly existing?: readonly string[];
  /** Minor version of the target Kubernetes: 33 for 1.33, which is the default. */
  readonly minor?: number;
}

/** Kinds whose spec the index keeps; of all other objects it keeps the name and what rules compare. */
const KEPT = {
  '/LimitRange': true,
  '/PersistentVolumeClaim': true,
  '/ResourceQuota': true,
  '/Service': true,
  'networking.k8s.io/NetworkPolicy': true,
  'kueue.x-k8s.io/ClusterQueue': true,
  'kueue.x-k8s.io/LocalQueue': true,
  'kueue.x-k8s.io/WorkloadPriorityClass': true,
  'policy/PodDisruptionBudget': true,
  'scheduling.k8s.io/PriorityClass': true,
  'scheduling.volcano.sh/Queue': true,
} as const;

export type KeptKind = keyof typeof KEPT;

type Reader = (item: Item) => void;

/**
 * What the rules know of all objects together. It is filled object by object, and keeps of each what may matter to
 * another one, so that the manifests themselves need not stay in memory.
 */
export class ManifestIndex {
  /** Minor of the Kubernetes that the objects are for. */
  readonly minor: number;
  /** The pods of every object that makes some. */
  pods: readonly PodRecord[] = [];
  readonly autoscalers: Autoscaler[] = [];
  readonly verticalAutoscalers: VerticalAutoscaler[] = [];
  /** Services that Ingresses and routes send requests to. */
  readonly backends: Backend[] = [];
  /** Objects that waive rules or declare what exists. */
  readonly declaring: Item[] = [];
  /** Objects that have the kind and name of an earlier one. */
  readonly duplicates: { readonly item: Item; readonly first: Item }[] = [];
  /** Namespaces whose pods some monitoring scrapes; `*` for all. */
  readonly monitored = new Set<string>();
  /** How many objects the manifests create in each namespace. */
  readonly counts = new ObjectCounts();

  private readonly found: PodRecord[] = [];
  private readonly trainJobs = new TrainJobs();
  private readonly readers = new Map<ObjectType, readonly Reader[]>();
  private readonly names = new ObjectNames();
  private readonly kept = new Map<string, Item[]>();
  private readonly podsByTarget = new Map<string, PodRecord[]>();
  private readonly namespaces = new Map<string, Readonly<Record<string, unknown>>>();
  private readonly limitRanges = new Map<string, Item[]>();
  private readonly quotas = new Map<string, QuotaLine[]>();
  private readonly defaults = new Map<string, ContainerDefaults>();
  private readonly labels = new Map<string, LabelIndex>();
  private readonly autoscalersByTarget = new Map<string, Autoscaler[]>();
  private readonly unseen = new Set<string>();
  private readonly provided: ProvidedObjects;
  private readonly references: OpenReferences;

  constructor(options: RuleOptions = {}) {
    this.minor = options.minor ?? DEFAULT_MINOR;
    this.provided = new ProvidedObjects(this.names, options.existing);
    this.references = new OpenReferences(this.provided);
  }

  /** Takes in an object and its pods. */
  add(item: Item, pods: readonly Pods[]): void {
    const first = item.kind === '' || item.name === '' ? undefined : this.names.add(item);
    if (first) this.duplicates.push({ item, first });
    if (item.waivers.length > 0 || item.expectations !== NO_EXPECTATIONS) this.declaring.push(item);
    this.counts.add(item, pods);
    for (const read of this.readersOf(item.type)) read(item);
    for (const each of pods) this.addPods(each);
  }

  /** To be called once, when all objects are there: a TrainJob has the pods of its runtime. */
  complete(): void {
    const joined = this.trainJobs.joined();
    const ofRuntimes = [...joined.values()].flat();
    for (const record of ofRuntimes) this.labelsOf(record.item.namespace).add(record);
    this.pods = [...this.found.filter(({ item }) => !joined.has(item)), ...ofRuntimes];
  }

  /** True for a runtime whose pods are those of a TrainJob, with which they are counted. */
  isUsedByRun(runtime: Item): boolean {
    return this.trainJobs.isUsed(runtime);
  }

  /** What is read of objects of a type, chosen once for the type. */
  private readersOf(type: ObjectType): readonly Reader[] {
    const known = this.readers.get(type);
    if (known) return known;
    const made = this.makeReaders(type);
    this.readers.set(type, made);
    return made;
  }

  private makeReaders(type: ObjectType): Reader[] {
    const { id, group, kind } = type;
    const isBuiltIn = isBuiltInGroup(group);
    const readers: Reader[] = [];
    if (mayProvide(type, isBuiltIn)) readers.push((item) => this.provided.add(item, isBuiltIn));
    if (id in KEPT) readers.push((item) => push(this.kept, id, item));
    if (mayMakeUnseenPods(group, kind)) readers.push((item) => this.unseen.add(item.namespace));
    if (id === '/ConfigMap')
      readers.push((item) => {
        if (holdsScheduledRun(item.labels)) this.unseen.add(item.namespace);
      });
    if (id === '/Namespace') readers.push((item) => this.namespaces.set(item.name, item.labels));
    if (id === '/LimitRange') readers.push((item) => push(this.limitRanges, item.namespace, item));
    if (id === '/ResourceQuota') readers.push((item) => this.addQuota(item));
    if (id === 'networking.k8s.io/Ingress') readers.push((item) => this.references.add(referencesOfIngress(item)));
    if (hasBackends(type)) readers.push((item) => void this.backends.push(...backendsOf(item)));
    if (id === TRAIN_JOB) readers.push((item) => this.trainJobs.addJob(item));
    if (isRuntime(type)) readers.push((item) => this.trainJobs.addRuntime(item));
    if (isMonitor(type)) readers.push((item) => this.monitored.add(monitoredNamespace(item)));
    if (isAutoscaler(type)) readers.push((item) => this.addAutoscaler(autoscalerOf(item)));
    if (isVerticalAutoscaler(type)) readers.push((item) => this.addVerticalAutoscaler(verticalAutoscalerOf(item)));
    return readers;
  }

  /** The objects of a kind whose spec is kept. */
  all(kind: KeptKind): readonly Item[] {
    return this.kept.get(kind) ?? [];
  }

  /** A claim of the manifests. */
  claim(namespace: string, name: string): Item | undefined {
    return this.names
      .find('PersistentVolumeClaim', namespace, name)
      .find(({ type }) => type.id === '/PersistentVolumeClaim');
  }

  service(namespace: string, name: string): Item | undefined {
    return this.names.find('Service', namespace, name).find(({ type }) => type.id === '/Service');
  }

  /** The labels of a Namespace of the manifests. */
  namespaceLabels(namespace: string): Readonly<Record<string, unknown>> | undefined {
    return this.namespaces.get(namespace);
  }

  /** The pods of the workload that an autoscaler's reference names. */
  podsNamed(kind: string, namespace: string, name: string): readonly PodRecord[] {
    return this.podsByTarget.get(`${kind}/${namespace}/${name}`) ?? [];
  }

  /** What the LimitRanges of the namespace give to containers that do not set them. */
  containerDefaults(namespace: string): ContainerDefaults {
    const known = this.defaults.get(namespace);
    if (known) return known;
    const made = containerDefaults(this.limitRanges.get(namespace) ?? []);
    this.defaults.set(namespace, made);
    return made;
  }

  /** What the ResourceQuotas of the namespace allow. */
  quotaLines(namespace: string): readonly QuotaLine[] {
    return this.quotas.get(namespace) ?? [];
  }

  /** The pods of the namespace that a label selector matches. */
  select(namespace: string, selector: Json): readonly PodRecord[] {
    return this.labels.get(namespace)?.select(selector) ?? NO_PODS;
  }

  /** The pods that a Service's plain map of labels matches. */
  selectPlain(namespace: string, selector: Json): readonly PodRecord[] {
    return this.labels.get(namespace)?.select(selector, true) ?? NO_PODS;
  }

  /** True where the selector may match pods: of the namespace, or of objects without a namespace. */
  mayMatch(namespace: string, selector: Json, plain = false): boolean {
    if (this.matchesIn(namespace, selector, plain)) return true;
    if (namespace !== '') return this.matchesIn('', selector, plain);
    return [...this.labels.keys()].some((place) => this.matchesIn(place, selector, plain));
  }

  private matchesIn(namespace: string, selector: Json, plain: boolean): boolean {
    return (this.labels.get(namespace)?.select(selector, plain) ?? NO_PODS).length > 0;
  }

  /** False where custom resources may make pods that the manifests do not describe. */
  seesAllPods(namespace: string): boolean {
    if (namespace === '') return this.unseen.size === 0;
    return !this.unseen.has(namespace) && !this.unseen.has('');
  }

  /** The object that `by` refers to: of the manifests, made by a controller, or declared to exist. */
  find(kind: string, namespace: string, name: string, by: Item): Provided | undefined {
    return this.provided.find(kind, namespace, name, by);
  }

  /** True where an object of one of the kinds is declared for the whole app. */
  declaresKind(kinds: readonly string[]): boolean {
    return this.provided.declaresKind(kinds);
  }

  /** An object by which one of that kind and any name may be made, without the manifests saying so. */
  maker(kind: string, namespace: string): Item | undefined {
    return this.provided.maker(kind, namespace);
  }

  /** References to objects or keys that nothing provides. */
  missing(): readonly MissingReference[] {
    return this.references.missing();
  }

  autoscalersOf(item: Item): readonly Autoscaler[] {
    return this.autoscalersByTarget.get(`${item.kind}/${item.namespace}/${item.name}`) ?? [];
  }

  replicas(pods: PodRecord): ReplicaBounds {
    return replicaBounds(pods, this.autoscalersOf(pods.item)[0]);
  }

  private addQuota(item: Item): void {
    for (const line of quotaLines(item)) push(this.quotas, item.namespace, line);
  }

  private addPods(pods: Pods): void {
    const { item } = pods;
    const record = recordOf(pods);
    this.found.push(record);
    push(this.podsByTarget, `${item.kind}/${item.namespace}/${item.name}`, record);
    this.references.add(referencesOfPods(pods));
    if (!record.reusable && !record.isTest) this.labelsOf(item.namespace).add(record);
  }

  private addAutoscaler(autoscaler: Autoscaler | undefined): void {
    if (!autoscaler) return;
    const { item, targetKind, targetName } = autoscaler;
    this.autoscalers.push(autoscaler);
    push(this.autoscalersByTarget, `${targetKind}/${item.namespace}/${targetName}`, autoscaler);
  }

  private addVerticalAutoscaler(autoscaler: VerticalAutoscaler | undefined): void {
    if (autoscaler) this.verticalAutoscalers.push(autoscaler);
  }

  private labelsOf(namespace: string): LabelIndex {
    const known = this.labels.get(namespace);
    if (known) return known;
    const made = new LabelIndex();
    this.labels.set(namespace, made);
    return made;
  }
}

const NO_PODS: readonly PodRecord[] = [];
const TRAIN_JOB = 'trainer.kubeflow.org/TrainJob';

function isRuntime({ group, kind }: ObjectType): boolean {
  return group === 'trainer.kubeflow.org' && /^(Cluster)?TrainingRuntime$/.test(kind);
}

/** What the index keeps of an object's spec, for `Item.release`. */
export function keptSpec(item: Item): Readonly<Record<string, unknown>> | undefined {
  if (item.type.id === 'networking.k8s.io/NetworkPolicy') {
    const { podSelector, policyTypes, ingress } = item.spec;
    return { podSelector, policyTypes, ingress };
  }
  return item.type.id in KEPT ? item.spec : undefined;
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
