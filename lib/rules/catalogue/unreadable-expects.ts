import { own } from '../../internal/json';
import { EXPECTS_ANNOTATION } from '../../internal/labels';
import { parseExpects } from '../cluster/expects';
import type { Rule } from '../rule';

export const unreadableExpects: Rule = {
  id: 'unreadable-expects',
  severity: 'error',
  title: 'A declaration of existing objects cannot be read',
  why: 'The objects that it was meant to name are missing to the rules on references, or a mistake in it hides that they are.',
  fix: "Write Kind/name, or Secret/name:KEY1+KEY2, with commas between them; objects are of the annotated object's own namespace.",
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
  *check(cluster) {
    for (const item of cluster.items) {
      const value = own(item.annotations, EXPECTS_ANNOTATION);
      if (typeof value !== 'string') continue;
      for (const entry of parseExpects(value).unreadable)
        yield {
          item,
          prop: `metadata.annotations[${EXPECTS_ANNOTATION}]`,
          got: entry,
          expected: "Kind/name or Kind/name:KEY1+KEY2, of the object's own namespace",
          fix: `write it in that form on ${item.title}`,
        };
    }
  },
};
