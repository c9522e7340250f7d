import type { DistributionRole, Framework } from '../../../../values/distribution/plan';
import { immutableFields, kueueLabels, objectsBeforeRun, runObject } from '../../objects';
import type { TrainingEngineDefinition } from '../definition';
import { openMpi5 } from '../mpi';
import { jobSpec, KINDS } from './jobs';

const NO_CODES = 'it knows two classes of exit codes only: 1 to 127 fail the job, and higher ones do not';
const NO_GANG = 'it restarts or replaces pods one by one';

/** The Kubeflow training operator (v1), and the MPI operator: one kind of object for each framework. */
export const trainingOperator: TrainingEngineDefinition = {
  id: 'trainingOperator',
  title: 'the Kubeflow training operator',
  apis: () => [],
  can: {
    onePod: { not: 'it has a kind for each framework, and none for a program alone' },
    pyTorch: true,
    elastic: true,
    tensorFlow: true,
    parameterServers: true,
    evaluator: true,
    jax: true,
    mpi: true,
    xgboost: true,
    ray: { not: 'it has no kind for Ray' },
    customRoles: { not: 'it has a kind for each framework, and none for other roles' },
    restartGang: { not: NO_GANG },
    replacePods: true,
    configErrorCodes: { not: NO_CODES },
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
  addressing: ({ run, distribution }) => ({
    host: (role, index) => hostOf(run, distribution.framework, role, index),
    indexField: "metadata.labels['training.kubeflow.org/replica-index']",
  }),
  // pods and Services are named <run>-<role>-<index>
  longestName: ({ distribution: { roles } }) =>
    Math.min(...roles.map(({ name, replicas }) => 63 - `-${longestOf(name)}-${replicas - 1}`.length)),
  injected: (framework, role) => injected(framework, role),
  environment: (_facts, role) => openMpi5(role, '/etc/mpi/hostfile'),
  queueSystem: 'kueue',
  container: (framework) => KINDS[framework]?.container ?? 'main',
  isRun: ({ kind }) => KIND_NAMES.includes(kind),
  immutable: (objects) => objects.filter(({ kind }) => KIND_NAMES.includes(kind)).map(immutableFields),
  objects: (plan) => {
    const { apiVersion, kind } = KINDS[plan.framework] ?? KINDS.pyTorch!;
    return [
      ...objectsBeforeRun(plan),
      runObject(plan, {
        ...{ id: kind, apiVersion, kind },
        name: plan.run,
        labels: kueueLabels(plan),
        annotations: plan.ownAnnotations,
        fields: { spec: jobSpec(plan) },
      }),
    ];
  },
};

const KIND_NAMES = Object.values(KINDS).map(({ kind }) => kind);

/** The node role of XGBoost is a master and workers there; that of PyTorch and JAX is workers. */
function hostOf(run: string, framework: Framework, role: string, index: number): string {
  if (role !== 'node') return `${run}-${role}-${index}`;
  if (framework !== 'xgboost') return `${run}-worker-${index}`;
  return index === 0 ? `${run}-master-0` : `${run}-worker-${index - 1}`;
}

function longestOf(role: string): string {
  return role === 'node' ? 'worker' : role;
}

/** What the operator sets in the main container, so that ours would be hidden, or would contradict it. */
function injected(framework: Framework, role: DistributionRole): string[] {
  switch (framework) {
    case 'pyTorch':
      // the rendezvous is the elastic one, also where the number of nodes is fixed
      return ['PET_NNODES', 'PET_NPROC_PER_NODE', 'PET_NODE_RANK', 'PET_MASTER_ADDR', 'PET_MASTER_PORT', ...ELASTIC];
    case 'tensorFlow':
      return ['TF_CONFIG', 'TF_TASK_INDEX'];
    case 'xgboost':
      return role.replicas > 1 ? ['RANK', 'WORLD_SIZE'] : [];
    default:
      return [];
  }
}

const ELASTIC = ['PET_RDZV_BACKEND', 'PET_RDZV_ENDPOINT', 'PET_RDZV_ID', 'PET_MAX_RESTARTS'];
