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
  kinds: ['apps/Deployment', 'apps/DaemonSet'],
  object(item, report) {
    const path = item.kind === 'DaemonSet' ? 'updateStrategy.rollingUpdate' : 'strategy.rollingUpdate';
    const rolling = dig(item.spec, path);
    if (!isZero(dig(rolling, 'maxUnavailable'))) return;
    // the default surge of a DaemonSet is 0, that of a Deployment is not
    if (!isZero(dig(rolling, 'maxSurge') ?? (item.kind === 'DaemonSet' ? 0 : undefined))) return;
    report({
      item,
      prop: `spec.${path}`,
      got: rolling,
      expected: 'maxSurge or maxUnavailable above 0',
      fix: `set maxUnavailable: 1 if the cluster has no spare capacity for ${item.title}, or maxSurge: 1 if it has`,
    });
  },
};

function isZero(value: unknown): boolean {
  return value === 0 || value === '0%' || value === '0';
}
