import { dig, type Json, own, record, text } from '../../internal/json';
import type { ContainerRole } from '../../internal/pods/containers';
import type { Item } from './item';
import { meshInjection } from './mesh';
import { isAnnotatedForScraping } from './monitoring';
import { isAdmittedEverywhere } from './pod-security';
import { annotationsOf, type Pods, volumesOf } from './pods';
import { type QueueReference, queueOf } from './queues';

/** What the rules compare of a container with other objects. */
export interface ContainerRecord {
  readonly name: string;
  readonly role: ContainerRole;
  readonly path: string;
  /** As they are written. */
  readonly ports: unknown;
  readonly resources: unknown;
}

/** A claim that pods mount. */
export interface MountedClaim {
  readonly name: string;
  /** Path of the volume. */
  readonly at: string;
}

/** What the index keeps of the pods of an object: what rules compare with other objects. */
export interface PodRecord {
  readonly item: Item;
  /** Role of the pods in their object; empty where it has one kind of pod only. */
  readonly role: string;
  readonly path: string;
  readonly count: number;
  readonly maxCount: number;
  readonly perNode: boolean;
  readonly reusable: boolean;
  readonly partial: boolean;
  readonly separate: boolean;
  readonly labels: Json;
  readonly selector?: { readonly path: string; readonly value: unknown };
  readonly containers: readonly ContainerRecord[];
  /** `resources` and `overhead` of the pod as a whole. */
  readonly resources: unknown;
  readonly overhead: unknown;
  readonly claims: readonly MountedClaim[];
  /** `spec.replicas` and `spec.strategy` of the object, as they are written. */
  readonly replicas: unknown;
  readonly strategy: unknown;
  /** The pods themselves, where some level of Pod Security may refuse them. */
  readonly insecure?: Pods;
  /** Annotated for a Prometheus that looks for annotations. */
  readonly isScraped: boolean;
  /** Whether Istio puts its proxy into the pods; undefined where the namespace decides. */
  readonly isMeshed?: boolean;
  /** An Indexed Job whose pods have a host name each: they find each other by it. */
  readonly isIndexed: boolean;
  /** The queue that admits the object, and the priority in it. */
  readonly queue?: QueueReference;
  /** `spec.priorityClassName` of the pods. */
  readonly priorityClass?: string;
  /** `spec.schedulerName` of the pods. */
  readonly scheduler?: string;
  /** A test of a Helm chart, which runs on demand and is no workload. */
  readonly isTest: boolean;
}

export function recordOf(pods: Pods): PodRecord {
  const { item, set, labels, spec } = pods;
  return {
    item,
    role: set.name,
    path: set.path,
    count: set.count,
    maxCount: set.maxCount ?? set.count,
    perNode: set.perNode,
    reusable: set.reusable,
    partial: set.partial,
    separate: set.separate,
    labels,
    selector: set.selector === undefined ? undefined : { path: set.selector, value: dig(item.manifest, set.selector) },
    containers: pods.containers.map(({ name, role, path, spec: container }) => ({
      name,
      role,
      path,
      ports: own(container, 'ports'),
      resources: own(container, 'resources'),
    })),
    resources: own(spec, 'resources'),
    overhead: own(spec, 'overhead'),
    claims: claimsOf(pods),
    replicas: own(item.spec, 'replicas'),
    strategy: own(item.spec, 'strategy'),
    insecure: isAdmittedEverywhere(pods) ? undefined : pods,
    isScraped: isAnnotatedForScraping(annotationsOf(pods)),
    isMeshed: meshInjection(labels, annotationsOf(pods)),
    isIndexed: isIndexed(item, spec),
    queue: queueOf(item),
    priorityClass: text(own(spec, 'priorityClassName')),
    scheduler: text(own(spec, 'schedulerName')),
    isTest: isHelmTest(item.annotations) || isHelmTest(annotationsOf(pods)),
  };
}

const NO_CLAIMS: readonly MountedClaim[] = [];

function claimsOf(pods: Pods): readonly MountedClaim[] {
  let found: MountedClaim[] | undefined;
  for (const { value, at } of volumesOf(pods)) {
    const name = text(dig(value, 'persistentVolumeClaim.claimName'));
    if (!name) continue;
    found ??= [];
    found.push({ name, at });
  }
  return found ?? NO_CLAIMS;
}

/** Pods of a headless Service that are told apart by their index. */
function isIndexed({ type, spec }: Item, pod: unknown): boolean {
  return (
    type.id === 'batch/Job' && own(spec, 'completionMode') === 'Indexed' && text(own(pod, 'subdomain')) !== undefined
  );
}

/** https://helm.sh/docs/topics/chart_tests/ */
function isHelmTest(annotations: unknown): boolean {
  const hooks = text(own(record(annotations), 'helm.sh/hook'));
  return hooks?.split(',').some((hook) => /^test(-success|-failure)?$/.test(hook.trim())) ?? false;
}

/** The pods of each object; those of one object follow each other in the index. */
export function* podsByObject(all: readonly PodRecord[]): Iterable<readonly PodRecord[]> {
  for (let start = 0, end = 1; start < all.length; start = end, end++) {
    while (end < all.length && all[end].item === all[start].item) end++;
    yield all.slice(start, end);
  }
}
