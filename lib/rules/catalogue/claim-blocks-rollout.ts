import { canMountOnSeveralNodes, sharedClaims } from '../cluster/claims';
import type { Rule } from '../rule';

export const claimBlocksRollout: Rule = {
  id: 'claim-blocks-rollout',
  severity: 'warning',
  title: 'A rollout starts a second pod on a ReadWriteOnce claim',
  why: 'If the new pod is placed on another node, the volume cannot be attached and the rollout waits until the old pod is deleted.',
  fix: 'Use the strategy Recreate (or maxSurge: 0 with maxUnavailable: 1), or a claim that several nodes can mount.',
  good: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: tracking, namespace: ml}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tracking, namespace: ml}
spec:
  strategy: {type: Recreate}
  selector: {matchLabels: {app: tracking}}
  template:
    metadata: {labels: {app: tracking}}
    spec:
      containers: [{name: api, image: "registry.example/tracking:1.0"}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: tracking}}]
`,
  bad: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: tracking, namespace: ml}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tracking, namespace: ml}
spec:
  selector: {matchLabels: {app: tracking}}
  template:
    metadata: {labels: {app: tracking}}
    spec:
      containers: [{name: api, image: "registry.example/tracking:1.0"}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: tracking}}]
`,
  cluster(cluster, report) {
    for (const { pods, claim, modes, replicas, extra } of sharedClaims(cluster)) {
      if (canMountOnSeveralNodes(modes) || !modes.includes('ReadWriteOnce') || modes.includes('ReadWriteOncePod'))
        continue;
      // several replicas are a fault of their own
      if (replicas !== 1 || extra === 0) continue;
      report({
        item: pods.item,
        prop: 'spec.strategy',
        got: 'a rolling update with surge',
        expected: `no second pod on ${claim.title}, which is ReadWriteOnce`,
        fix: `set the strategy of ${pods.item.title} to Recreate, or make ${claim.title} ReadWriteMany`,
      });
    }
  },
};
