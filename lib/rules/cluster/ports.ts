import { entries, list, own, record, text, word, words } from '../../internal/json';
import { type PodContainer, runsWithPod } from '../../internal/pods/containers';
import type { Pods } from './pods';

export interface OpenPort {
  readonly name: unknown;
  readonly number: unknown;
  readonly protocol: string;
}

/** The ports that a container says it opens. */
export function portsOf(container: PodContainer): OpenPort[] {
  return list(own(container.spec, 'ports'))
    .map(record)
    .map((port) => ({
      name: own(port, 'name'),
      number: own(port, 'containerPort'),
      protocol: text(own(port, 'protocol')) ?? 'TCP',
    }));
}

/** The ports at which a Service can reach a pod: those of containers that run as long as the pod does. */
export function portsOfPods(pods: Pods): OpenPort[] {
  return pods.containers.filter(runsWithPod).flatMap(portsOf);
}

const known = new WeakMap<readonly Pods[], OpenPorts>();

/** The ports that some of the pods open. Remembered, because an index gives the same answer to many Services. */
export interface OpenPorts {
  /** Names with their protocol: `http/TCP`. */
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
}

export function openPorts(pods: readonly Pods[]): OpenPorts {
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

/** Ports as messages tell them: `http 8000, metrics 9090`. */
export function shownPorts(ports: readonly OpenPort[]): string {
  return words(ports.map(({ name, number }) => `${word(name)} ${word(number)}`.trim()));
}

export const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

/** Where a container is asked something: its probes and lifecycle hooks. */
export function handlersOf(container: PodContainer): { readonly at: string; readonly handler: unknown }[] {
  const hooks = record(own(container.spec, 'lifecycle'));
  return [
    ...PROBES.map((probe) => ({ at: `${container.path}.${probe}`, handler: own(container.spec, probe) })),
    ...['postStart', 'preStop'].map((hook) => ({
      at: `${container.path}.lifecycle.${hook}`,
      handler: own(hooks, hook),
    })),
  ];
}

/** The entries of a Service's ports. */
export function servicePorts(spec: unknown) {
  return entries(own(spec, 'ports'), 'spec.ports');
}
