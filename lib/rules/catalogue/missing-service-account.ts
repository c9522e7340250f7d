import { missingObjects } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingServiceAccount: Rule = {
  id: 'missing-service-account',
  severity: 'error',
  title: 'A pod runs as a ServiceAccount that nothing provides',
  why: 'The workload is accepted, and its pods are refused: "serviceaccount not found".',
  fix: "Add the ServiceAccount, or declare it with the annotation cdk8s-ml.io/expects: 'ServiceAccount/name' where it exists already.",
  good: `
apiVersion: v1
kind: ServiceAccount
metadata: {name: scorer, namespace: ml}
automountServiceAccountToken: false
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  serviceAccountName: scorer
  containers: [{name: api, image: "registry.example/scorer:1.0"}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  serviceAccountName: scorer
  containers: [{name: api, image: "registry.example/scorer:1.0"}]
`,
  check: (cluster) => missingObjects(cluster, 'ServiceAccount'),
};
