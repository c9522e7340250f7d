import { entries, own, text } from '../../internal/json';
import {
  type Amounts,
  amounts,
  type ContainerDefaults,
  containerDemand,
  demandOfPod,
  NO_DEFAULTS,
} from '../../internal/pods/pod-demand';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import type { PodRecord } from '../cluster/pod-record';
import { shownAmount } from '../cluster/quota-demand';
import type { Rule } from '../rule';

export const outsideLimitRange: Rule = {
  id: 'outside-limit-range',
  severity: 'error',
  title: 'The resources of a container are outside of the LimitRange of its namespace',
  why: 'The workload is accepted, and each of its pods is refused: "minimum cpu usage per Container is 100m", or, where the default limit of the LimitRange is below the request, "must be less than or equal to memory limit".',
  fix: 'Change the requests and limits, or the LimitRange. Beside a LimitRange with default limits, set the limit of each container whose request is above the default.',
  good: `
apiVersion: v1
kind: LimitRange
metadata: {name: defaults, namespace: ml}
spec: {limits: [{type: Container, max: {memory: 8Gi}, default: {memory: 512Mi}}]}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", resources: {requests: {memory: 1Gi}, limits: {memory: 2Gi}}}
`,
  bad: `
apiVersion: v1
kind: LimitRange
metadata: {name: defaults, namespace: ml}
spec: {limits: [{type: Container, max: {memory: 8Gi}, default: {memory: 512Mi}}]}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", resources: {requests: {memory: 1Gi}}}
`,
  cluster(cluster, report) {
    const ranges = cluster.all('/LimitRange');
    if (ranges.length === 0) return;
    for (const pods of cluster.pods) {
      if (pods.reusable) continue;
      const here = ranges.filter(({ namespace }) => namespace === pods.item.namespace);
      // of pods whose controller adds resources, only what is written is known
      const defaults = pods.partial ? NO_DEFAULTS : cluster.containerDefaults(pods.item.namespace);
      if (here.length > 0 && !pods.partial) checkDefaults(report, pods, defaults);
      for (const range of here)
        for (const { value } of entries(own(range.spec, 'limits'), 'spec.limits'))
          checkRange(report, pods, { range, type: text(own(value, 'type')) ?? '', limits: value, defaults });
    }
  },
};

interface Range {
  readonly range: Item;
  /** `Container` or `Pod`; others are about no pods. */
  readonly type: string;
  readonly limits: unknown;
  readonly defaults: ContainerDefaults;
}

/** A request above the limit that the LimitRange adds. */
function checkDefaults(report: Report, { item, containers }: PodRecord, defaults: ContainerDefaults): void {
  for (const { name, role, path, resources } of containers) {
    if (role === 'ephemeral') continue;
    const written = new Map(amounts(own(resources, 'limits')));
    for (const [resource, request] of amounts(own(resources, 'requests'))) {
      const limit = written.has(resource) ? undefined : defaults.limits.get(resource);
      if (limit === undefined || !isAbove(request, limit)) continue;
      report({
        item,
        prop: `${path}.resources.limits.${resource}`,
        got: undefined,
        expected: `a limit of at least the request, ${shownAmount(request, resource)}: the LimitRange of the namespace adds ${shownAmount(limit, resource)}`,
        fix: `set resources.limits.${resource} of ${name} in ${item.title}, or raise default in the LimitRange`,
      });
    }
  }
}

function checkRange(report: Report, pods: PodRecord, { range, type, limits, defaults }: Range): void {
  const min = new Map(amounts(own(limits, 'min')));
  const max = new Map(amounts(own(limits, 'max')));
  if (type === 'Container')
    for (const { role, path, resources } of pods.containers) {
      if (role === 'ephemeral') continue;
      const requests = containerDemand(resources, 'requests', defaults);
      const most = containerDemand(resources, 'limits', defaults);
      compare(report, pods.item, `${path}.resources`, range, { requests, limits: most, min, max, of: 'a container' });
    }
  if (type === 'Pod')
    compare(report, pods.item, `${pods.path}.spec.containers`.replace(/^\./, ''), range, {
      requests: demandOfPod(pods, 'requests', defaults),
      limits: demandOfPod(pods, 'limits', defaults),
      min: NO_AMOUNTS,
      max,
      of: 'a pod',
    });
}

const NO_AMOUNTS: Amounts = new Map();

interface Compared {
  readonly requests: Amounts;
  readonly limits: Amounts;
  readonly min: Amounts;
  readonly max: Amounts;
  readonly of: string;
}

function compare(
  report: Report,
  item: Item,
  at: string,
  range: Item,
  { requests, limits, min, max, of }: Compared,
): void {
  const fault = (field: string, resource: string, amount: number, bound: string, limit: number) =>
    report({
      item,
      prop: `${at}.${field}.${resource}`,
      got: shownAmount(amount, resource),
      expected: `${bound} ${shownAmount(limit, resource)}, which ${range.title} has for ${of}`,
      fix: `change resources.${field} in ${item.title}, or ${bound === 'at least' ? 'min' : 'max'} of ${range.title}`,
    });
  for (const [resource, least] of min) {
    const amount = requests.get(resource);
    if (amount !== undefined && isAbove(least, amount)) fault('requests', resource, amount, 'at least', least);
  }
  for (const [resource, most] of max) {
    const [field, amount] = [limits, requests].flatMap((amounts, i) => {
      const found = amounts.get(resource);
      return found !== undefined && isAbove(found, most) ? [[i === 0 ? 'limits' : 'requests', found] as const] : [];
    })[0] ?? ['', 0];
    if (field) fault(field, resource, amount, 'at most', most);
  }
}

/** Quantities are read as floating point numbers. */
function isAbove(one: number, other: number): boolean {
  return one > other * (1 + 1e-9);
}
