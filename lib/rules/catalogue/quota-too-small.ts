import type { ManifestIndex } from '../cluster/manifest-index';
import { type PodRecord, podsByObject } from '../cluster/pod-record';
import type { QuotaLine } from '../cluster/quota';
import { demandOfLine, isShort, reportShort, shownAmount, sumOf } from '../cluster/quota-demand';
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
    if (cluster.all('/ResourceQuota').length === 0) return;
    for (const sets of podsByObject(cluster.pods)) {
      const { item } = sets[0];
      if (cluster.isUsedByRun(item)) continue;
      for (const line of cluster.quotaLines(item.namespace)) {
        const parts = sets.map((pods) => largest(cluster, pods, line));
        const needed = sumOf(parts);
        if (!isShort(line, needed)) continue;
        const described = parts.filter(({ amount }) => amount > 0).map(inWords);
        reportShort(report, line, {
          needed,
          what: `${item.title}: ${described.join('; ')}`,
          instead: `lower the maximum of ${item.title}`,
        });
      }
    }
  },
};

/** What the pods of one set need of one resource. */
interface Part {
  readonly pods: PodRecord;
  readonly resource: string;
  readonly each: number;
  readonly replicas: number;
  /** Pods that a rollout adds. */
  readonly extra: number;
  readonly amount: number;
}

function largest(cluster: ManifestIndex, pods: PodRecord, line: QuotaLine): Part {
  const replicas = cluster.replicas(pods).max;
  const extra = surge(pods, replicas);
  const each = demandOfLine(cluster, pods, line);
  return { pods, resource: line.resource, each, replicas, extra, amount: each * (replicas + extra) };
}

function inWords({ pods, resource, each, replicas, extra }: Part): string {
  const role = pods.role ? `${pods.role} ` : '';
  const added = extra > 0 ? ` and ${extra} more during a rollout` : '';
  return `${role}${replicas} ${replicas === 1 ? 'pod' : 'pods'}${added}, ${shownAmount(each, resource)} each`;
}
