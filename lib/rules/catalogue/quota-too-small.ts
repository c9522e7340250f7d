import { podDemand } from '../cluster/demand';
import type { ManifestIndex } from '../cluster/manifest-index';
import type { Pods } from '../cluster/pods';
import type { QuotaLine } from '../cluster/quota';
import { surge } from '../cluster/scaling';
import type { Rule } from '../rule';

export const quotaTooSmall: Rule = {
  id: 'quota-too-small',
  severity: 'error',
  title: 'A quota has no room for one workload at its largest',
  why: 'The pods above the quota are refused without a word on the workload: it never reaches its replicas, or cannot be updated at its peak.',
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
  *check(cluster) {
    for (const pods of cluster.pods)
      for (const line of cluster.quotaLines(pods.item.namespace)) {
        const { each, replicas, extra } = largest(cluster, pods, line);
        const needed = each * (replicas + extra);
        // quantities are read as floating point numbers
        if (needed <= line.hard * (1 + 1e-9)) continue;
        const times = `${replicas} pods${extra > 0 ? ` and ${extra} more during a rollout` : ''}`;
        yield {
          item: line.item,
          prop: `spec.hard[${line.key}]`,
          got: line.written,
          expected: `at least ${shown(needed, line.resource)} for ${pods.item.title}: ${times}, ${shown(each, line.resource)} each`,
          fix: `raise ${line.key} of ${line.item.title}, or lower the maximum of ${pods.item.title}`,
        };
      }
  },
};

function largest(cluster: ManifestIndex, pods: Pods, line: QuotaLine) {
  const replicas = cluster.replicas(pods).max;
  const extra = surge(pods.item, replicas);
  if (line.field === 'pods') return { each: 1, replicas, extra };
  const demand = podDemand(pods, line.field, cluster.containerDefaults(pods.item.namespace));
  return { each: demand.get(line.resource) ?? 0, replicas, extra };
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
