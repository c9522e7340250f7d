import { immutableFields, kueueLabels, objectsBeforeRun, runObject } from '../../objects';
import type { TrainingPlan } from '../../plan/training-plan';
import type { TrainingEngineDefinition } from '../definition';
import { openMpi5 } from '../mpi';
import { jobNameOf, nodeRole } from './names';
import { runtimeSpec } from './runtime';

export const API = 'trainer.kubeflow.org/v1alpha1';

/** Kubeflow Trainer v2: a TrainJob, and a TrainingRuntime of our own that has the same name. */
export const trainer: TrainingEngineDefinition = {
  id: 'trainer',
  title: 'Kubeflow Trainer',
  apis: () => [API],
  can: {
    onePod: true,
    pyTorch: true,
    elastic: { not: 'Trainer v2 has no elastic training' },
    tensorFlow: true,
    parameterServers: true,
    evaluator: true,
    jax: true,
    mpi: true,
    xgboost: true,
    ray: { not: 'nobody forms the Ray cluster' },
    customRoles: true,
    restartGang: true,
    replacePods: true,
    configErrorCodes: true,
    deadline: true,
    cleanup: {
      not: 'a TrainJob has no time to live, and one of its JobSet makes a failed run start again (kubeflow/trainer#3779)',
    },
    queue: true,
    rolesInQueue: true,
    topology: true,
    schedule: true,
    gangSchedule: true,
    initContainers: true,
    sidecars: true,
  },
  addressing: ({ run, distribution }) => ({
    host: (role, index) => `${run}-${jobNameOf(distribution.roles, role)}-0-${index}.${run}`,
    indexField: "metadata.annotations['batch.kubernetes.io/job-completion-index']",
  }),
  longestName: ({ distribution }) =>
    Math.min(
      ...distribution.roles.map(
        ({ name, replicas }) => 63 - `-${jobNameOf(distribution.roles, name)}-0-${replicas - 1}-xxxxx`.length,
      ),
    ),
  injected: (framework) => INJECTED[framework] ?? [],
  queueSystem: 'kueue',
  environment: (_facts, role) => openMpi5(role, '/etc/mpi/hostfile'),
  container: () => 'node',
  restartPolicy: 'Never',
  isRun: ({ kind }) => kind === 'TrainJob',
  immutable: (objects) =>
    objects.filter(({ kind }) => kind === 'TrainJob' || kind === 'TrainingRuntime').map(immutableFields),
  objects: (plan) => [
    ...objectsBeforeRun(plan),
    // before the TrainJob, whose webhook looks it up
    runObject(plan, {
      id: 'TrainingRuntime',
      apiVersion: API,
      kind: 'TrainingRuntime',
      name: plan.run,
      annotations: plan.ownAnnotations,
      fields: { spec: runtimeSpec(plan) },
    }),
    runObject(plan, {
      id: 'TrainJob',
      apiVersion: API,
      kind: 'TrainJob',
      name: plan.run,
      labels: kueueLabels(plan),
      fields: { spec: trainJobSpec(plan) },
    }),
  ],
};

/** Variables that the policies of a runtime set; see the page of the engine. */
const INJECTED: Readonly<Record<string, readonly string[]>> = {
  pyTorch: ['PET_NNODES', 'PET_NPROC_PER_NODE', 'PET_NODE_RANK', 'PET_MASTER_ADDR', 'PET_MASTER_PORT'],
  jax: ['JAX_NUM_PROCESSES', 'JAX_PROCESS_ID', 'JAX_COORDINATOR_ADDRESS'],
};

function trainJobSpec(plan: TrainingPlan): object {
  return {
    runtimeRef: { apiGroup: 'trainer.kubeflow.org', kind: 'TrainingRuntime', name: plan.run },
    trainer: trainerSpec(plan),
  };
}

/** Without it no policy of the runtime injects anything; "auto" processes would be as many as the CPU request says. */
export function trainerSpec({ roles, processesPerNode }: TrainingPlan): object {
  return { numNodes: nodeRole(roles).replicas, numProcPerNode: processesPerNode };
}
