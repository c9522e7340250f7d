import { isRecord, own } from '../../internal/json';
import { expectsWorkload } from '../cluster/provided';
import type { Rule } from '../rule';

export const networkPolicyWithoutPods: Rule = {
  id: 'network-policy-without-pods',
  severity: 'warning',
  title: 'The podSelector of a NetworkPolicy matches no pod',
  why: 'The policy has no effect: the pods that it was written for stay open, or closed, and nothing reports it.',
  fix: 'Use the labels of the pod template; an empty podSelector matches all pods of the namespace.',
  good: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: default-deny, namespace: ml}
spec: {podSelector: {}, policyTypes: [Ingress]}
`,
  bad: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: scorer, namespace: ml}
spec: {podSelector: {matchLabels: {app: scorer}}, policyTypes: [Ingress]}
`,
  cluster(cluster, report) {
    for (const policy of cluster.all('networking.k8s.io/NetworkPolicy')) {
      const selector = own(policy.spec, 'podSelector');
      if (!isRecord(selector) || Object.keys(selector).length === 0) continue;
      if (cluster.mayMatch(policy.namespace, selector)) continue;
      if (!cluster.seesAllPods(policy.namespace) || expectsWorkload(policy)) continue;
      report({
        item: policy,
        prop: 'spec.podSelector',
        got: selector,
        expected: `labels of a pod in ${policy.namespace ? `namespace ${policy.namespace}` : 'the same namespace'}`,
        fix: `use the labels of the pods that ${policy.title} is for, or remove it`,
      });
    }
  },
};
