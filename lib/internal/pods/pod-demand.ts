import { own, record } from '../json';
import { parseQuantity } from '../quantity';
import { remembered } from '../remember';
import { type ContainerRole, containersOf } from './containers';
import { type PodSet, podSetsOf } from './pod-sets';

/** Amounts by resource, in base units: `cpu`, `memory`, `nvidia.com/gpu`. */
export type Amounts = ReadonlyMap<string, number>;

export type DemandField = 'requests' | 'limits';

/** What the LimitRanges of a namespace give to containers that do not set them. */
export interface ContainerDefaults {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

export const NO_DEFAULTS: ContainerDefaults = { requests: new Map(), limits: new Map() };

/** A container as demand is counted: its role and its `resources`. */
export interface DemandingContainer {
  readonly role: ContainerRole;
  readonly resources: unknown;
}

/** What one container requests or may use. A request that is missing is its limit, as the API server fills it in. */
export function containerDemand(resources: unknown, field: DemandField, defaults = NO_DEFAULTS): Amounts {
  const limits = amounts(own(resources, 'limits'));
  const declared = field === 'requests' ? [...limits, ...amounts(own(resources, 'requests'))] : limits;
  return new Map([...defaults[field], ...declared]);
}

/**
 * What the scheduler and a quota count for the containers of one pod: those that run together, or the largest moment of
 * the start, when an init container runs beside the sidecars that were started before it.
 * https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function demandOfContainers(
  containers: readonly DemandingContainer[],
  field: DemandField,
  defaults = NO_DEFAULTS,
): Map<string, number> {
  const running = new Map<string, number>();
  const starting = new Map<string, number>();
  const sidecars = new Map<string, number>();
  for (const { role, resources } of containers) {
    if (role === 'ephemeral') continue;
    for (const [resource, amount] of containerDemand(resources, field, defaults)) {
      if (role === 'init') raise(starting, resource, amount + (sidecars.get(resource) ?? 0));
      else add(running, resource, amount);
      if (role === 'sidecar') {
        add(sidecars, resource, amount);
        raise(starting, resource, sidecars.get(resource) ?? 0);
      }
    }
  }
  for (const [resource, amount] of starting) raise(running, resource, amount);
  return running;
}

/** Resources that the whole pod declares (`spec.resources`), which replace those of its containers. */
export function podLevel(resources: unknown, field: DemandField): Amounts {
  const declared = amounts(own(resources, field));
  return new Map(field === 'requests' ? [...amounts(own(resources, 'limits')), ...declared] : declared);
}

/** A pod as its demand is counted. */
export interface DemandingPod {
  readonly containers: readonly DemandingContainer[];
  /** `resources` and `overhead` of the pod's spec. */
  readonly resources?: unknown;
  readonly overhead?: unknown;
}

/** What one pod requests, or may use: its containers, or what the pod declares for them, and its overhead. */
export function demandOfPod(pod: DemandingPod, field: DemandField, defaults = NO_DEFAULTS): Map<string, number> {
  const demand = demandOfContainers(pod.containers, field, defaults);
  for (const [resource, amount] of podLevel(pod.resources, field)) demand.set(resource, amount);
  for (const [resource, amount] of amounts(pod.overhead))
    if (field === 'requests' || demand.has(resource)) add(demand, resource, amount);
  return demand;
}

/** What one pod of the set requests, or may use. */
export function podDemand(set: PodSpecAt, field: DemandField, defaults = NO_DEFAULTS): Map<string, number> {
  const { resources, overhead } = set.template.spec;
  const containers = containersOf(set).map(({ role, spec }) => ({ role, resources: own(spec, 'resources') }));
  return demandOfPod({ containers, resources, overhead }, field, defaults);
}

type PodSpecAt = Pick<PodSet, 'template' | 'specPath' | 'placed'>;

/**
 * What all pods of an object request, or may use, at once: each set times its count, and sets that run apart from the
 * others only where they are larger. A set with one pod on each node counts as one node.
 */
export function manifestDemand(manifest: unknown, field: DemandField, defaults = NO_DEFAULTS): Map<string, number> {
  return demandOfSets(podSetsOf(manifest), field, defaults);
}

export function demandOfSets(
  sets: readonly (PodSpecAt & Pick<PodSet, 'count' | 'separate'>)[],
  field: DemandField,
  defaults = NO_DEFAULTS,
): Map<string, number> {
  const together = new Map<string, number>();
  const apart = new Map<string, number>();
  for (const set of sets)
    for (const [resource, amount] of podDemand(set, field, defaults))
      (set.separate ? raise : add)(set.separate ? apart : together, resource, amount * set.count);
  for (const [resource, amount] of apart) raise(together, resource, amount);
  return together;
}

/** The readable quantities of a map. */
export function amounts(value: unknown): [string, number][] {
  const found: [string, number][] = [];
  for (const [resource, written] of Object.entries(record(value))) {
    const amount = quantityOf(written);
    if (amount !== undefined) found.push([resource, amount]);
  }
  return found;
}

const quantityOfText = remembered(parseQuantity);

/** A quantity as YAML may hold it: text, or a bare number. */
export function quantityOf(written: unknown): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined;
  return typeof written === 'string' ? quantityOfText(written) : undefined;
}

function add(into: Map<string, number>, key: string, value: number): void {
  into.set(key, (into.get(key) ?? 0) + value);
}

function raise(into: Map<string, number>, key: string, value: number): void {
  into.set(key, Math.max(into.get(key) ?? 0, value));
}
