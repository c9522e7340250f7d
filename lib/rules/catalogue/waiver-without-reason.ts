import { WAIVER_PREFIX } from '../../internal/labels';
import type { Rule } from '../rule';

export const waiverWithoutReason: Rule = {
  id: 'waiver-without-reason',
  severity: 'error',
  title: 'A rule is waived without a reason',
  why: 'Without a reason, it is not clear later whether the waiver is still needed.',
  fix: 'Say in the annotation why the rule does not apply to this object.',
  good: `
apiVersion: v1
kind: Pod
metadata:
  name: notebook
  namespace: ml
  annotations: {cdk8s-ml.io/waive-floating-image: "a sandbox that is rebuilt every night"}
spec: {containers: [{name: lab, image: "registry.example/lab:latest"}]}
`,
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: ml
  annotations: {cdk8s-ml.io/waive-floating-image: ""}
`,
  cluster(cluster, report) {
    for (const item of cluster.declaring)
      for (const { rule, reason } of item.waivers)
        if (reason === '')
          report({
            item,
            prop: `metadata.annotations[${WAIVER_PREFIX}${rule}]`,
            got: reason,
            expected: 'a reason',
            fix: `say why ${rule} does not apply to ${item.title}, or remove the waiver`,
          });
  },
};
