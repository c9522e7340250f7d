import { objectNameFault } from '../cluster/name-rules';
import { validNameFault } from '../cluster/valid';
import type { Rule } from '../rule';

export const invalidName: Rule = {
  id: 'invalid-name',
  severity: 'error',
  title: 'The name or namespace of an object is not valid for its kind',
  why: 'The API server refuses the object, or its controller cannot make pods from it.',
  fix: 'Choose a name of the form that the kind requires.',
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
  object(item, report, { minor }) {
    const expected = item.name === '' ? undefined : objectNameFault(item, minor);
    if (expected)
      report({ item, prop: 'metadata.name', got: item.name, expected, fix: `rename ${item.title} to such a name` });
    const fault = item.namespace === '' ? undefined : validNameFault(item.namespace, 'label');
    if (fault)
      report({
        item,
        prop: 'metadata.namespace',
        got: item.namespace,
        expected: `a namespace of ${fault}`,
        fix: `move ${item.title} to a namespace with such a name`,
      });
  },
};
