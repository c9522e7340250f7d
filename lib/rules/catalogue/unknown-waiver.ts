import { WAIVER_PREFIX } from '../../internal/labels';
import type { Rule } from '../rule';

/** Made with the ids of all rules, this one included, which only the registry knows. */
export function unknownWaiver(isRule: (id: string) => boolean): Rule {
  return {
    id: 'unknown-waiver',
    severity: 'error',
    title: 'A waiver names a rule that does not exist',
    why: 'The waiver has no effect: its name is misspelt, or the rule was renamed.',
    fix: 'Name a rule of the catalogue.',
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
  annotations: {cdk8s-ml.io/waive-floating-images: "a sandbox that is rebuilt every night"}
`,
    cluster(cluster, report) {
      for (const item of cluster.declaring)
        for (const { rule } of item.waivers)
          if (!isRule(rule))
            report({
              item,
              prop: `metadata.annotations[${WAIVER_PREFIX}${rule}]`,
              got: rule,
              expected: 'the id of a rule (docs/rules.md lists them)',
              fix: `correct the name of the waiver on ${item.title}, or remove it`,
            });
    },
  };
}
