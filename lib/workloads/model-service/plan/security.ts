import type { Checker } from '../../../internal/errors';
import type { GuardRails } from '../../../values/guard-rails';
import type { PodSecurity, PodSecurityPlan } from '../../../values/pod-security';
import type { ServerProfile } from '../../../values/server-profile';

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

/** The confinement asked for, as the user of the server's image where none was named. */
export function planSecurity(security: PodSecurity | undefined, profile: ServerProfile): PodSecurityPlan {
  const plan = security?._plan ?? { mode: 'restricted', capabilities: [] };
  if (plan.mode !== 'restricted') return plan;
  return { ...plan, user: plan.user ?? profile.user, group: plan.group ?? plan.user ?? profile.group };
}

/** Refuses what the namespace's Pod Security level would refuse at apply. */
export function checkLevel(check: Checker, security: PodSecurity | undefined, rails: GuardRails | undefined): void {
  const plan = security?._plan;
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
