import { gangServiceObject, immutableFields, objectsBeforeRun } from '../../objects';
import type { TrainingEngineDefinition } from '../definition';
import { jobObjects } from './job';

const ONE_JOB_PER_ROLE = 'each role is a Job of its own, and nothing ends the others when one ends';

/** Plain Kubernetes: a Job, or an Indexed Job for each role with a headless Service. Needs no custom resource. */
export const kubernetes: TrainingEngineDefinition = {
  id: 'kubernetes',
  title: 'plain Kubernetes',
  apis: () => [],
  can: {
    onePod: true,
    pyTorch: true,
    elastic: { not: 'a Job does not go on with fewer pods than it was made with' },
    tensorFlow: true,
    parameterServers: { not: ONE_JOB_PER_ROLE },
    evaluator: { not: ONE_JOB_PER_ROLE },
    jax: true,
    mpi: { not: 'nobody makes the SSH keys and the host file' },
    xgboost: true,
    ray: { not: 'nobody forms the Ray cluster' },
    customRoles: { not: ONE_JOB_PER_ROLE },
    restartGang: { not: 'a Job replaces failed pods one by one' },
    replacePods: true,
    configErrorCodes: true,
    deadline: true,
    cleanup: true,
    queue: true,
    rolesInQueue: {
      not: 'Kueue admits each Job on its own, so that a part of the gang could start without the others',
    },
    topology: true,
    schedule: true,
    gangSchedule: true,
    initContainers: true,
    sidecars: true,
  },
  addressing: ({ run, distribution }) => ({
    host: (role, index) => `${jobName(run, role, distribution.roles.length)}-${index}.${run}`,
    indexField: "metadata.annotations['batch.kubernetes.io/job-completion-index']",
  }),
  // the host name of a pod is <job>-<index>, a label of at most 63 characters
  longestName: ({ distribution: { roles } }) =>
    Math.min(...roles.map(({ name, replicas }) => 63 - `-${replicas - 1}`.length - suffix(name, roles.length).length)),
  injected: () => [],
  queueSystem: 'kueue',
  container: () => 'main',
  restartPolicy: 'Never',
  hasSchedule: true,
  isRun: ({ kind }) => kind === 'Job',
  immutable: (objects) => objects.filter(({ kind }) => kind === 'Job').map(immutableFields),
  objects: (plan) => [...objectsBeforeRun(plan), ...gangServiceObject(plan), ...jobObjects(plan)],
};

/** Name of the Job of a role: that of the run where there is one role. */
export function jobName(run: string, role: string, roles: number): string {
  return `${run}${suffix(role, roles)}`;
}

function suffix(role: string, roles: number): string {
  return roles > 1 ? `-${role}` : '';
}
