import { isRecord, own } from '../../internal/json';
import type { Rule } from '../rule';

export const networkPolicyWithoutPods: Rule = {
  id: 'network-policy-without-pods',
  severity: 'warning',
  title: 'The podSelector of a NetworkPolicy matches no pod',
  why: 'It protects nothing, and the pods that it was meant for stay open, or closed, without a word.',
  fix: 'Use the labels of the pod template; an empty podSelector means all pods of the namespace.',
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
  *check(cluster) {
    for (const policy of cluster.all('networking.k8s.io', 'NetworkPolicy')) {
      const selector = own(policy.spec, 'podSelector');
      if (!isRecord(selector) || Object.keys(selector).length === 0 || !cluster.seesAllPods(policy.namespace)) continue;
      if (cluster.expectsWorkload(policy)) continue;
      if (cluster.select(policy.namespace, selector).length === 0)
        yield {
          item: policy,
          prop: 'spec.podSelector',
          got: selector,
          expected: `labels of a pod in ${policy.namespace ? `namespace ${policy.namespace}` : 'the same namespace'}`,
          fix: `use the labels of the pods that ${policy.title} is for, or remove it`,
        };
    }
  },
};
