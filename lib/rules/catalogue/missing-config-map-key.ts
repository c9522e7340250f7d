import { reportMissingKeys } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingConfigMapKey: Rule = {
  id: 'missing-config-map-key',
  severity: 'error',
  title: 'A pod needs a key that its ConfigMap does not have',
  why: 'The container stays in CreateContainerConfigError, or its volume cannot be mounted.',
  fix: 'Add the key to the ConfigMap, or name one that it has.',
  good: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {LOG_LEVEL: INFO}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env: [{name: LOG_LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: LOG_LEVEL}}}]
`,
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {LOGLEVEL: INFO}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env: [{name: LOG_LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: LOG_LEVEL}}}]
`,
  cluster(cluster, report) {
    reportMissingKeys(cluster, report, 'ConfigMap');
  },
};
