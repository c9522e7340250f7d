import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { PodUser, RelaxedSecurity } from './options';
import type { PodSecurityContext, PodSecurityPlan } from './plan';

export type PodSecurityDefinition = Definition<PodSecurityContext, PodSecurityPlan>;

/** Pod Security "restricted" as a numeric user. */
export function restricted({ user, group, readOnlyRootFilesystem }: PodUser): PodSecurityDefinition {
  return {
    check: (check) => {
      checkIds(check, { user, group });
      if (user === 0)
        check
          .at('user')
          .refuse(
            0,
            'a user other than root: Pod Security "restricted" refuses it',
            'give the numeric user of the image, or use PodSecurity.relaxed with a reason',
          );
    },
    plan: ({ imageUser, needsWritableRoot }) => ({
      mode: 'restricted',
      user: user ?? imageUser.user,
      group: group ?? user ?? imageUser.group,
      readOnlyRoot: readOnlyRootFilesystem ?? !needsWritableRoot,
      capabilities: [],
    }),
  };
}

/** What applies where the user gave nothing. */
export const defaultPodSecurity: PodSecurityDefinition = restricted({});

/** Pod Security "restricted" as the user that the image names. */
export function imageUser(): PodSecurityDefinition {
  return {
    check: () => {},
    plan: ({ needsWritableRoot }) => ({ mode: 'image-user', readOnlyRoot: !needsWritableRoot, capabilities: [] }),
  };
}

/** Less than "restricted", for a reason. */
export function relaxed(options: RelaxedSecurity): PodSecurityDefinition {
  const { user, group, reason, capabilities = [], readOnlyRootFilesystem = false } = options;
  return {
    check: (check) => {
      checkIds(check, { user, group });
      capabilities.forEach((name, i) => {
        checkCapability(check.at('capabilities').at(i), name);
      });
      if (!reason?.trim())
        check.at('reason').refuse(reason, 'why the pod needs more than "restricted" allows', 'write the reason');
    },
    plan: () => ({ mode: 'relaxed', user, group, readOnlyRoot: readOnlyRootFilesystem, capabilities, reason }),
  };
}

/** Refuses ids that Linux does not have. */
function checkIds(check: Checker, ids: Record<string, number | undefined>): void {
  for (const [prop, id] of Object.entries(ids))
    if (id !== undefined && !(Number.isInteger(id) && id >= 0 && id <= 2147483647))
      check.at(prop).refuse(id, 'a whole number from 0 to 2147483647', 'give the numeric id');
}

function checkCapability(check: Checker, name: string): void {
  if (!/^[A-Z][A-Z_]*$/.test(name) || name.startsWith('CAP_'))
    check.refuse(name, "a capability as Kubernetes names it, for example 'NET_BIND_SERVICE'", 'write it without CAP_');
}
