import type { JobSpec, PodTemplateSpec } from '../../internal/kubernetes';
import type { RolePlan, TrainingPlan } from './plan/training-plan';

/** How a Job of a role treats its pods; the engines that make Jobs differ in this. */
export interface JobPolicy {
  readonly backoffLimit: number;
  /** `Ignore`: a disrupted pod is replaced, and does not count. `FailJob`: who owns the Job starts all Jobs again. */
  readonly onDisruption: 'Ignore' | 'FailJob';
  /** Whether pods have an index: pods that train together do. */
  readonly isIndexed: boolean;
}

/** The part of a Job's `spec` that all engines write alike. */
type PlannedJobSpec = Pick<
  JobSpec,
  | 'completionMode'
  | 'completions'
  | 'parallelism'
  | 'backoffLimit'
  | 'podReplacementPolicy'
  | 'podFailurePolicy'
  | 'template'
>;

/** `spec` of the Job of a role, for the engines whose pods are made by Jobs. */
export function jobSpec(
  plan: TrainingPlan,
  role: RolePlan,
  template: PodTemplateSpec,
  policy: JobPolicy,
): PlannedJobSpec {
  const { failure, canHoldReplacements } = plan;
  const { backoffLimit, onDisruption, isIndexed } = policy;
  const codes = failure.configErrorCodes;
  return {
    ...(isIndexed ? { completionMode: 'Indexed' as const } : {}),
    completions: role.replicas,
    parallelism: role.replicas,
    backoffLimit,
    // a replacement waits until its predecessor has ended: two pods of one index would both write its checkpoints
    ...(canHoldReplacements ? { podReplacementPolicy: 'Failed' } : {}),
    podFailurePolicy: {
      rules: [
        // first: an evicted container often ends with an exit code of its own
        { action: onDisruption, onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        ...(codes.length > 0 ? [failJobOn(role.pod.containers[0].name, codes)] : []),
      ],
    },
    template,
  };
}

function failJobOn(containerName: string, values: readonly number[]) {
  return { action: 'FailJob', onExitCodes: { containerName, operator: 'In', values: [...values] } };
}
