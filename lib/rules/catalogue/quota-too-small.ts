import { demandOfPod } from '../../internal/pods/pod-demand';
import type { ManifestIndex } from '../cluster/manifest-index';
import type { PodRecord } from '../cluster/pod-record';
import type { QuotaLine } from '../cluster/quota';
import { surge } from '../cluster/replicas';
import type { Rule } from '../rule';

export const quotaTooSmall: Rule = {
  id: 'quota-too-small',
  severity: 'error',
  title: 'A quota is too small for one workload at its largest',
  why: 'Pods above the quota are refused, and the workload does not report it: it never reaches its replicas, cannot be updated at its peak, or, for a training job whose pods start together, never starts.',
  fix: "Raise the quota, or lower the replicas, the autoscaler's maximum, the surge or the resources.",
  good: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {requests.nvidia.com/gpu: "9"}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: llm, namespace: ml}
spec:
  replicas: 8
  strategy: {rollingUpdate: {maxSurge: 1}}
  selector: {matchLabels: {app: llm}}
  template:
    metadata: {labels: {app: llm}}
    spec: {containers: [{name: llm, image: "registry.example/llm:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]}
`,
  bad: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {requests.nvidia.com/gpu: "8"}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: llm, namespace: ml}
spec:
  replicas: 8
  strategy: {rollingUpdate: {maxSurge: 1}}
  selector: {matchLabels: {app: llm}}
  template:
    metadata: {labels: {app: llm}}
    spec: {containers: [{name: llm, image: "registry.example/llm:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]}
`,
  cluster(cluster, report) {
    for (const sets of workloads(cluster.pods)) {
      const { item } = sets[0];
      for (const line of cluster.quotaLines(item.namespace)) {
        const parts = sets.map((pods) => largest(cluster, pods, line));
        const needed = total(parts);
        // quantities are read as floating point numbers
        if (needed <= line.hard * (1 + 1e-9)) continue;
        report({
          item: line.item,
          prop: `spec.hard[${line.key}]`,
          got: line.written,
          expected: `at least ${shown(needed, line.resource)} for ${item.title}: ${parts.filter(isNeeded).map(described).join('; ')}`,
          fix: `raise ${line.key} of ${line.item.title}, or lower the maximum of ${item.title}`,
        });
      }
    }
  },
};

/** The pods of each object; those of one object follow each other. */
function* workloads(all: readonly PodRecord[]): Iterable<readonly PodRecord[]> {
  for (let start = 0, end = 1; start < all.length; start = end, end++) {
    while (end < all.length && all[end].item === all[start].item) end++;
    yield all.slice(start, end);
  }
}

/** What the pods of one set need of one resource. */
interface Part {
  readonly pods: PodRecord;
  readonly line: QuotaLine;
  readonly each: number;
  readonly replicas: number;
  /** Pods that a rollout adds. */
  readonly extra: number;
}

function largest(cluster: ManifestIndex, pods: PodRecord, line: QuotaLine): Part {
  const replicas = cluster.replicas(pods).max;
  const extra = surge(pods, replicas);
  if (line.field === 'pods') return { pods, line, each: 1, replicas, extra };
  const demand = demandOfPod(pods, line.field, cluster.containerDefaults(pods.item.namespace));
  return { pods, line, each: demand.get(line.resource) ?? 0, replicas, extra };
}

/** Pods of several roles run together, except those that run apart from the others. */
function total(parts: readonly Part[]): number {
  const together = parts.filter(({ pods }) => !pods.separate).reduce((sum, part) => sum + amountOf(part), 0);
  return Math.max(together, ...parts.filter(({ pods }) => pods.separate).map(amountOf));
}

function amountOf({ each, replicas, extra }: Part): number {
  return each * (replicas + extra);
}

function isNeeded(part: Part): boolean {
  return amountOf(part) > 0;
}

function described({ pods, line, each, replicas, extra }: Part): string {
  const role = pods.role ? `${pods.role} ` : '';
  const added = extra > 0 ? ` and ${extra} more during a rollout` : '';
  return `${role}${replicas} ${replicas === 1 ? 'pod' : 'pods'}${added}, ${shown(each, line.resource)} each`;
}

/** Bytes read as Gi where they are many; pieces and cores as numbers. */
function shown(amount: number, resource: string): string {
  const gibibytes = amount / 2 ** 30;
  if (/memory|storage|hugepages/.test(resource))
    return gibibytes >= 1 ? `${round(gibibytes)}Gi` : `${round(amount / 2 ** 20)}Mi`;
  return String(round(amount));
}

function round(value: number): number {
  return Math.ceil(value * 1000 - 1e-6) / 1000;
}
