import { podTemplate } from '../../../../pod/template';
import type { RolePlan, TrainingPlan } from '../../plan/training-plan';

/**
 * `spec` of the Volcano Job. Its webhook fills in fields of lists that are atomic, so that they are all written here: a
 * second apply of the stored object then changes nothing.
 */
export function volcanoJobSpec(plan: TrainingPlan): object {
  const { queue, roles, failure, ttlSeconds } = plan;
  return {
    schedulerName: 'volcano',
    queue: queue?.name ?? 'default',
    priorityClassName: queue?.priority,
    // all pods start together, or none
    minAvailable: roles.reduce((sum, { replicas }) => sum + replicas, 0),
    maxRetry: failure.restart === 'gang' ? failure.maxRestarts : 0,
    ttlSecondsAfterFinished: ttlSeconds,
    plugins: plugins(plan),
    policies: policies(plan),
    tasks: roles.map((role) => task(plan, role)),
  };
}

function plugins({ framework, sshPath }: TrainingPlan): Record<string, string[]> {
  return {
    // pods become ready only once they have found each other; the policy of the run is ours
    svc: ['--publish-not-ready-addresses=true', '--disable-network-policy=true'],
    ...(framework === 'mpi' ? { ssh: [`--ssh-key-file-path=${sshPath}`] } : {}),
  };
}

/** The first policy that matches an event decides: codes come before failures in general. */
function policies({ failure }: TrainingPlan): object[] {
  const codes = failure.configErrorCodes.map((exitCode) => ({ exitCode, action: 'TerminateJob' }));
  if (failure.restart === 'none') return [...codes, { event: 'PodFailed', action: 'TerminateJob' }];
  return [...codes, { event: 'PodEvicted', action: 'RestartJob' }, { event: 'PodFailed', action: 'RestartJob' }];
}

function task({ roles }: TrainingPlan, role: RolePlan): object {
  const endsOthers = role.endsRun && roles.some((other) => !other.endsRun);
  return {
    name: role.name,
    replicas: role.replicas,
    minAvailable: role.replicas,
    maxRetry: 3,
    ...(endsOthers ? { policies: [{ event: 'TaskCompleted', action: 'CompleteJob' }] } : {}),
    template: podTemplate(role.pod),
  };
}
