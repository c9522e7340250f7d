import { EXPECTS_ANNOTATION } from '../../internal/labels';
import type { Rule } from '../rule';

export const invalidExpects: Rule = {
  id: 'invalid-expects',
  severity: 'error',
  title: 'A declaration of existing objects cannot be read',
  why: 'The objects that it should name count as missing, or a mistake in it hides that they are.',
  fix: "Write Kind/name, or Secret/name:KEY1+KEY2, separated by commas; objects are in the annotated object's own namespace.",
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: ml
  annotations: {cdk8s-ml.io/expects: "Secret/scorer:USER+PASSWORD,ServiceAccount/scorer"}
`,
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: ml
  annotations: {cdk8s-ml.io/expects: "scorer, ServiceAccount/scorer"}
`,
  cluster(cluster, report) {
    for (const item of cluster.declaring)
      for (const entry of item.expectations.unreadable)
        report({
          item,
          prop: `metadata.annotations[${EXPECTS_ANNOTATION}]`,
          got: entry,
          expected: "Kind/name or Kind/name:KEY1+KEY2, of the object's own namespace",
          fix: `write it in that form on ${item.title}`,
        });
  },
};
