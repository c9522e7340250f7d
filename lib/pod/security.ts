import type { Container, PodSpec } from '../internal/kubernetes';
import type { PodSecurityPlan } from '../values/pod-security/plan';
import type { ContainerPlan } from './plan';

/** The pod's half of the security context: identity, and the seccomp profile that "restricted" asks for. */
export function podSecurityContext(plan: PodSecurityPlan): PodSpec['securityContext'] {
  const root = plan.mode === 'relaxed' && (plan.user === 0 || plan.user === undefined);
  return {
    runAsNonRoot: root ? undefined : true,
    runAsUser: plan.user,
    runAsGroup: plan.group,
    supplementalGroups: plan.supplementalGroups?.length ? [...plan.supplementalGroups] : undefined,
    // volumes belong to the group, so that a user who is not root can write to a fresh claim
    fsGroup: plan.group,
    // changing the owner of every file of a large model volume at each start can take minutes
    fsGroupChangePolicy: plan.group === undefined ? undefined : 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** The container's half: what Pod Security "restricted" asks of each container. */
export function containerSecurityContext(container: ContainerPlan, pod: PodSecurityPlan): Container['securityContext'] {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'], add: container.capabilities?.length ? [...container.capabilities] : undefined },
    readOnlyRootFilesystem: container.readOnlyRoot ?? true,
    runAsUser: pod.mode === 'cluster-user' || container.user === pod.user ? undefined : container.user,
  };
}
