import { dig, isRecord } from '../../internal/json';
import { matches, requirements } from '../cluster/selectors';
import type { Rule } from '../rule';

export const selectorMissesTemplate: Rule = {
  id: 'selector-misses-template',
  severity: 'error',
  title: 'The selector of a workload does not match the labels of its own pods',
  why: 'The API server refuses the workload.',
  fix: 'Give the pod template the labels that the selector requires.',
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
  pods({ item, set, labels }, report) {
    if (set.selector === undefined) return;
    const selector = dig(item.manifest, set.selector);
    const required = requirements(selector);
    if (isRecord(selector) && required.length > 0 && matches(labels, required)) return;
    // a Rollout needs no selector, where workloadRef names a Deployment
    if (selector === undefined && item.group !== 'apps') return;
    report({
      item,
      prop: set.selector,
      got: selector,
      expected: `labels that the pod template has (${set.path}.metadata.labels)`,
      fix: `make the selector and the template of ${item.title} agree`,
    });
  },
};
