import { reportMissingObjects } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingServiceAccount: Rule = {
  id: 'missing-service-account',
  severity: 'error',
  title: 'A pod runs as a ServiceAccount that does not exist',
  why: 'The workload is accepted, and its pods are refused: "serviceaccount not found".',
  fix: "Add the ServiceAccount, or, if it exists already, declare it: expects: ['ServiceAccount/name'] of the construct, or the annotation cdk8s-ml.io/expects: 'ServiceAccount/name'.",
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
  cluster(cluster, report) {
    reportMissingObjects(cluster, report, 'ServiceAccount');
  },
};
