import type { Checker } from '../../internal/errors';
import { parseQuantity } from '../../internal/quantity';
import type { ContainerLimits } from '../../values/guard-rails';
import { checkAmount, checkOrder } from './amounts';
import type { ContainerBounds } from './container-bounds-props';

/**
 * What a container that states nothing gets where the quota would refuse it otherwise: enough for a helper (a proxy, an
 * operator's job), too little to go unnoticed in a model server.
 */
export const CONTAINER_DEFAULTS = { cpu: '100m', cpuLimit: '1', memory: '256Mi', memoryLimit: '1Gi' } as const;

/** The `Container` item of the LimitRange of an owned namespace, or nothing where none is needed. */
export function containerLimits(
  bounds: ContainerBounds,
  hard: Readonly<Record<string, string>>,
): ContainerLimits | undefined {
  const [cpu, memory] = (['cpu', 'memory'] as const).map((resource) =>
    resourceDefaults(
      { ...written(bounds, resource) },
      { request: CONTAINER_DEFAULTS[resource], limit: CONTAINER_DEFAULTS[`${resource}Limit`] },
      // a quota on CPU or memory, and on no other resource, refuses containers that do not state it
      { request: `requests.${resource}` in hard, limit: `limits.${resource}` in hard },
    ),
  );
  return asLimits(cpu, memory);
}

/** The `Container` item of a LimitRange that somebody else wrote. */
export function knownContainerLimits(bounds: ContainerBounds): ContainerLimits | undefined {
  return asLimits(written(bounds, 'cpu'), written(bounds, 'memory'));
}

interface Bounds {
  readonly request?: string;
  readonly limit?: string;
  readonly min?: string;
  readonly max?: string;
}

function written(bounds: ContainerBounds, resource: 'cpu' | 'memory'): Bounds {
  return resource === 'cpu'
    ? { request: bounds.cpu, limit: bounds.cpuLimit, min: bounds.minCpu, max: bounds.maxCpu }
    : { request: bounds.memory, limit: bounds.memoryLimit, min: bounds.minMemory, max: bounds.maxMemory };
}

function resourceDefaults(
  given: Bounds,
  ours: { readonly request: string; readonly limit: string },
  needs: { readonly request: boolean; readonly limit: boolean },
): Bounds {
  const needed = needs.limit ? smallest(largest(ours.limit, given.request, given.min), given.max) : undefined;
  // Kubernetes would take the upper bound as the default limit; said here, so that the YAML shows it
  const limit = given.limit ?? needed ?? given.max;
  // without a default request, that of a container would be its default limit
  const stated = needs.request || limit !== undefined;
  const request = given.request ?? (stated ? smallest(largest(ours.request, given.min), limit) : undefined);
  return { ...given, request, limit };
}

const sorted = (amounts: (string | undefined)[]) =>
  amounts.filter((a): a is string => a !== undefined).sort((a, b) => (parseQuantity(a) ?? 0) - (parseQuantity(b) ?? 0));
const smallest = (...amounts: (string | undefined)[]) => sorted(amounts)[0];
const largest = (...amounts: (string | undefined)[]) => sorted(amounts).at(-1);

function asLimits(cpu: Bounds, memory: Bounds): ContainerLimits | undefined {
  const both = (key: keyof Bounds) => {
    const amounts = { ...(cpu[key] && { cpu: cpu[key] }), ...(memory[key] && { memory: memory[key] }) };
    return Object.keys(amounts).length > 0 ? amounts : undefined;
  };
  const limits = { defaultRequest: both('request'), default: both('limit'), min: both('min'), max: both('max') };
  return Object.values(limits).some(Boolean) ? limits : undefined;
}

/** Refuses what the API server would refuse: amounts that are none, and bounds out of order. */
export function checkContainerBounds(check: Checker, bounds: ContainerBounds): void {
  for (const resource of ['cpu', 'memory'] as const) {
    const name = resource === 'cpu' ? 'Cpu' : 'Memory';
    const [min, request, limit, max] = ([`min${name}`, resource, `${resource}Limit`, `max${name}`] as const).map(
      (prop) => ({ prop, text: bounds[prop], value: checkAmount(check.at(prop), bounds[prop], resource) }),
    );
    checkOrder(check, min, request);
    checkOrder(check, request, limit);
    checkOrder(check, limit, max);
    // the outer pairs matter where the inner amount is left out
    if (limit.text === undefined) checkOrder(check, request, max);
    if (request.text === undefined) checkOrder(check, min, limit.text === undefined ? max : limit);
  }
}
