import { parseQuantity } from '../../internal/quantity';
import type { Item } from './item';
import type { Container, Pods } from './pods';
import { dig, entries, type Json, own, record } from './read';

/** Amounts by resource, in base units: `cpu`, `memory`, `nvidia.com/gpu`. */
export type Amounts = ReadonlyMap<string, number>;

/** What a namespace's LimitRanges give to containers that say nothing. */
export interface ContainerDefaults {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

export const NO_DEFAULTS: ContainerDefaults = { requests: new Map(), limits: new Map() };

/**
 * The defaults of the LimitRanges of one namespace. As the API server fills them in: a limit from `default`, else `max`;
 * a request from `defaultRequest`, else that limit, else `min`.
 */
export function containerDefaults(limitRanges: readonly Item[]): ContainerDefaults {
  const requests = new Map<string, number>();
  const limits = new Map<string, number>();
  const fill = (into: Map<string, number>, from: Iterable<[string, number]>) => {
    for (const [resource, value] of from) if (!into.has(resource)) into.set(resource, value);
  };
  for (const item of limitRanges) {
    for (const { value } of entries(own(item.spec, 'limits'), 'spec.limits')) {
      if (own(value, 'type') !== 'Container') continue;
      const limit = new Map(amounts(own(value, 'default')));
      fill(limit, amounts(own(value, 'max')));
      fill(limits, limit);
      fill(requests, amounts(own(value, 'defaultRequest')));
      fill(requests, limit);
      fill(requests, amounts(own(value, 'min')));
    }
  }
  return { requests, limits };
}

/** What a container asks for; a request that is missing is its limit, as the API server fills it in. */
export function containerRequests(container: Container, defaults = NO_DEFAULTS): Amounts {
  const resources = record(own(container.spec, 'resources'));
  return new Map([...defaults.requests, ...amounts(own(resources, 'limits')), ...amounts(own(resources, 'requests'))]);
}

export function containerLimits(container: Container, defaults = NO_DEFAULTS): Amounts {
  return new Map([...defaults.limits, ...amounts(dig(container.spec, 'resources.limits'))]);
}

/** Resources that the whole pod declares (`spec.resources`), which stand for those of its containers. */
export function podLevel(pods: Pods, field: 'requests' | 'limits'): Amounts {
  const resources = record(own(pods.spec, 'resources'));
  const declared = amounts(own(resources, field));
  return new Map(field === 'requests' ? [...amounts(own(resources, 'limits')), ...declared] : declared);
}

/**
 * What the scheduler and a quota count for one pod: the containers that run together, or the largest moment of the start,
 * when an init container runs beside the sidecars started before it; overhead on top.
 */
export function podDemand(pods: Pods, field: 'requests' | 'limits', defaults = NO_DEFAULTS): Map<string, number> {
  const of = field === 'requests' ? containerRequests : containerLimits;
  const running = new Map<string, number>();
  const starting = new Map<string, number>();
  const sidecars = new Map<string, number>();
  for (const container of pods.containers) {
    if (container.role === 'ephemeral') continue;
    for (const [resource, amount] of of(container, defaults)) {
      if (container.role === 'init') raise(starting, resource, amount + (sidecars.get(resource) ?? 0));
      else add(running, resource, amount);
      if (container.role === 'sidecar') {
        add(sidecars, resource, amount);
        raise(starting, resource, sidecars.get(resource) ?? 0);
      }
    }
  }
  for (const [resource, amount] of starting) raise(running, resource, amount);
  for (const [resource, amount] of podLevel(pods, field)) running.set(resource, amount);
  for (const [resource, amount] of amounts(own(pods.spec, 'overhead')))
    if (field === 'requests' || running.has(resource)) add(running, resource, amount);
  return running;
}

/** The readable quantities of a map; others are another rule's business. */
export function amounts(value: unknown): [string, number][] {
  const found: [string, number][] = [];
  for (const [resource, written] of Object.entries(record(value) as Json)) {
    const amount = quantityOf(written);
    if (amount !== undefined) found.push([resource, amount]);
  }
  return found;
}

/** A quantity as YAML may hold it: text, or a bare number. */
export function quantityOf(written: unknown): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined;
  return typeof written === 'string' ? parseQuantity(written) : undefined;
}

function add(into: Map<string, number>, key: string, value: number): void {
  into.set(key, (into.get(key) ?? 0) + value);
}

function raise(into: Map<string, number>, key: string, value: number): void {
  into.set(key, Math.max(into.get(key) ?? 0, value));
}
