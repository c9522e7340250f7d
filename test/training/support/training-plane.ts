import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binaryPath } from '../../cluster/plane/binaries';
import { kwokFlags } from '../../cluster/plane/component-flags';
import { ControlPlane } from '../../cluster/plane/control-plane';
import { addNodes } from '../../cluster/plane/nodes';
import type { Controller } from '../controllers/catalogue';
import { startController } from '../controllers/controller';

const STAGES = join(__dirname, '..', '..', 'cluster', 'plane', 'kubelet-stages.yaml');
const NODES = [
  ...['a1', 'a2', 'b1', 'b2'].map((name) => ({ name, zone: name[0] })),
  ...['gpu-a', 'gpu-b'].map((name) => ({ name, zone: name.slice(-1), gpus: 8, labels: { pool: 'gpu' } })),
];

/** What pods must tolerate to get on the nodes with GPUs. */
export const GPU_TOLERATION = { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' };

interface TrainingPlaneOptions {
  readonly name: string;
  /** Started in this order. */
  readonly controllers: readonly Controller[];
  /** Environment variables of the last controller. */
  readonly environment?: { readonly [name: string]: string };
}

/** A control plane with nodes and the controllers under test; its pods run until a test ends them. */
export async function startTrainingPlane(options: TrainingPlaneOptions): Promise<ControlPlane> {
  const { name, controllers, environment } = options;
  const plane = await ControlPlane.start({ name, controllers: 'all', scheduler: true });
  try {
    startKubelets(plane);
    await addNodes(plane, NODES);
    for (const controller of controllers) {
      await startController(plane, controller, controller === controllers.at(-1) ? environment : {});
    }
  } catch (error) {
    await plane.stop();
    throw error;
  }
  return plane;
}

export async function createNamespace(plane: ControlPlane, name: string): Promise<void> {
  await plane.api.call('POST', '/api/v1/namespaces', {
    body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
  });
  const account = `/api/v1/namespaces/${name}/serviceaccounts/default`;
  await plane.until(`done with namespace ${name}`, async () => {
    return (await plane.api.request('GET', account)).status === 200;
  });
}

/** kwok without the stage that ends the pods of Jobs by itself. */
function startKubelets(plane: ControlPlane): void {
  const config = join(plane.folder, 'training-stages.yaml');
  const stages = readFileSync(STAGES, 'utf8').split(/^---$/m);
  writeFileSync(config, stages.filter((stage) => !stage.includes('name: job-pod-completes')).join('---\n'));
  const flags = kwokFlags(join(plane.folder, 'admin.kubeconfig'));
  const own = flags.map((flag) => (flag.startsWith('--config=') ? `--config=${config}` : flag));
  plane.processes.start('kwok', binaryPath('kwok'), own);
}
