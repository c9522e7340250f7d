import { containerDemand, podLevel } from '../../internal/pods/pod-demand';
import { isRequired } from '../cluster/quota';
import type { Rule } from '../rule';

export const podRefusedByQuota: Rule = {
  id: 'pod-refused-by-quota',
  severity: 'error',
  title: 'A container does not set a resource that the quota of its namespace counts',
  why: 'The workload is accepted, and each of its pods is refused: "must specify limits.memory".',
  fix: 'Set the resource on every container, init containers included, or give the namespace a LimitRange with defaults.',
  good: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {limits.memory: 200Gi}}
---
apiVersion: v1
kind: LimitRange
metadata: {name: defaults, namespace: ml}
spec: {limits: [{type: Container, default: {memory: 256Mi}}]}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
`,
  bad: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml, annotations: {cdk8s-ml.io/waive-quota-without-limit-range: "all pods say what they need"}}
spec: {hard: {limits.memory: 200Gi}}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0", resources: {requests: {memory: 1Gi}}}]}
`,
  cluster(cluster, report) {
    if (cluster.all('/ResourceQuota').length === 0) return;
    for (const pods of cluster.pods) {
      const { item, containers, resources: ofPod, partial } = pods;
      const lines = cluster.quotaLines(item.namespace);
      if (lines.length === 0 || partial) continue;
      const defaults = cluster.containerDefaults(item.namespace);
      for (const line of lines) {
        const field = line.field;
        if (field === 'pods' || !isRequired(line) || podLevel(ofPod, field).has(line.resource)) continue;
        const without = containers.filter(
          ({ role, resources }) =>
            role !== 'ephemeral' && !containerDemand(resources, field, defaults).has(line.resource),
        );
        if (without.length === 0) continue;
        const names = without.map(({ name }) => name).join(', ');
        report({
          item,
          prop: `${without[0].path}.resources.${field}.${line.resource}`,
          got: undefined,
          expected: `${line.key} on every container, which ${line.item.title} counts; without: ${names}`,
          fix: `set resources.${field}.${line.resource} of ${names} in ${item.title}, or a default in a LimitRange`,
        });
      }
    }
  },
};
