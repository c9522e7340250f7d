import { EXPECTS_ANNOTATION } from '../../../internal/labels';
import type { ObjectPlan } from '../../../internal/object-plan';
import { podTemplate } from '../../../pod/template';
import type { SchedulePlan } from '../../../traits/schedule/plan';
import { objectOf } from '../../shared/objects';
import { runObject } from '../objects';
import type { TrainingPlan } from '../plan/training-plan';
import type { StarterPlan } from './plan';

/** Fields of a CronJob that every engine with a CronJob writes alike. */
export function cronFields(schedule: SchedulePlan): object {
  return {
    schedule: schedule.cron,
    timeZone: schedule.timeZone,
    concurrencyPolicy: schedule.concurrency,
    startingDeadlineSeconds: schedule.startingDeadlineSeconds,
    successfulJobsHistoryLimit: schedule.successfulHistory,
    failedJobsHistoryLimit: schedule.failedHistory,
  };
}

/** The pod that starts a run ends within this time, the end of the pods of the last run included (judgement). */
const START_DEADLINE = 900;

/** Kubernetes refuses rights on a name for `create`, since the name is not known when it decides. */
const NAMED_VERBS = ['get', 'patch', 'delete'];

const CONFIG_MAP = 'ScheduledObjects';

/**
 * A CronJob whose pod makes the objects of the run at each start, with the rights of a Role that lists their names. The
 * objects are files of a ConfigMap, which `withRunsInFiles` fills once they are finished.
 */
export function starterObjects(
  plan: TrainingPlan,
  starter: StarterPlan,
  schedule: SchedulePlan,
  runs: readonly ObjectPlan[],
): ObjectPlan[] {
  const { name, labels } = starter;
  const own = (object: Omit<Parameters<typeof objectOf>[1], 'name' | 'labels'>) =>
    objectOf(plan, { ...object, name, labels });
  const rbac = 'rbac.authorization.k8s.io';
  return [
    own({
      ...{ id: 'ScheduleAccount', apiVersion: 'v1', kind: 'ServiceAccount' },
      fields: { automountServiceAccountToken: false },
    }),
    own({ ...{ id: 'ScheduleRole', apiVersion: `${rbac}/v1`, kind: 'Role' }, fields: { rules: rules(runs) } }),
    own({
      ...{ id: 'ScheduleRoleBinding', apiVersion: `${rbac}/v1`, kind: 'RoleBinding' },
      fields: {
        roleRef: { apiGroup: rbac, kind: 'Role', name },
        subjects: [{ kind: 'ServiceAccount', name, namespace: plan.namespace }],
      },
    }),
    own({ ...{ id: CONFIG_MAP, apiVersion: 'v1', kind: 'ConfigMap' }, fields: { data: {} } }),
    own({
      ...{ id: 'ScheduleNetworkPolicy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
      fields: { spec: starter.policy },
    }),
    runObject(plan, {
      ...{ id: 'CronJob', apiVersion: 'batch/v1', kind: 'CronJob', name: plan.run },
      annotations: plan.ownAnnotations,
      fields: { spec: cronJobSpec(starter, schedule) },
    }),
  ];
}

/** The objects of the run leave the manifests, and become files of the ConfigMap. */
export function withRunsInFiles(
  objects: readonly ObjectPlan[],
  isRun: (object: ObjectPlan) => boolean,
): readonly ObjectPlan[] {
  const runs = objects.filter(isRun);
  return objects
    .filter((object) => !isRun(object))
    .map((object) =>
      object.id === CONFIG_MAP
        ? { ...object, fields: { ...object.fields, data: { ...files(runs), ...(object.fields.data as object) } } }
        : expecting(object, runs),
    );
}

function cronJobSpec({ labels, pod }: StarterPlan, schedule: SchedulePlan): object {
  return {
    ...cronFields(schedule),
    // the pod itself looks whether the last run has ended; it must not be ended while it starts one
    concurrencyPolicy: 'Forbid',
    ...(schedule.isSuspended ? { suspend: true } : {}),
    jobTemplate: {
      metadata: { labels: { ...labels } },
      spec: { backoffLimit: 3, activeDeadlineSeconds: START_DEADLINE, template: podTemplate(pod) },
    },
  };
}

function rules(runs: readonly ObjectPlan[]): object[] {
  const byKind = new Map<string, ObjectPlan[]>();
  for (const run of runs) byKind.set(run.kind, [...(byKind.get(run.kind) ?? []), run]);
  return [...byKind.values()].flatMap((objects) => {
    const [{ apiVersion, kind }] = objects;
    const of = { apiGroups: [apiVersion.split('/')[0]], resources: [`${kind.toLowerCase()}s`] };
    return [
      { ...of, verbs: ['create'] },
      { ...of, resourceNames: objects.map(({ metadata }) => metadata.name), verbs: NAMED_VERBS },
    ];
  });
}

/** One file for each object, in the order in which they are made. */
function files(runs: readonly ObjectPlan[]): Record<string, string> {
  return Object.fromEntries(
    runs.map(({ apiVersion, kind, metadata, fields }, i) => [
      `${i}-${metadata.name}.json`,
      `${JSON.stringify({ apiVersion, kind, metadata, ...fields }, null, 2)}\n`,
    ]),
  );
}

/** `Kind/name` of what a run consists of, as objects declare it. */
export function namesOfRuns(runs: readonly ObjectPlan[]): string[] {
  return runs.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
}

/** Services and policies of the run select pods that no manifest has. */
function expecting(object: ObjectPlan, runs: readonly ObjectPlan[]): ObjectPlan {
  if (object.id !== 'Service' && object.id !== 'NetworkPolicy') return object;
  const { annotations } = object.metadata;
  const all = [...(annotations?.[EXPECTS_ANNOTATION]?.split(',') ?? []), ...namesOfRuns(runs)].join(',');
  return { ...object, metadata: { ...object.metadata, annotations: { ...annotations, [EXPECTS_ANNOTATION]: all } } };
}
