import type { JobSetSpec } from '../../../imports/jobset.x-k8s.io';
import type { Plain } from '../../internal/plain';
import { podTemplate } from '../../pod/template';
import { jobSpec } from './job-spec';
import { kueueTopology } from './objects';
import type { RolePlan, TrainingPlan } from './plan/training-plan';

/** The generated type spells it `enableDnsHostnames`. */
type Spec = Omit<Plain<JobSetSpec>, 'network' | 'replicatedJobs'> & {
  readonly replicatedJobs: readonly object[];
  readonly network: {
    readonly enableDNSHostnames: boolean;
    readonly publishNotReadyAddresses: boolean;
    readonly subdomain: string;
  };
};

/** How roles are named, and what else their Jobs have, where it is not as in a JobSet. */
export interface JobSetNaming {
  /** Name of the replicated Job of a role. */
  name(role: RolePlan): string;
  /** Labels of the Job of a role. */
  labels?(role: RolePlan): Record<string, string> | undefined;
  /** Role whose pods must be ready before the pods of this one start. */
  after?(role: RolePlan): RolePlan | undefined;
}

const AS_ROLE: JobSetNaming = { name: ({ name }) => name };

/** `spec` of a JobSet; the runtime of Kubeflow Trainer holds one too. */
export function jobSetSpec(plan: TrainingPlan, naming: JobSetNaming = AS_ROLE): Spec {
  const ending = plan.roles.filter(({ endsRun }) => endsRun);
  return {
    // pods become ready only once they have found each other
    network: { enableDNSHostnames: true, publishNotReadyAddresses: true, subdomain: plan.run },
    successPolicy:
      ending.length > 0 && ending.length < plan.roles.length
        ? { operator: 'All', targetReplicatedJobs: ending.map(naming.name) }
        : { operator: 'All' },
    failurePolicy: failurePolicy(plan),
    replicatedJobs: inOrder(plan.roles, naming).map((role) => replicatedJob(plan, role, naming)),
  };
}

/** A Job may wait only for Jobs that stand before it. */
function inOrder(roles: readonly RolePlan[], { after }: JobSetNaming): RolePlan[] {
  const waits = (role: RolePlan) => after?.(role) !== undefined;
  return [...roles.filter((role) => !waits(role)), ...roles.filter(waits)];
}

function replicatedJob(plan: TrainingPlan, role: RolePlan, naming: JobSetNaming) {
  const { failure, deadlineSeconds } = plan;
  const annotations = { ...role.pod.annotations, ...kueueTopology(plan) };
  const first = naming.after?.(role);
  return {
    name: naming.name(role),
    replicas: 1,
    ...(first ? { dependsOn: [{ name: naming.name(first), status: 'Ready' }] } : {}),
    template: {
      metadata: naming.labels?.(role) && { labels: naming.labels(role) },
      spec: {
        ...jobSpec(plan, role, podTemplate({ ...role.pod, annotations }), {
          // a failed pod fails its Job, so that the JobSet starts all of them again
          backoffLimit: failure.restart === 'pod' ? failure.maxRestarts : 0,
          onDisruption: failure.restart === 'gang' ? 'FailJob' : 'Ignore',
          isIndexed: true,
        }),
        // a JobSet has no deadline: this one is of an attempt, and the rule below makes it final
        activeDeadlineSeconds: deadlineSeconds,
      },
    },
  };
}

/**
 * Rules are tried in order; what none of them matches restarts the JobSet, and counts. Both causes of a Job that fails by
 * its pod failure policy have the same reason, so that the message of the Job controller tells them apart.
 */
function failurePolicy({ failure }: TrainingPlan): Plain<JobSetSpec>['failurePolicy'] {
  const rules = [
    ...(failure.configErrorCodes.length > 0
      ? [rule('config_error', 'FailJobSet', 'PodFailurePolicy', 'failed with exit code')]
      : []),
    rule('disruption', 'RestartJobSetAndIgnoreMaxRestarts', 'PodFailurePolicy', 'has condition DisruptionTarget'),
    rule('deadline', 'FailJobSet', 'DeadlineExceeded'),
  ];
  if (failure.restart !== 'gang') return { maxRestarts: 0 };
  // all old pods end first: GPUs and claims of one node are free again
  return { maxRestarts: failure.maxRestarts, restartStrategy: 'BlockingRecreate', rules };
}

function rule(name: string, action: string, reason: string, pattern?: string) {
  return {
    name,
    action,
    onJobFailureReasons: [reason],
    ...(pattern === undefined ? {} : { onJobFailureMessagePatterns: [pattern] }),
  } as NonNullable<NonNullable<Plain<JobSetSpec>['failurePolicy']>['rules']>[number];
}
