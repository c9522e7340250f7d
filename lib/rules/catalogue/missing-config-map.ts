import { missingObjects } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingConfigMap: Rule = {
  id: 'missing-config-map',
  severity: 'error',
  title: 'A pod needs a ConfigMap that nothing provides',
  why: 'The container waits in CreateContainerConfigError, or the pod in ContainerCreating, until somebody makes it.',
  fix: "Add the ConfigMap, mark the reference `optional: true`, or declare it with the annotation cdk8s-ml.io/expects: 'ConfigMap/name' where it exists already.",
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
  check: (cluster) => missingObjects(cluster, 'ConfigMap'),
};
