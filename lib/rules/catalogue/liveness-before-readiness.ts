import { count, isRecord, own } from '../../internal/json';
import type { Rule } from '../rule';

export const livenessBeforeReadiness: Rule = {
  id: 'liveness-before-readiness',
  severity: 'warning',
  title: 'A container is restarted before it is removed from its Services',
  why: 'The liveness probe fails before the readiness probe does: under load a busy server is restarted, its requests are lost, and the other pods get more of them.',
  fix: 'Make periodSeconds times failureThreshold of the liveness probe at least as large as that of the readiness probe.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      readinessProbe: {httpGet: {path: /health, port: 8000}, periodSeconds: 10, failureThreshold: 3}
      livenessProbe: {httpGet: {path: /live, port: 8000}, periodSeconds: 15, failureThreshold: 8}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      readinessProbe: {httpGet: {path: /health, port: 8000}, periodSeconds: 10, failureThreshold: 3}
      livenessProbe: {httpGet: {path: /health, port: 8000}, periodSeconds: 5, failureThreshold: 3}
`,
  pods({ item, containers }, report) {
    for (const container of containers) {
      const liveness = secondsToFail(own(container.spec, 'livenessProbe'));
      const readiness = secondsToFail(own(container.spec, 'readinessProbe'));
      if (liveness === undefined || readiness === undefined || liveness >= readiness) continue;
      report({
        item,
        prop: `${container.path}.livenessProbe`,
        got: `${liveness} s`,
        expected: `at least ${readiness} s, after which the readiness probe fails`,
        fix: `raise failureThreshold of the liveness probe of ${container.name} in ${item.title}`,
      });
    }
  },
};

/** Seconds of failing until a probe counts as failed; the defaults are Kubernetes'. */
function secondsToFail(probe: unknown): number | undefined {
  if (!isRecord(probe)) return undefined;
  return (count(own(probe, 'periodSeconds')) ?? 10) * (count(own(probe, 'failureThreshold')) ?? 3);
}
