import { checkWhole } from '../../internal/checks/numbers';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { PodSecurityOptions, PodUser, RelaxedSecurity } from './options';
import type { PodSecurityContext, PodSecurityPlan } from './plan';

export type PodSecurityDefinition = Definition<PodSecurityContext, PodSecurityPlan>;

/** Pod Security "restricted" as a numeric user. */
export function restricted(options: PodUser): PodSecurityDefinition {
  const { user, group } = options;
  return {
    check: (check, context) => {
      checkIds(check, { user, group });
      if (user === 0)
        check
          .at('user')
          .refuse(
            0,
            'a user other than root: Pod Security "restricted" refuses it',
            'give the numeric user of the image, or use PodSecurity.relaxed with a reason',
          );
      checkGroups(check, options.supplementalGroups, context);
    },
    plan: (context) => ({
      ...unprivileged('restricted', options, context),
      user: user ?? context.imageUser.user,
      group: group ?? user ?? context.imageUser.group,
    }),
  };
}

/** What applies where the user gave nothing. */
export const defaultPodSecurity: PodSecurityDefinition = restricted({});

/** Pod Security "restricted" as the user that the image names. */
export function imageUser(options: PodSecurityOptions): PodSecurityDefinition {
  return {
    check: (check, context) => checkGroups(check, options.supplementalGroups, context),
    plan: (context) => unprivileged('image-user', options, context),
  };
}

/** Pod Security "restricted" as the user and group that the cluster chooses. */
export function clusterUser(options: PodSecurityOptions): PodSecurityDefinition {
  return {
    check: (check, context) => checkGroups(check, options.supplementalGroups, context),
    plan: (context) => unprivileged('cluster-user', options, context),
  };
}

/** Less than "restricted", for a reason. */
export function relaxed(options: RelaxedSecurity): PodSecurityDefinition {
  const { user, group, reason, supplementalGroups, capabilities = [], readOnlyRootFilesystem = false } = options;
  return {
    check: (check, context) => {
      checkIds(check, { user, group });
      capabilities.forEach((name, i) => {
        checkCapability(check.at('capabilities').at(i), name);
      });
      // the user of the image may be root
      checkGroups(check, supplementalGroups, user ? context : {});
      if (!reason?.trim())
        check.at('reason').refuse(reason, 'why the pod needs more than "restricted" allows', 'write the reason');
    },
    plan: () => ({
      ...{ mode: 'relaxed', user, group, capabilities, reason, supplementalGroups },
      readOnlyRoot: readOnlyRootFilesystem,
    }),
  };
}

function unprivileged(
  mode: PodSecurityPlan['mode'],
  { supplementalGroups, readOnlyRootFilesystem }: PodSecurityOptions,
  { needsWritableRoot }: PodSecurityContext,
): PodSecurityPlan {
  return { mode, supplementalGroups, readOnlyRoot: readOnlyRootFilesystem ?? !needsWritableRoot, capabilities: [] };
}

/** Refuses ids that Linux does not have. */
function checkIds(check: Checker, ids: Record<string, number | undefined>): void {
  for (const [prop, id] of Object.entries(ids))
    if (id !== undefined && !(Number.isInteger(id) && id >= 0 && id <= 2147483647))
      check.at(prop).refuse(id, 'a whole number from 0 to 2147483647', 'give the numeric id');
}

/**
 * Device files keep the owner that they have on the node, unless the container runtime is told otherwise:
 * https://kubernetes.io/blog/2021/11/09/non-root-containers-and-devices/
 */
function checkGroups(
  check: Checker,
  groups: readonly number[] | undefined,
  { deviceFiles }: Pick<PodSecurityContext, 'deviceFiles'>,
): void {
  const at = check.at('supplementalGroups');
  groups?.forEach((group, i) => {
    checkWhole(at.at(i), group, { min: 0, max: 2147483647 }, 'give the numeric id of the group');
  });
  if (deviceFiles && groups === undefined)
    at.refuse(
      undefined,
      `the groups that own ${deviceFiles.paths} on the nodes: a user who is not root cannot open them`,
      `give the ids that \`getent group ${deviceFiles.groups}\` prints on a node, or [] where the container runtime has device_ownership_from_security_context`,
    );
}

function checkCapability(check: Checker, name: string): void {
  if (!/^[A-Z][A-Z_]*$/.test(name) || name.startsWith('CAP_'))
    check.refuse(name, "a capability as Kubernetes names it, for example 'NET_BIND_SERVICE'", 'write it without CAP_');
}
