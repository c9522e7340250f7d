import { immutableFields, kueueLabels, objectsBeforeRun, runObject } from '../../objects';
import type { TrainingEngineDefinition } from '../definition';
import { driverObject, isDriven } from './driver';
import { rayJobSpec } from './spec';

const NO_PROGRAM = 'nobody starts the program in the pods of a Ray cluster';

/** KubeRay: a RayJob. For PyTorch, a driver of ours starts torchrun in one Ray worker a node. */
const kubeRay: TrainingEngineDefinition = {
  id: 'kubeRay',
  title: 'KubeRay',
  apis: () => ['ray.io/v1'],
  can: {
    onePod: { not: NO_PROGRAM },
    pyTorch: true,
    elastic: { not: 'the driver places a fixed number of nodes' },
    tensorFlow: { not: NO_PROGRAM },
    parameterServers: { not: NO_PROGRAM },
    evaluator: { not: NO_PROGRAM },
    jax: { not: NO_PROGRAM },
    mpi: { not: NO_PROGRAM },
    xgboost: { not: NO_PROGRAM },
    ray: true,
    customRoles: { not: NO_PROGRAM },
    restartGang: true,
    replacePods: { not: 'a RayJob that fails starts a new cluster' },
    configErrorCodes: { not: 'a RayJob does not see the exit code of the program' },
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
  // the names of pods are random: the driver hands addresses and ranks over at run time
  addressing: () => ({ host: () => 'localhost' }),
  longestName: () => 47,
  injected: (framework) =>
    framework === 'pyTorch'
      ? ['PET_NODE_RANK', 'PET_MASTER_ADDR', 'MASTER_ADDR', 'MASTER_PORT', 'RANK', 'WORLD_SIZE']
      : [],
  queueSystem: 'kueue',
  container: () => 'ray',
  isRun: ({ kind }) => kind === 'RayJob',
  immutable: (objects) => objects.filter(({ kind }) => kind === 'RayJob').map(immutableFields),
  objects: (plan) => [
    ...objectsBeforeRun(plan),
    ...(isDriven(plan) ? [driverObject(plan)] : []),
    runObject(plan, {
      id: 'RayJob',
      apiVersion: 'ray.io/v1',
      kind: 'RayJob',
      name: plan.run,
      labels: kueueLabels(plan),
      annotations: plan.ownAnnotations,
      fields: { spec: rayJobSpec(plan) },
    }),
  ],
};

/** The port of the dashboard, whose API tells the operator how the job is. */
const DASHBOARD = 8265;

/** KubeRay, whose operator runs in the namespace. */
export function kubeRayIn(namespace: string): TrainingEngineDefinition {
  return {
    ...kubeRay,
    controller: { namespace, ports: [DASHBOARD] },
    names: [{ path: ['operatorNamespace'], name: namespace, rule: 'label' }],
  };
}
