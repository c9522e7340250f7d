import { isRecord, own } from '../../internal/json';
import type { Item } from '../cluster/item';
import { titles } from '../cluster/manifest-index';
import type { PodRecord } from '../cluster/pod-record';
import type { Rule } from '../rule';

export const podWithTwoBudgets: Rule = {
  id: 'pod-with-two-budgets',
  severity: 'error',
  title: 'A pod has two PodDisruptionBudgets',
  why: 'The eviction API does not support that: it answers with an error 500, and no node that runs such a pod can be drained.',
  fix: 'Keep one budget for each workload.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: scorer, namespace: ml}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: scorer}}}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: scorer, namespace: ml}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: scorer}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: everything, namespace: ml}
spec: {maxUnavailable: 1, selector: {}}
`,
  cluster(cluster, report) {
    const budgets = new Map<PodRecord, Item>();
    for (const budget of cluster.all('policy/PodDisruptionBudget')) {
      const selector = own(budget.spec, 'selector');
      if (!isRecord(selector)) continue;
      const shared = [];
      for (const pods of cluster.select(budget.namespace, selector)) {
        const first = budgets.get(pods);
        if (first === undefined) budgets.set(pods, budget);
        else if (first.title !== budget.title) shared.push({ pods, first });
      }
      if (shared.length === 0) continue;
      const workloads = titles([...new Set(shared.map(({ pods }) => pods.item))]);
      report({
        item: budget,
        prop: 'spec.selector',
        got: selector,
        expected: `pods that have no budget yet: those of ${workloads} have ${titles([...new Set(shared.map(({ first }) => first))])}`,
        fix: `narrow the selector of ${budget.title}, or remove one of the two budgets`,
      });
    }
  },
};
