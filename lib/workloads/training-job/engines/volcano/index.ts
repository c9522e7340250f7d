import { immutableFields, objectsBeforeRun, runObject } from '../../objects';
import { cronFields } from '../../schedule/objects';
import type { TrainingEngineDefinition } from '../definition';
import { openMpi5 } from '../mpi';
import { volcanoJobSpec } from './spec';

const API = 'batch.volcano.sh/v1alpha1';

/** Volcano: a job of its own kind, whose pods its scheduler starts together. */
export const volcano: TrainingEngineDefinition = {
  id: 'volcano',
  title: 'Volcano',
  apis: () => [API],
  can: {
    onePod: true,
    pyTorch: true,
    elastic: { not: 'its pods would not learn that their number has changed' },
    tensorFlow: true,
    parameterServers: true,
    evaluator: true,
    jax: true,
    mpi: true,
    xgboost: true,
    ray: { not: 'nobody forms the Ray cluster' },
    customRoles: true,
    restartGang: true,
    replacePods: { not: 'it restarts a job as a whole' },
    configErrorCodes: true,
    deadline: { not: 'its jobs have no deadline' },
    cleanup: true,
    queue: true,
    rolesInQueue: true,
    topology: { not: 'its topology has tiers, not labels of nodes' },
    schedule: true,
    gangSchedule: true,
    initContainers: true,
    sidecars: true,
  },
  addressing: ({ run }) => ({
    host: (role, index) => `${run}-${role}-${index}.${run}`,
    indexField: "metadata.annotations['volcano.sh/task-index']",
  }),
  // pods are named <run>-<role>-<index>
  longestName: ({ distribution: { roles } }) =>
    Math.min(...roles.map(({ name, replicas }) => 63 - `-${name}-${replicas - 1}`.length)),
  injected: () => [],
  environment: ({ distribution: { processesPerNode } }, role) =>
    role.kind === 'launcher'
      ? {
          // what controllers of other engines set for Open MPI 4
          OMPI_MCA_orte_default_hostfile: HOST_FILE,
          OMPI_MCA_orte_set_default_slots: String(processesPerNode),
          ...openMpi5(role, HOST_FILE, processesPerNode),
        }
      : NOTHING,
  queueSystem: 'volcano',
  container: () => 'main',
  restartPolicy: 'Never',
  hasSchedule: true,
  isRun: ({ apiVersion }) => apiVersion === API,
  immutable: (objects) => objects.filter(({ apiVersion }) => apiVersion === API).map(immutableFields),
  objects: (plan) => {
    const spec = volcanoJobSpec(plan);
    const isScheduled = plan.schedule !== undefined;
    return [
      ...objectsBeforeRun(plan),
      runObject(plan, {
        id: 'VolcanoJob',
        apiVersion: API,
        kind: isScheduled ? 'CronJob' : 'Job',
        name: plan.run,
        annotations: plan.ownAnnotations,
        fields: { spec: plan.schedule ? cronSpec(plan.schedule, spec) : spec },
      }),
    ];
  },
};

const NOTHING: Readonly<Record<string, string>> = {};

/** Where the plugin `svc` writes the hosts of the task `worker`. */
const HOST_FILE = '/etc/volcano/worker.host';

function cronSpec(schedule: NonNullable<Parameters<typeof volcanoJobSpec>[0]['schedule']>, spec: object): object {
  return { ...cronFields(schedule), suspend: schedule.isSuspended, jobTemplate: { spec } };
}
