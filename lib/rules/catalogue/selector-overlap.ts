import { isRecord, own } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { type ManifestIndex, titles } from '../cluster/manifest-index';
import { selectingOwnersOf } from '../cluster/owners';
import type { Rule } from '../rule';

export const selectorOverlap: Rule = {
  id: 'selector-overlap',
  severity: 'error',
  title: 'The selector of a workload or PodDisruptionBudget matches the pods of two workloads',
  why: 'Controllers, autoscalers and budgets then count the pods of the other workload too: an HPA averages over both, and a budget allows one workload to go down because the other is up.',
  fix: 'Add a label to the selector and the template by which the two differ.',
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: stable, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer, track: stable}}
  template:
    metadata: {labels: {app: scorer, track: stable}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: canary, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer, track: canary}}
  template:
    metadata: {labels: {app: scorer, track: canary}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.1"}]}
`,
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: stable, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: canary, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer, track: canary}}
  template:
    metadata: {labels: {app: scorer, track: canary}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.1"}]}
`,
  cluster(cluster, report) {
    for (const { item, selector } of cluster.pods)
      if (selector) checkSelector(cluster, report, item, selector.path, selector.value, true);
    for (const budget of cluster.all('policy/PodDisruptionBudget'))
      checkSelector(cluster, report, budget, 'spec.selector', own(budget.spec, 'selector'), false);
  },
};

function checkSelector(
  cluster: ManifestIndex,
  report: Report,
  item: Item,
  prop: string,
  got: unknown,
  isWorkload: boolean,
): void {
  // an empty selector matches all pods of the namespace on purpose
  if (!isRecord(got) || Object.keys(got).length === 0) return;
  const pods = cluster.select(item.namespace, got);
  if (pods.length < 2) return;
  const owners = selectingOwnersOf(pods);
  // two copies of one object are reported by another rule
  const others = isWorkload ? owners.filter((owner) => owner.title !== item.title) : owners;
  if (others.length < (isWorkload ? 1 : 2)) return;
  report({
    item,
    prop,
    got,
    expected: isWorkload
      ? `labels that only its own pods have: ${titles(others)} has them too`
      : 'the pods of one workload',
    fix: isWorkload
      ? `add a label to the selector and template of ${item.title} that ${titles(others)} does not have`
      : `add a label by which ${titles(others)} differ, or make one budget for each`,
  });
}
