import { reportMissingObjects } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingClaim: Rule = {
  id: 'missing-claim',
  severity: 'error',
  title: 'A pod mounts a PersistentVolumeClaim that does not exist',
  why: 'The pod stays Pending.',
  fix: "Add the claim, or, if it exists already, declare it: expects: ['PersistentVolumeClaim/name'] of the construct, or the annotation cdk8s-ml.io/expects: 'PersistentVolumeClaim/name'.",
  good: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: models, namespace: ml}
spec: {accessModes: [ReadOnlyMany], resources: {requests: {storage: 10Gi}}}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", volumeMounts: [{name: models, mountPath: /models}]}
  volumes: [{name: models, persistentVolumeClaim: {claimName: models}}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", volumeMounts: [{name: models, mountPath: /models}]}
  volumes: [{name: models, persistentVolumeClaim: {claimName: models}}]
`,
  cluster(cluster, report) {
    reportMissingObjects(cluster, report, 'PersistentVolumeClaim');
  },
};
