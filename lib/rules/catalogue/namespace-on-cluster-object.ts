import { dig } from '../../internal/json';
import type { Rule } from '../rule';

export const namespaceOnClusterObject: Rule = {
  id: 'namespace-on-cluster-object',
  severity: 'warning',
  title: 'An object that has no namespace in Kubernetes names one',
  why: 'The namespace is ignored by kubectl; other tools refuse the object or always report it as changed.',
  fix: 'Remove metadata.namespace; in cdk8s, make the object in a chart without a namespace.',
  good: `
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: training}
value: 1000
`,
  bad: `
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: training, namespace: ml}
value: 1000
`,
  kinds: ({ isClusterScoped }) => isClusterScoped,
  object(item, report) {
    const namespace = dig(item.manifest, 'metadata.namespace');
    if (typeof namespace !== 'string' || namespace === '') return;
    report({
      item,
      prop: 'metadata.namespace',
      got: namespace,
      expected: `no namespace: a ${item.kind} belongs to the whole cluster`,
      fix: `remove the namespace of ${item.title}`,
    });
  },
};
