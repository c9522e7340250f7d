import type { ObjectPlan } from '../../../../internal/object-plan';
import { podTemplate } from '../../../../pod/template';
import { jobSpec } from '../../job-spec';
import { kueueLabels, kueueTopology, runObject } from '../../objects';
import type { RolePlan, TrainingPlan } from '../../plan/training-plan';
import { cronFields } from '../../schedule/objects';

/** One Job for each role, or a CronJob where the job has a schedule. */
export function jobObjects(plan: TrainingPlan): ObjectPlan[] {
  return plan.roles.map((role) => {
    const isOnly = plan.roles.length === 1;
    const spec = specOf(plan, role);
    return runObject(plan, {
      id: isOnly ? 'Job' : `Job-${role.name}`,
      name: isOnly ? plan.run : `${plan.run}-${role.name}`,
      annotations: plan.ownAnnotations,
      ...(plan.schedule
        ? cronJob(plan, plan.schedule, spec)
        : { apiVersion: 'batch/v1', kind: 'Job', labels: kueueLabels(plan), fields: { spec } }),
    });
  });
}

function specOf(plan: TrainingPlan, role: RolePlan): object {
  const annotations = { ...role.pod.annotations, ...kueueTopology(plan) };
  const pod = { ...role.pod, annotations, subdomain: plan.isGang ? plan.run : undefined };
  const { failure, deadlineSeconds, ttlSeconds, isGang } = plan;
  return {
    ...jobSpec(plan, role, podTemplate(pod), {
      backoffLimit: failure.restart === 'none' ? 0 : failure.maxRestarts,
      // a disrupted pod is replaced, and does not count
      onDisruption: 'Ignore',
      isIndexed: isGang,
    }),
    activeDeadlineSeconds: deadlineSeconds,
    ttlSecondsAfterFinished: ttlSeconds,
  };
}

function cronJob(plan: TrainingPlan, schedule: NonNullable<TrainingPlan['schedule']>, spec: object) {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    fields: {
      spec: {
        ...cronFields(schedule),
        ...(schedule.isSuspended ? { suspend: true } : {}),
        jobTemplate: { metadata: { labels: { ...plan.labels, ...kueueLabels(plan) } }, spec },
      },
    },
  };
}
