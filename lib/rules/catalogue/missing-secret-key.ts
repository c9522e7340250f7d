import { reportMissingKeys } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingSecretKey: Rule = {
  id: 'missing-secret-key',
  severity: 'error',
  title: 'A pod needs a key that its Secret does not have',
  why: 'The container stays in CreateContainerConfigError, or its volume cannot be mounted.',
  fix: 'Add the key where the Secret is made or declared, or name one that it has.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: "Secret/scorer:USER+PASSWORD"}}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: scorer, key: PASSWORD}}}]
`,
  bad: `
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: scorer, namespace: ml}
spec: {encryptedData: {USER: AgBy3i4OJSWK}}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: scorer, key: PASSWORD}}}]
`,
  cluster(cluster, report) {
    reportMissingKeys(cluster, report, 'Secret');
  },
};
