import type { ManifestIndex } from '../cluster/manifest-index';
import { type PodRecord, podsByObject } from '../cluster/pod-record';
import type { QuotaLine } from '../cluster/quota';
import { demandOfLine, isShort, reportShort, sumOf } from '../cluster/quota-demand';
import type { Rule } from '../rule';

/** Kinds whose pods end, so that the next can start. */
const ENDS = /(Job|Workflow|Experiment|Trial|JobSet)$/;

export const quotaExceededInTotal: Rule = {
  id: 'quota-exceeded-in-total',
  severity: 'error',
  title: 'A quota is too small for all workloads of its namespace together',
  why: 'Each workload fits alone, but not all of them at their fewest replicas: some pods are never created, and which ones depends on the order.',
  fix: 'Raise the quota, or lower the replicas or the resources. Jobs are not counted: they can wait for each other.',
  good: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {requests.nvidia.com/gpu: "4"}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: llm, namespace: ml}
spec:
  replicas: 2
  selector: {matchLabels: {app: llm}}
  template:
    metadata: {labels: {app: llm}}
    spec: {containers: [{name: llm, image: "registry.example/llm:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: embedder, namespace: ml}
spec:
  replicas: 2
  selector: {matchLabels: {app: embedder}}
  template:
    metadata: {labels: {app: embedder}}
    spec: {containers: [{name: embedder, image: "registry.example/e:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]}
`,
  bad: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {requests.nvidia.com/gpu: "3"}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: llm, namespace: ml}
spec:
  replicas: 2
  selector: {matchLabels: {app: llm}}
  template:
    metadata: {labels: {app: llm}}
    spec: {containers: [{name: llm, image: "registry.example/llm:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: embedder, namespace: ml}
spec:
  replicas: 2
  selector: {matchLabels: {app: embedder}}
  template:
    metadata: {labels: {app: embedder}}
    spec: {containers: [{name: embedder, image: "registry.example/e:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]}
`,
  cluster(cluster, report) {
    if (cluster.all('/ResourceQuota').length === 0) return;
    const workloads = [...podsByObject(cluster.pods)].filter(
      ([{ item, isTest, reusable }]) => !isTest && !reusable && !ENDS.test(item.kind),
    );
    for (const quota of cluster.all('/ResourceQuota')) {
      const here = workloads.filter(([{ item }]) => item.namespace === quota.namespace);
      if (here.length < 2) continue;
      for (const line of cluster.quotaLines(quota.namespace).filter(({ item }) => item === quota)) {
        const amounts = here.map((sets) => leastOf(cluster, sets, line));
        const needed = amounts.reduce((sum, amount) => sum + amount, 0);
        // what one workload exceeds alone is reported by another rule
        if (!isShort(line, needed) || amounts.some((amount) => isShort(line, amount))) continue;
        reportShort(report, line, {
          needed,
          what: `${amounts.filter((amount) => amount > 0).length} workloads at their fewest replicas`,
          instead: 'lower the replicas or resources of its workloads',
        });
      }
    }
  },
};

function leastOf(cluster: ManifestIndex, sets: readonly PodRecord[], line: QuotaLine): number {
  return sumOf(sets.map((pods) => ({ pods, amount: demandOfLine(cluster, pods, line) * cluster.replicas(pods).min })));
}
