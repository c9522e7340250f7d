import { own } from '../../internal/json';
import { containerDemand, podLevel } from '../../internal/pods/pod-demand';
import { isDemanded } from '../cluster/quota';
import type { Rule } from '../rule';

export const podRefusedByQuota: Rule = {
  id: 'pod-refused-by-quota',
  severity: 'error',
  title: 'A container leaves out what the quota of its namespace counts',
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
  *check(cluster) {
    for (const pods of cluster.pods) {
      const { item, containers } = pods;
      const lines = cluster.quotaLines(item.namespace).filter(isDemanded);
      const defaults = cluster.containerDefaults(item.namespace);
      for (const line of lines) {
        const field = line.field as 'requests' | 'limits';
        if (podLevel(pods.spec, field).has(line.resource)) continue;
        const without = containers.filter(
          ({ role, spec }) =>
            role !== 'ephemeral' && !containerDemand(own(spec, 'resources'), field, defaults).has(line.resource),
        );
        if (without.length === 0) continue;
        const names = without.map(({ name }) => name).join(', ');
        yield {
          item,
          prop: `${without[0].path}.resources.${field}.${line.resource}`,
          got: undefined,
          expected: `what ${line.item.title} counts (${line.key}), on every container; without: ${names}`,
          fix: `set resources.${field}.${line.resource} of ${names} in ${item.title}, or a default in a LimitRange`,
        };
      }
    }
  },
};
