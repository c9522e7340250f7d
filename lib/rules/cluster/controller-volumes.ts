import type { Item } from './item';

/**
 * What controllers add to the pods of their objects, as far as manifests use it: volumes that are mounted by name, and
 * shared memory. Releases are those of the CRDs that the library knows.
 */
const VOLUMES: Readonly<Record<string, readonly string[]>> = {
  // pkg/controller/mpi of kubeflow/trainer v1.9
  'kubeflow.org/MPIJob': ['mpi-job-config', 'mpi-job-hostfile', 'mpi-job-kubectl', 'ssh-auth'],
  // pkg/constants of kubeflow/trainer v2.3: data and models that the initializers have fetched
  'trainer.kubeflow.org/ClusterTrainingRuntime': ['initializer'],
  'trainer.kubeflow.org/TrainingRuntime': ['initializer'],
};

/** ray-operator/controllers/ray/common of KubeRay 1.7 */
const OF_RAY = ['autoscaler-volume', 'ray-logs', 'ray-token', 'shared-mem'];

/** True for a volume that the controller of the object adds to its pods. */
export function isAddedByController({ type }: Item, volume: string): boolean {
  if (type.group === 'ray.io') return OF_RAY.includes(volume);
  return Object.hasOwn(VOLUMES, type.id) && VOLUMES[type.id].includes(volume);
}

/** KubeRay mounts memory at /dev/shm into every Ray container that requests memory. */
export function addsSharedMemory({ type }: Item): boolean {
  return type.group === 'ray.io';
}
