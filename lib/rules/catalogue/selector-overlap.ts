import { dig, isRecord, own } from '../../internal/json';
import type { Item } from '../cluster/item';
import { type ManifestIndex, titles } from '../cluster/manifest-index';
import { selectingOwnersOf } from '../cluster/owners';
import type { Fault, Rule } from '../rule';

export const selectorOverlap: Rule = {
  id: 'selector-overlap',
  severity: 'error',
  title: 'The selector of a workload or PodDisruptionBudget matches the pods of two workloads',
  why: "Controllers, autoscalers and budgets then count each other's pods: an HPA averages over both, a budget lets one workload go down because the other is up.",
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
  *check(cluster) {
    for (const { item, set } of cluster.pods) {
      if (set.selector === undefined) continue;
      const selector = dig(item.manifest, set.selector);
      yield* overlap(cluster, item, set.selector, selector, item);
    }
    for (const budget of cluster.all('policy', 'PodDisruptionBudget'))
      yield* overlap(cluster, budget, 'spec.selector', own(budget.spec, 'selector'));
  },
};

function* overlap(cluster: ManifestIndex, item: Item, prop: string, got: unknown, owner?: Item): Iterable<Fault> {
  // an empty selector is meant for all pods of the namespace
  if (!isRecord(got) || Object.keys(got).length === 0) return;
  const owners = selectingOwnersOf(cluster.select(item.namespace, got));
  // two copies of one object are another rule's finding
  const others = owners.filter((o) => o.title !== owner?.title);
  if (others.length < (owner ? 1 : 2)) return;
  yield {
    item,
    prop,
    got,
    expected: owner
      ? `labels that its own pods alone have: ${titles(others)} has them too`
      : 'the pods of one workload',
    fix: owner
      ? `add a label to the selector and template of ${item.title} that ${titles(others)} does not have`
      : `add a label that tells ${titles(others)} apart, or make one budget for each`,
  };
}
