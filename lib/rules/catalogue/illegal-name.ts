import { nameFault } from '../../internal/names';
import { objectNameFault } from '../cluster/name-rules';
import type { Rule } from '../rule';

export const illegalName: Rule = {
  id: 'illegal-name',
  severity: 'error',
  title: "An object's name or namespace is not legal for its kind",
  why: 'The API server refuses the object, or its controller cannot make pods from it.',
  fix: 'Choose a name of the form that the kind asks for.',
  good: `
apiVersion: v1
kind: Service
metadata: {name: churn-predictor, namespace: ml}
spec: {type: ExternalName, externalName: churn.example.com}
`,
  bad: `
apiVersion: v1
kind: Service
metadata: {name: Churn_Predictor, namespace: ml}
spec: {type: ExternalName, externalName: churn.example.com}
`,
  *check(cluster) {
    for (const item of cluster.items) {
      const expected = item.name === '' ? undefined : objectNameFault(item, cluster.minor);
      if (expected)
        yield { item, prop: 'metadata.name', got: item.name, expected, fix: `rename ${item.title} to such a name` };
      const fault = item.namespace === '' ? undefined : nameFault(item.namespace, 'label');
      if (fault)
        yield {
          item,
          prop: 'metadata.namespace',
          got: item.namespace,
          expected: `a namespace of ${fault}`,
          fix: `put ${item.title} into a namespace of such a name`,
        };
    }
  },
};
