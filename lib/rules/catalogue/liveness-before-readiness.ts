import { count, isRecord, own } from '../../internal/json';
import type { Rule } from '../rule';

export const livenessBeforeReadiness: Rule = {
  id: 'liveness-before-readiness',
  severity: 'warning',
  title: 'A container is killed before it is taken out of service',
  why: 'The liveness probe gives up sooner than the readiness probe: under load a busy server is restarted, its requests are lost, and the others get busier.',
  fix: 'Let periodSeconds times failureThreshold of the liveness probe be the larger of the two.',
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
  *check(cluster) {
    for (const { item, containers } of cluster.pods)
      for (const container of containers) {
        const liveness = patience(own(container.spec, 'livenessProbe'));
        const readiness = patience(own(container.spec, 'readinessProbe'));
        if (liveness === undefined || readiness === undefined || liveness >= readiness) continue;
        yield {
          item,
          prop: `${container.path}.livenessProbe`,
          got: `${liveness} s`,
          expected: `at least ${readiness} s, after which the readiness probe gives up`,
          fix: `raise failureThreshold of the liveness probe of ${container.name} in ${item.title}`,
        };
      }
  },
};

/** Seconds of failing until a probe gives up; the defaults are Kubernetes'. */
function patience(probe: unknown): number | undefined {
  if (!isRecord(probe)) return undefined;
  return (count(own(probe, 'periodSeconds')) ?? 10) * (count(own(probe, 'failureThreshold')) ?? 3);
}
