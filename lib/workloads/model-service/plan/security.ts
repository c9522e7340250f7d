import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import type { GuardRails } from '../../../values/guard-rails';
import { defaultPodSecurity, type PodSecurityDefinition } from '../../../values/pod-security/definition';
import type { PodSecurityContext, PodSecurityPlan } from '../../../values/pod-security/plan';
import type { ModelServiceProps } from '../model-service-props';
import type { ServiceFacts } from './facts';

/** What Pod Security "baseline" lets containers add, https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline */
const BASELINE_CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** Checks the security of the pod and decides it; `undefined` where it was refused. */
export function decideSecurity(
  check: Checker,
  props: ModelServiceProps,
  facts: ServiceFacts,
): PodSecurityPlan | undefined {
  return decide(check, definitionOf(props), contextOf(props, facts));
}

export function planSecurity(props: ModelServiceProps, facts: ServiceFacts): PodSecurityPlan {
  return definitionOf(props).plan(contextOf(props, facts));
}

function definitionOf({ security }: ModelServiceProps): PodSecurityDefinition {
  return security?._definition ?? defaultPodSecurity;
}

function contextOf({ compute }: ModelServiceProps, { profile, target }: ServiceFacts): PodSecurityContext {
  const gpu = compute.gpu?._definition.plan({ cloud: target.cloud });
  return {
    imageUser: { user: profile.user, group: profile.group },
    needsWritableRoot: gpu?.needsWritableRoot ?? false,
  };
}

/** Refuses what the namespace's Pod Security level would refuse at apply. */
export function checkLevel(check: Checker, plan: PodSecurityPlan | undefined, rails: GuardRails | undefined): void {
  if (!rails || !plan || plan.mode !== 'relaxed' || rails.podSecurity === 'privileged') return;
  const { namespace, podSecurity } = rails;
  const beyond = plan.capabilities.filter((c) => !BASELINE_CAPABILITIES.includes(c));
  if (podSecurity === 'restricted' && (plan.user === undefined || plan.user === 0))
    check.refuse(
      'PodSecurity.relaxed',
      `what namespace ${namespace} enforces: Pod Security "restricted" needs a numeric user other than 0`,
      'give a user, or use a namespace with podSecurity baseline',
    );
  const allowed = podSecurity === 'restricted' ? plan.capabilities.filter((c) => c !== 'NET_BIND_SERVICE') : beyond;
  if (allowed.length > 0)
    check
      .at('capabilities')
      .refuse(
        allowed.join(', '),
        `what namespace ${namespace} enforces: Pod Security "${podSecurity}" allows no such capability`,
        'leave them out, or use a namespace that allows them',
      );
}
