import { isRecord, own } from '../../internal/json';
import { EXPECTS_ANNOTATION } from '../../internal/labels';
import type { Item } from '../cluster/item';
import type { ManifestIndex } from '../cluster/manifest-index';
import type { Fault, Rule } from '../rule';

export const selectorWithoutPods: Rule = {
  id: 'selector-without-pods',
  severity: 'error',
  title: 'The selector of a Service or PodDisruptionBudget matches no pod',
  why: 'The Service answers nobody, the budget protects nothing, and neither says so.',
  fix: "Use the labels of the pod template. Where the pods are made elsewhere, name their workload in the annotation cdk8s-ml.io/expects: 'Deployment/name'.",
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec:
  containers: [{name: api, image: "registry.example/scorer:1.0"}]
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {selector: {app: scorer}, ports: [{port: 80}]}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec:
  containers: [{name: api, image: "registry.example/scorer:1.0"}]
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {selector: {app: score}, ports: [{port: 80}]}
`,
  *check(cluster) {
    for (const service of cluster.all('', 'Service')) {
      const selector = own(service.spec, 'selector');
      if (!isRecord(selector) || Object.keys(selector).length === 0) continue;
      if (own(service.spec, 'type') === 'ExternalName') continue;
      if (cluster.selectPlain(service.namespace, selector).length === 0) yield* nothing(cluster, service, selector);
    }
    for (const budget of cluster.all('policy', 'PodDisruptionBudget')) {
      const selector = own(budget.spec, 'selector');
      if (isRecord(selector) && cluster.select(budget.namespace, selector).length === 0)
        yield* nothing(cluster, budget, selector);
    }
  },
};

function* nothing(cluster: ManifestIndex, item: Item, got: unknown): Iterable<Fault> {
  if (!cluster.seesAllPods(item.namespace) || cluster.expectsWorkload(item)) return;
  yield {
    item,
    prop: 'spec.selector',
    got,
    expected: `labels of a pod in ${item.namespace ? `namespace ${item.namespace}` : 'the same namespace'}`,
    fix: `use the labels of the pods that ${item.title} is for; or, where they are made elsewhere, name their workload in its annotation ${EXPECTS_ANNOTATION}`,
  };
}
