import { dig } from '../../internal/json';
import type { Rule } from '../rule';

export const rolloutStuck: Rule = {
  id: 'rollout-stuck',
  severity: 'error',
  title: 'A rolling update may neither add nor remove a pod',
  why: 'With maxSurge and maxUnavailable both 0 no pod can be replaced: the API server refuses the workload.',
  fix: 'Allow one of the two, or use the strategy Recreate.',
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
`,
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
`,
  *check(cluster) {
    for (const [group, kind, path] of [
      ['apps', 'Deployment', 'strategy.rollingUpdate'],
      ['apps', 'DaemonSet', 'updateStrategy.rollingUpdate'],
    ])
      for (const item of cluster.all(group, kind)) {
        const rolling = dig(item.spec, path);
        if (!isZero(dig(rolling, 'maxUnavailable'))) continue;
        // a DaemonSet's surge is 0 where nothing is said, a Deployment's is not
        const surge = dig(rolling, 'maxSurge') ?? (kind === 'DaemonSet' ? 0 : undefined);
        if (!isZero(surge)) continue;
        yield {
          item,
          prop: `spec.${path}`,
          got: rolling,
          expected: 'maxSurge or maxUnavailable above 0',
          fix: `set maxUnavailable: 1 where ${item.title} has no spare capacity, or maxSurge: 1 where it has`,
        };
      }
  },
};

function isZero(value: unknown): boolean {
  return value === 0 || value === '0%' || value === '0';
}
