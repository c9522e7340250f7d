import { isClusterScoped } from '../../internal/cluster-scoped';
import { own } from '../../internal/json';
import type { Rule } from '../rule';

export const namespaceOnClusterObject: Rule = {
  id: 'namespace-on-cluster-object',
  severity: 'warning',
  title: 'An object of the whole cluster names a namespace',
  why: 'The namespace is dropped by kubectl; other tools refuse the object or show it as changed for ever.',
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
  *check(cluster) {
    for (const item of cluster.items) {
      const namespace = own(item.manifest.metadata, 'namespace');
      if (typeof namespace === 'string' && namespace !== '' && isClusterScoped(item.group, item.kind))
        yield {
          item,
          prop: 'metadata.namespace',
          got: namespace,
          expected: `no namespace: a ${item.kind} belongs to the cluster`,
          fix: `remove the namespace of ${item.title}`,
        };
    }
  },
};
