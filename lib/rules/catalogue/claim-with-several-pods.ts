import { words } from '../../internal/json';
import { canMountOnSeveralNodes, sharedClaims } from '../cluster/claims';
import type { Rule } from '../rule';

export const claimWithSeveralPods: Rule = {
  id: 'claim-with-several-pods',
  severity: 'error',
  title: 'Several pods mount a claim that only one node, or one pod, can mount',
  why: 'A ReadWriteOnce volume attaches to one node: pods on other nodes stay in ContainerCreating. With a ReadWriteOncePod claim, a second pod stays Pending, also the new pod of a rollout.',
  fix: 'Use an access mode for several nodes (ReadOnlyMany, ReadWriteMany), one claim for each pod (StatefulSet), or one replica with the strategy Recreate.',
  good: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: models, namespace: ml}
spec: {accessModes: [ReadWriteMany], resources: {requests: {storage: 10Gi}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  replicas: 3
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec:
      containers: [{name: api, image: "registry.example/scorer:1.0"}]
      volumes: [{name: models, persistentVolumeClaim: {claimName: models}}]
`,
  bad: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: models, namespace: ml}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  replicas: 3
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec:
      containers: [{name: api, image: "registry.example/scorer:1.0"}]
      volumes: [{name: models, persistentVolumeClaim: {claimName: models}}]
`,
  cluster(cluster, report) {
    for (const { pods, claim, modes, at, replicas, extra } of sharedClaims(cluster)) {
      if (canMountOnSeveralNodes(modes)) continue;
      const onePod = modes.includes('ReadWriteOncePod');
      if (!onePod && !modes.includes('ReadWriteOnce')) continue;
      if (onePod ? replicas + extra <= 1 : replicas <= 1) continue;
      const count = Number.isFinite(replicas)
        ? `${replicas} pods${extra > 0 ? ` and ${extra} more during a rollout` : ''}`
        : 'a pod on every node';
      report({
        item: pods.item,
        prop: `${at}.persistentVolumeClaim`,
        got: `${claim.title} (${words(modes)}) for ${count}`,
        expected: onePod ? 'one pod, also during a rollout' : 'one pod, or a claim that several nodes can mount',
        fix: `make ${claim.title} ReadWriteMany or ReadOnlyMany, or run ${pods.item.title} with one replica and the strategy Recreate`,
      });
    }
  },
};
