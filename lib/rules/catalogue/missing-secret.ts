import { reportMissingObjects } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingSecret: Rule = {
  id: 'missing-secret',
  severity: 'error',
  title: 'An object needs a Secret that does not exist',
  why: 'The container stays in CreateContainerConfigError, the image cannot be pulled, or the Ingress has no certificate.',
  fix: "Add an ExternalSecret or SealedSecret that makes it, mark the reference `optional: true`, or, if it exists already, declare it: expects: ['Secret/name'] of the construct, or the annotation cdk8s-ml.io/expects: 'Secret/name'. Where a controller or a program of the app may make it, this is a warning.",
  good: `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: registry-token, namespace: ml}
spec:
  secretStoreRef: {name: vault, kind: ClusterSecretStore}
  data: [{secretKey: TOKEN, remoteRef: {key: ml/registry}}]
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: "Secret/scorer:USER+PASSWORD"}}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env:
        - {name: REGISTRY_TOKEN, valueFrom: {secretKeyRef: {name: registry-token, key: TOKEN}}}
        - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: scorer, key: PASSWORD}}}
`,
  bad: `
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
    reportMissingObjects(cluster, report, 'Secret', ', for example with an ExternalSecret');
  },
};
