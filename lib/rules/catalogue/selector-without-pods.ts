import { isRecord, own } from '../../internal/json';
import { EXPECTS_ANNOTATION } from '../../internal/labels';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import type { ManifestIndex } from '../cluster/manifest-index';
import { expectsWorkload } from '../cluster/provided';
import type { Rule } from '../rule';

export const selectorWithoutPods: Rule = {
  id: 'selector-without-pods',
  severity: 'error',
  title: 'The selector of a Service or PodDisruptionBudget matches no pod',
  why: 'The Service has no endpoints, the budget has no effect, and nothing reports it.',
  fix: "Use the labels of the pod template. If the pods are made elsewhere, name their workload in the annotation cdk8s-ml.io/expects: 'Deployment/name'.",
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
  cluster(cluster, report) {
    for (const service of cluster.all('/Service')) {
      const selector = own(service.spec, 'selector');
      if (!isRecord(selector) || Object.keys(selector).length === 0) continue;
      if (own(service.spec, 'type') === 'ExternalName') continue;
      if (!cluster.mayMatch(service.namespace, selector, true)) reportNoPods(cluster, report, service, selector);
    }
    for (const budget of cluster.all('policy/PodDisruptionBudget')) {
      const selector = own(budget.spec, 'selector');
      if (isRecord(selector) && !cluster.mayMatch(budget.namespace, selector))
        reportNoPods(cluster, report, budget, selector);
    }
  },
};

function reportNoPods(cluster: ManifestIndex, report: Report, item: Item, got: unknown): void {
  if (!cluster.seesAllPods(item.namespace) || expectsWorkload(item)) return;
  report({
    item,
    prop: 'spec.selector',
    got,
    expected: `labels of a pod in ${item.namespace ? `namespace ${item.namespace}` : 'the same namespace'}`,
    fix: `use the labels of the pods that ${item.title} is for; or, if they are made elsewhere, name their workload in its annotation ${EXPECTS_ANNOTATION}`,
  });
}
