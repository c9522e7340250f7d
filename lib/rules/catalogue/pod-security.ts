import { own, text } from '../../internal/json';
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
  fix: 'Set the field to a value that the level allows, or put the workload into a namespace with another level.',
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
  kinds: ['/Namespace'],
  object(namespace, report) {
    const level = own(namespace.labels, LEVEL);
    if (level === undefined || LEVELS.includes(level as string)) return;
    report({
      item: namespace,
      prop: `metadata.labels[${LEVEL}]`,
      got: level,
      expected: `one of ${LEVELS.join(', ')}`,
      fix: "write one of these levels: an unknown one is enforced as 'restricted'",
    });
  },
  cluster(cluster, report) {
    for (const { item, insecure } of cluster.pods) {
      const labels = insecure && cluster.namespaceLabels(item.namespace);
      const level = text(labels && own(labels, LEVEL));
      if (!insecure || !labels || level === undefined || !LEVELS.includes(level)) continue;
      const minor = policyMinor(labels, cluster.minor);
      for (const { at, got, expected } of podSecurityFaultsOf(insecure, level as PodSecurityLevel, minor))
        report({
          item,
          prop: fieldPath(insecure, at),
          got,
          expected: `${expected}: the namespace ${item.namespace} enforces '${level}'`,
          fix: `set it to a value that '${level}' allows, or move ${item.title} to a namespace with another level`,
        });
    }
  },
};

/** The version of the standards is that of the cluster, unless the namespace sets an older one. */
function policyMinor(labels: Readonly<Record<string, unknown>>, minor: number): number {
  const pinned = /^v1\.(\d+)$/.exec(text(own(labels, `${LEVEL}-version`)) ?? '')?.[1];
  return pinned === undefined ? minor : Math.min(Number(pinned), minor);
}

/** Annotations are beside the spec. */
function fieldPath({ set }: Pods, path: string): string {
  return path.startsWith('metadata.') && set.path !== '' ? `${set.path}.${path}` : path;
}
