import { jobSetSpec } from '../../job-set-spec';
import { immutableFields, kueueLabels, objectsBeforeRun, runObject } from '../../objects';
import type { TrainingEngineDefinition } from '../definition';

/** JobSet: one object for all roles, which starts and restarts them together. */
export const jobSet: TrainingEngineDefinition = {
  id: 'jobSet',
  title: 'JobSet',
  apis: () => ['jobset.x-k8s.io/v1alpha2'],
  can: {
    onePod: true,
    pyTorch: true,
    elastic: { not: 'the number of pods of a JobSet is fixed' },
    tensorFlow: true,
    parameterServers: true,
    evaluator: true,
    jax: true,
    mpi: { not: 'nobody makes the SSH keys and the host file' },
    xgboost: true,
    ray: { not: 'nobody forms the Ray cluster' },
    customRoles: true,
    restartGang: true,
    replacePods: true,
    configErrorCodes: true,
    deadline: true,
    cleanup: true,
    queue: true,
    rolesInQueue: true,
    topology: true,
    schedule: true,
    gangSchedule: true,
    initContainers: true,
    sidecars: true,
  },
  addressing: ({ run }) => ({
    host: (role, index) => `${run}-${role}-0-${index}.${run}`,
    indexField: "metadata.annotations['batch.kubernetes.io/job-completion-index']",
  }),
  // pods are named <run>-<role>-0-<index>-<5 characters>, which the webhook bounds at 63
  longestName: ({ distribution: { roles } }) =>
    Math.min(...roles.map(({ name, replicas }) => 63 - `-${name}-0-${replicas - 1}-xxxxx`.length)),
  injected: () => [],
  queueSystem: 'kueue',
  container: () => 'main',
  restartPolicy: 'Never',
  isRun: ({ kind }) => kind === 'JobSet',
  immutable: (objects) => objects.filter(({ kind }) => kind === 'JobSet').map(immutableFields),
  objects: (plan) => [
    ...objectsBeforeRun(plan),
    runObject(plan, {
      id: 'JobSet',
      apiVersion: 'jobset.x-k8s.io/v1alpha2',
      kind: 'JobSet',
      name: plan.run,
      labels: kueueLabels(plan),
      annotations: plan.ownAnnotations,
      fields: { spec: { ...jobSetSpec(plan), ttlSecondsAfterFinished: plan.ttlSeconds } },
    }),
  ],
};
