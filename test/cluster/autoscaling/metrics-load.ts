import { parseQuantity } from '../../../lib/internal/quantity';
import type { Manifest } from '../plane/api';
import { isReady } from '../support/pods';

/** What callers ask of a service at one moment. */
export interface Requests {
  readonly perMinute: number;
  /** CPU time that one request takes. */
  readonly cpuSeconds: number;
}

/** A series as Prometheus would have it: of the pods together where they export it, or of something outside them. */
export interface Series {
  readonly name: string;
  readonly value: number;
  /** Each ready pod has its share of the value, such as of a queue; else each has the whole, such as a percentage. */
  readonly shared?: boolean;
  readonly labels?: { readonly [label: string]: string };
  /** The object that it describes, such as "services/model"; pods otherwise. */
  readonly object?: string;
}

/** What happens in one namespace, as the test sets it. */
export interface NamespaceLoad {
  readonly requests?: Requests;
  readonly series?: Series[];
  /** The metrics API answers for this namespace with an error. */
  readonly down?: boolean;
}

/** CPU of the service's own container beside what sidecars idle along with. */
const IDLE_SIDECAR = 0.001;

export function coresOf({ perMinute, cpuSeconds }: Requests): number {
  return (perMinute / 60) * cpuSeconds;
}

/** Cores that each container of the pod uses, when ready pods share the load and none exceeds its limit. */
export function coresUsed(
  pod: Manifest,
  all: Manifest[],
  requests: Requests | undefined,
): { [container: string]: number } {
  const [server, ...others] = pod.spec.containers as Manifest[];
  const limit = parseQuantity(server.resources?.limits?.cpu ?? '1000') ?? 0;
  const ready = all.filter(isReady).length;
  const share = requests && ready > 0 ? coresOf(requests) / ready : 0;
  // A model that is being loaded takes what it can get: an autoscaler must not take that for load.
  const used = isReady(pod) ? Math.min(share, limit) : limit;
  const sidecars = [...others, ...((pod.spec.initContainers ?? []) as Manifest[]).filter(isSidecar)];
  return { [server.name]: used, ...Object.fromEntries(sidecars.map(({ name }) => [name, IDLE_SIDECAR])) };
}

/** The value that one pod exports, or undefined where it does not serve yet. */
export function exportedBy(pod: Manifest, all: Manifest[], series: Series): number | undefined {
  if (!isReady(pod)) return undefined;
  return series.shared ? series.value / all.filter(isReady).length : series.value;
}

/** Whether a series has all that the selector (`a=b,c=d`) asks for. */
export function matches(series: Series, selector: string | null): boolean {
  const wanted = (selector ?? '').split(',').filter((each) => each !== '');
  return wanted.every((each) => {
    const [label, value] = each.split(/==?/);
    return series.labels?.[label] === value;
  });
}

function isSidecar(container: Manifest): boolean {
  return container.restartPolicy === 'Always';
}
