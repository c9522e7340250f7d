import { own, text } from '../../internal/json';
import type { Item } from '../cluster/item';
import { type PodSecurityLevel, podSecurityFaultsOf } from '../cluster/pod-security';
import type { Pods } from '../cluster/pods';
import type { Rule } from '../rule';

const LEVEL = 'pod-security.kubernetes.io/enforce';
const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

export const podSecurity: Rule = {
  id: 'pod-security',
  severity: 'error',
  title: 'A pod is not allowed by the Pod Security level of its namespace',
  why: 'The workload is accepted, and each of its pods is refused: "violates PodSecurity".',
  fix: 'Set the field as the level asks, or put the workload into a namespace with another level.',
  good: `
apiVersion: v1
kind: Namespace
metadata: {name: ml, labels: {pod-security.kubernetes.io/enforce: restricted}}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  securityContext: {runAsNonRoot: true, runAsUser: 10001, seccompProfile: {type: RuntimeDefault}}
  containers:
    - name: api
      image: registry.example/scorer:1.0
      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
`,
  bad: `
apiVersion: v1
kind: Namespace
metadata: {name: ml, labels: {pod-security.kubernetes.io/enforce: restricted}}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
  containers:
    - {name: api, image: "registry.example/scorer:1.0"}
`,
  *check(cluster) {
    for (const namespace of cluster.all('', 'Namespace')) {
      const level = own(namespace.labels, LEVEL);
      if (level !== undefined && !LEVELS.includes(level as string))
        yield {
          item: namespace,
          prop: `metadata.labels[${LEVEL}]`,
          got: level,
          expected: `one of ${LEVELS.join(', ')}`,
          fix: `write a level that exists: an unknown one is enforced as 'restricted'`,
        };
    }
    for (const pods of cluster.pods) {
      const namespace = cluster.find('', 'Namespace', '', pods.item.namespace);
      const level = text(namespace && own(namespace.labels, LEVEL));
      if (!namespace || level === undefined || !LEVELS.includes(level)) continue;
      const minor = policyMinor(namespace, cluster.minor);
      for (const { at, got, expected } of podSecurityFaultsOf(pods, level as PodSecurityLevel, minor))
        yield {
          item: pods.item,
          prop: fieldPath(pods, at),
          got,
          expected: `${expected}: the namespace ${namespace.name} enforces '${level}'`,
          fix: `set it as '${level}' asks, or move ${pods.item.title} to a namespace with another level`,
        };
    }
  },
};

/** The version of the standards is that of the cluster, unless the namespace pins an older one. */
function policyMinor(namespace: Item, minor: number): number {
  const pinned = /^v1\.(\d+)$/.exec(text(own(namespace.labels, `${LEVEL}-version`)) ?? '')?.[1];
  return pinned === undefined ? minor : Math.min(Number(pinned), minor);
}

/** Annotations stand beside the spec. */
function fieldPath({ set }: Pods, path: string): string {
  return path.startsWith('metadata.') && set.path !== '' ? `${set.path}.${path}` : path;
}
