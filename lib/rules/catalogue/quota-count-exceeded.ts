import { own, record, word } from '../../internal/json';
import { quantityOf } from '../../internal/pods/pod-demand';
import { bytes } from '../../internal/quantity';
import { isScoped } from '../cluster/quota';
import type { Rule } from '../rule';

export const quotaCountExceeded: Rule = {
  id: 'quota-count-exceeded',
  severity: 'error',
  title: 'A namespace gets more objects than its quota allows',
  why: 'The API server refuses the objects that come last, when others are applied already.',
  fix: 'Raise the quota, or remove objects.',
  good: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {services: "2"}}
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {type: ExternalName, externalName: scorer.example.com}
---
apiVersion: v1
kind: Service
metadata: {name: ranker, namespace: ml}
spec: {type: ExternalName, externalName: ranker.example.com}
`,
  bad: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {services: "1"}}
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {type: ExternalName, externalName: scorer.example.com}
---
apiVersion: v1
kind: Service
metadata: {name: ranker, namespace: ml}
spec: {type: ExternalName, externalName: ranker.example.com}
`,
  cluster(cluster, report) {
    for (const quota of cluster.all('/ResourceQuota')) {
      if (isScoped(quota)) continue;
      const hard = record(own(quota.spec, 'hard'));
      for (const key of Object.keys(hard)) {
        const needed = cluster.counts.needed(quota.namespace, key);
        const most = quantityOf(hard[key]);
        if (needed === undefined || most === undefined || needed <= most) continue;
        report({
          item: quota,
          prop: `spec.hard[${key}]`,
          got: word(hard[key]),
          expected: `at least ${key === 'requests.storage' ? bytes(needed) : needed}, which the manifests create in ${quota.namespace || 'the namespace'}`,
          fix: `raise ${key} of ${quota.title}`,
        });
      }
    }
  },
};
