import { words } from '../../internal/json';
import { canMountOnSeveralNodes, type SharedClaim, sharedClaims } from '../cluster/claims';
import type { Report } from '../cluster/fault';
import { isGang } from '../cluster/runs';
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
    const shared = sharedClaims(cluster);
    checkRoles(shared, report);
    for (const { pods, claim, modes, at, replicas, extra } of shared) {
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

/** Roles of one run with a pod each, which the scheduler may place on different nodes: a launcher and its worker. */
function checkRoles(shared: readonly SharedClaim[], report: Report): void {
  const groups = new Map<string, SharedClaim[]>();
  for (const one of shared) {
    const { pods, claim, modes, replicas } = one;
    if (canMountOnSeveralNodes(modes) || !modes.includes('ReadWriteOnce') || pods.separate || replicas !== 1) continue;
    const key = `${pods.item.order}/${claim.order}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const [, second] = group;
    if (!second || !isGang(group.map(({ pods }) => pods))) continue;
    const { pods, claim, modes, at } = second;
    report({
      item: pods.item,
      prop: `${at}.persistentVolumeClaim`,
      got: `${claim.title} (${words(modes)}) for ${group.map((one) => one.pods.role).join(' and ')}`,
      expected: 'pods on one node, or a claim that several nodes can mount',
      fix: `make ${claim.title} ReadWriteMany or ReadOnlyMany, or mount it in one role of ${pods.item.title}`,
      severity: 'warning',
    });
  }
}
