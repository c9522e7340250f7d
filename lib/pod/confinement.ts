import type { Checker } from '../internal/errors';
import type { GuardRails } from '../values/guard-rails';
import type { PodSecurityPlan } from '../values/pod-security/plan';

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

/** Refuses what the Pod Security level of the namespace would refuse at apply. */
export function checkLevel(check: Checker, plan: PodSecurityPlan, rails: GuardRails | undefined): void {
  if (!rails || plan.mode !== 'relaxed' || rails.podSecurity === 'privileged') return;
  const { namespace, podSecurity } = rails;
  const beyond = plan.capabilities.filter((c) => !BASELINE_CAPABILITIES.includes(c));
  if (podSecurity === 'restricted' && (plan.user === undefined || plan.user === 0))
    check.refuse(
      'PodSecurity.relaxed',
      `what namespace ${namespace} enforces: Pod Security "restricted" needs a numeric user other than 0`,
      'give a user, or use a namespace with podSecurity baseline',
    );
  const refused = podSecurity === 'restricted' ? plan.capabilities.filter((c) => c !== 'NET_BIND_SERVICE') : beyond;
  if (refused.length > 0)
    check
      .at('capabilities')
      .refuse(
        refused.join(', '),
        `what namespace ${namespace} enforces: Pod Security "${podSecurity}" allows no such capability`,
        'leave them out, or use a namespace that allows them',
      );
}
