import { entries, list, own, record, text, word, words } from '../../internal/json';
import { type PodContainer, runsWithPod } from '../../internal/pods/containers';
import type { PodRecord } from './pod-record';

export interface OpenPort {
  readonly name: unknown;
  readonly number: unknown;
  readonly protocol: string;
}

/** The ports that a container declares, from its list of ports. */
export function portsOf(ports: unknown): OpenPort[] {
  return list(ports)
    .map(record)
    .map((port) => ({
      name: own(port, 'name'),
      number: own(port, 'containerPort'),
      protocol: text(own(port, 'protocol')) ?? 'TCP',
    }));
}

/** The ports at which a Service can reach a pod: those of containers that run as long as the pod does. */
export function portsOfPods(pods: PodRecord): OpenPort[] {
  return pods.containers.filter(runsWithPod).flatMap(({ ports }) => portsOf(ports));
}

/** The ports that some of the pods open. */
export interface OpenPorts {
  /** Names with their protocol: `http/TCP`. */
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
}

const known = new WeakMap<readonly PodRecord[], OpenPorts>();

/** Remembered, because the index gives the same list of pods to many Services. */
export function openPorts(pods: readonly PodRecord[]): OpenPorts {
  const found = known.get(pods);
  if (found) return found;
  const ports = pods.flatMap(portsOfPods);
  const open = {
    names: new Set(ports.map(({ name, protocol }) => `${word(name)}/${protocol}`)),
    numbers: new Set(ports.map(({ number }) => Number(word(number)))),
  };
  known.set(pods, open);
  return open;
}

/** Ports as messages show them: `http 8000, metrics 9090`. */
export function shownPorts(ports: readonly OpenPort[]): string {
  return words(ports.map(({ name, number }) => `${word(name)} ${word(number)}`.trim()));
}

export const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

/** The probes and lifecycle hooks of a container. */
export function handlersOf({ spec, path }: PodContainer): { readonly at: string; readonly handler: unknown }[] {
  const found = [];
  for (const probe of PROBES) if (spec[probe]) found.push({ at: `${path}.${probe}`, handler: own(spec, probe) });
  const hooks = own(spec, 'lifecycle');
  if (hooks)
    for (const hook of ['postStart', 'preStop'])
      found.push({ at: `${path}.lifecycle.${hook}`, handler: own(hooks, hook) });
  return found;
}

/** The entries of a Service's ports. */
export function servicePorts(spec: unknown) {
  return entries(own(spec, 'ports'), 'spec.ports');
}
