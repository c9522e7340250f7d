import { reportMissingObjects } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingConfigMap: Rule = {
  id: 'missing-config-map',
  severity: 'error',
  title: 'A pod needs a ConfigMap that does not exist',
  why: 'The container stays in CreateContainerConfigError, or the pod in ContainerCreating, until the ConfigMap exists.',
  fix: "Add the ConfigMap, mark the reference `optional: true`, or, if it exists already, declare it: expects: ['ConfigMap/name'] of the construct, or the annotation cdk8s-ml.io/expects: 'ConfigMap/name'.",
  good: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {LOG_LEVEL: INFO}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: ConfigMap/shared}}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      envFrom: [{configMapRef: {name: settings}}, {configMapRef: {name: shared}}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      envFrom: [{configMapRef: {name: settings}}]
`,
  cluster(cluster, report) {
    reportMissingObjects(cluster, report, 'ConfigMap');
  },
};
