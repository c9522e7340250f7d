import { isRecord, own } from '../../internal/json';
import type { Item } from '../cluster/item';
import { type ManifestIndex, titles } from '../cluster/manifest-index';
import { ownersOf } from '../cluster/owners';
import type { PodRecord } from '../cluster/pod-record';
import { scaled } from '../cluster/replicas';
import type { Rule } from '../rule';

export const budgetBlocksDrain: Rule = {
  id: 'budget-blocks-drain',
  severity: 'error',
  title: 'A PodDisruptionBudget allows no pod to be evicted',
  why: 'No node that runs such a pod can be drained: cluster upgrades and scale-down wait until the budget is deleted.',
  fix: 'Use maxUnavailable: 1 with two replicas or more; leave the budget out for a single replica.',
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  replicas: 2
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: scorer, namespace: ml}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: scorer}}}
`,
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  replicas: 2
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: scorer, namespace: ml}
spec: {minAvailable: 2, selector: {matchLabels: {app: scorer}}}
`,
  cluster(cluster, report) {
    for (const budget of cluster.all('policy/PodDisruptionBudget')) {
      const selector = own(budget.spec, 'selector');
      const pods = isRecord(selector) ? cluster.select(budget.namespace, selector) : [];
      // a drain leaves the pods of DaemonSets where they are
      const drained = pods.filter(({ perNode }) => !perNode);
      if (pods.length > 0 && drained.length === 0) continue;
      const expected = expectedOf(cluster, budget, drained);
      if (expected === undefined) continue;
      const prop = own(budget.spec, 'maxUnavailable') !== undefined ? 'maxUnavailable' : 'minAvailable';
      const whose = drained.length > 0 ? ` of ${titles(ownersOf(drained))}` : '';
      report({
        item: budget,
        prop: `spec.${prop}`,
        got: own(budget.spec, prop),
        expected,
        fix: `allow one pod${whose} to be evicted: set maxUnavailable: 1 (and at least 2 replicas), or remove ${budget.title}`,
      });
    }
  },
};

/** What the budget would have to be, where it allows no eviction. */
function expectedOf(cluster: ManifestIndex, budget: Item, pods: readonly PodRecord[]): string | undefined {
  const maxUnavailable = own(budget.spec, 'maxUnavailable');
  const minAvailable = own(budget.spec, 'minAvailable');
  if (maxUnavailable !== undefined && maxUnavailable !== null)
    return maxUnavailable === 0 || maxUnavailable === '0%' ? 'at least 1' : undefined;
  if (minAvailable === '100%') return 'less than all pods';
  const counted = pods.filter(({ item, partial }) => item.kind !== 'Pod' && !partial);
  if (counted.length === 0 || counted.length < pods.length) return undefined;
  // the minimum of an autoscaler counts; with no pod there is nothing to drain
  const fewest = counted.reduce((sum, one) => sum + Math.max(1, cluster.replicas(one).min), 0);
  const kept = scaled(minAvailable, fewest, 'up');
  if (kept === undefined || kept < fewest) return undefined;
  return `less than ${fewest}, the fewest pods that it covers`;
}
