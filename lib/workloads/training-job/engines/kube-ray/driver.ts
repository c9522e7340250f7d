import { contentHash } from '../../../../internal/hash';
import { KEEP_ANNOTATIONS } from '../../../../internal/labels';
import type { ObjectPlan } from '../../../../internal/object-plan';
import type { PodPlan } from '../../../../pod/plan';
import { objectOf } from '../../../shared/objects';
import type { TrainingPlan } from '../../plan/training-plan';
import { DRIVER } from './driver-script';
import { shellLine } from './shell';

export const DRIVER_VOLUME = 'driver';

const FOLDER = '/etc/cdk8s-ml';
const FILE = 'torchrun_on_ray.py';

/** True where our driver starts the program; a program for Ray is its own driver. */
export function isDriven({ framework }: TrainingPlan): boolean {
  return framework === 'pyTorch';
}

/** The ConfigMap of the driver: immutable, and named by its content. */
export function driverObject(plan: TrainingPlan): ObjectPlan {
  const kind = { id: 'Driver', apiVersion: 'v1', kind: 'ConfigMap' };
  const fields = { data: { [FILE]: DRIVER }, immutable: true };
  return objectOf(plan, {
    ...kind,
    name: driverName(plan),
    annotations: plan.keepsOldConfig ? KEEP_ANNOTATIONS : {},
    fields,
  });
}

function driverName({ name }: TrainingPlan): string {
  return `${name}-driver-${contentHash(DRIVER)}`;
}

/** The pod with the driver in it: the head runs it. */
export function driverMount(plan: TrainingPlan, pod: PodPlan): PodPlan {
  const [main, ...others] = pod.containers;
  const mount = { name: DRIVER_VOLUME, mountPath: FOLDER, readOnly: true };
  return {
    ...pod,
    containers: [{ ...main, mounts: [...(main.mounts ?? []), mount] }, ...others],
    volumes: [...pod.volumes, { name: DRIVER_VOLUME, configMap: { name: driverName(plan) } }],
  };
}

/** The driver with the program after `--`, as KubeRay takes it. */
export function driverEntrypoint(plan: TrainingPlan): string {
  const [node] = plan.roles;
  const [main] = node.pod.containers;
  const program = [...(main.command ?? []), ...(main.args ?? [])];
  const options = ['--nodes', String(node.replicas), '--processes', String(plan.processesPerNode)];
  const words = ['python', `${FOLDER}/${FILE}`, ...options, '--port', String(plan.port), '--', ...program];
  return shellLine(words);
}
