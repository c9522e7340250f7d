import { isRequired, quotaLines } from '../cluster/quota';
import type { Rule } from '../rule';

export const quotaWithoutLimitRange: Rule = {
  id: 'quota-without-limit-range',
  severity: 'warning',
  title: 'A ResourceQuota on CPU or memory has no LimitRange with defaults in its namespace',
  why: 'Every pod whose containers do not set one of these resources is refused, also pods of kubectl debug, Helm hooks and operators.',
  fix: 'Add a LimitRange with default and defaultRequest for the resources that the quota counts.',
  good: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {requests.cpu: "40", limits.memory: 200Gi}}
---
apiVersion: v1
kind: LimitRange
metadata: {name: defaults, namespace: ml}
spec: {limits: [{type: Container, defaultRequest: {cpu: 100m}, default: {memory: 256Mi}}]}
`,
  bad: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {requests.cpu: "40", limits.memory: 200Gi}}
---
apiVersion: v1
kind: LimitRange
metadata: {name: defaults, namespace: ml}
spec: {limits: [{type: Container, defaultRequest: {cpu: 100m}}]}
`,
  cluster(cluster, report) {
    for (const quota of cluster.all('/ResourceQuota')) {
      const defaults = cluster.containerDefaults(quota.namespace);
      const without = quotaLines(quota).filter(
        (line) => line.field !== 'pods' && isRequired(line) && !defaults[line.field].has(line.resource),
      );
      if (without.length === 0) continue;
      const keys = without.map(({ key }) => key).join(', ');
      report({
        item: quota,
        prop: 'spec.hard',
        got: keys,
        expected: 'a LimitRange of the namespace with a default for each',
        fix: `add a LimitRange${quota.namespace ? ` to ${quota.namespace}` : ''} with defaultRequest (requests) and default (limits) for ${keys}`,
      });
    }
  },
};
