import { dig, isRecord } from '../../internal/json';
import { matches, requirements } from '../cluster/selectors';
import type { Rule } from '../rule';

export const selectorMissesTemplate: Rule = {
  id: 'selector-misses-template',
  severity: 'error',
  title: "A workload's selector does not match the labels of its own pods",
  why: 'The API server refuses the workload.',
  fix: 'Give the pod template the labels that the selector asks for.',
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer, version: "1.0"}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
`,
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: score}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
`,
  *check(cluster) {
    for (const { item, set, labels } of cluster.pods) {
      if (set.selector === undefined) continue;
      const selector = dig(item.manifest, set.selector);
      const wanted = requirements(selector);
      if (isRecord(selector) && wanted.length > 0 && matches(labels, wanted)) continue;
      // Argo Rollouts may leave the selector out, where workloadRef points at a Deployment
      if (selector === undefined && item.group !== 'apps') continue;
      yield {
        item,
        prop: set.selector,
        got: selector,
        expected: `labels that the pod template has (${set.path}.metadata.labels)`,
        fix: `make the selector and the template of ${item.title} agree`,
      };
    }
  },
};
