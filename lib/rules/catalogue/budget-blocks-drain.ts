import { isRecord, own } from '../../internal/json';
import type { Item } from '../cluster/item';
import type { ManifestIndex } from '../cluster/manifest-index';
import { titles } from '../cluster/manifest-index';
import { ownersOf } from '../cluster/owners';
import type { Pods } from '../cluster/pods';
import { scaled } from '../cluster/scaling';
import type { Rule } from '../rule';

export const budgetBlocksDrain: Rule = {
  id: 'budget-blocks-drain',
  severity: 'error',
  title: 'A PodDisruptionBudget lets no pod go',
  why: 'No node that such a pod runs on can be drained: upgrades of the cluster and scaling down hang until somebody deletes the budget by night.',
  fix: 'Use maxUnavailable: 1, with two replicas or more; leave the budget out for a single replica.',
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
  *check(cluster) {
    for (const budget of cluster.all('policy', 'PodDisruptionBudget')) {
      const selector = own(budget.spec, 'selector');
      const pods = isRecord(selector) ? cluster.select(budget.namespace, selector) : [];
      // draining leaves the pods of DaemonSets alone
      const drained = pods.filter(({ set }) => !set.perNode);
      if (pods.length > 0 && drained.length === 0) continue;
      const expected = blocked(cluster, budget, drained);
      if (expected === undefined) continue;
      const prop = own(budget.spec, 'maxUnavailable') !== undefined ? 'maxUnavailable' : 'minAvailable';
      const whose = drained.length > 0 ? ` of ${titles(ownersOf(drained))}` : '';
      yield {
        item: budget,
        prop: `spec.${prop}`,
        got: own(budget.spec, prop),
        expected,
        fix: `let one pod${whose} go: set maxUnavailable: 1 (and at least 2 replicas), or remove ${budget.title}`,
      };
    }
  },
};

/** What the budget would have to be, where it lets nothing go. */
function blocked(cluster: ManifestIndex, budget: Item, pods: readonly Pods[]): string | undefined {
  const maxUnavailable = own(budget.spec, 'maxUnavailable');
  const minAvailable = own(budget.spec, 'minAvailable');
  if (maxUnavailable !== undefined && maxUnavailable !== null)
    return maxUnavailable === 0 || maxUnavailable === '0%' ? 'at least 1' : undefined;
  if (minAvailable === '100%') return 'less than all pods';
  const counted = pods.filter(({ item, set }) => item.kind !== 'Pod' && !set.partial && !set.reusable);
  if (counted.length === 0 || counted.length < pods.length) return undefined;
  // an autoscaler at its fewest pods decides; at none there is nothing to drain
  const fewest = counted.map((p) => Math.max(1, cluster.replicas(p).min)).reduce((a, b) => a + b, 0);
  const kept = scaled(minAvailable, fewest, 'up');
  if (kept === undefined || kept < fewest) return undefined;
  return `less than ${fewest}, the fewest pods that it covers`;
}
