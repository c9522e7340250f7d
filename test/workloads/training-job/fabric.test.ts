import { App, Chart } from 'cdk8s';
import {
  ClusterTarget,
  Distribution,
  Fabric,
  Gpu,
  Manifests,
  TrainingEngine,
  TrainingJob,
  type TrainingJobProps,
} from '../../../lib';

function made(props: Partial<TrainingJobProps>): Manifests {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { apis: ['trainer.kubeflow.org/v1alpha1'] }).applyTo(app);
  const chart = new Chart(app, 'chart', { namespace: 'ml' });
  new TrainingJob(chart, 'job', {
    image: 'registry.example/train:1.0.0',
    compute: { cpu: '8', memory: '64Gi', gpu: Gpu.nvidia({ count: 8 }) },
    distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 8 }),
    ...props,
  });
  return Manifests.fromChart(chart);
}

const mainOf = (props: Partial<TrainingJobProps>) => made(props).ofKind('Job')[0].spec.template.spec.containers[0];
const ncclOf = ({ env }: any) => env.filter(({ name }: any) => /^(NCCL|GLOO|FI)_/.test(name));

test('nothing is set for NCCL where no fabric is declared', () => {
  expect(ncclOf(mainOf({}))).toEqual([]);
});

test('RDMA: adapters beside the GPUs, and no silent way over TCP', () => {
  const fabric = Fabric.rdma({
    resource: 'rdma/hca_shared_devices_a',
    count: 8,
    adapters: ['mlx5_0', 'mlx5_1'],
    socketInterface: 'eth0',
  });
  const main = mainOf({ fabric });
  const amounts = { 'nvidia.com/gpu': '8', 'rdma/hca_shared_devices_a': '8' };
  expect(main.resources).toMatchObject({ requests: amounts, limits: amounts });
  expect(ncclOf(main)).toEqual([
    { name: 'GLOO_SOCKET_IFNAME', value: 'eth0' },
    { name: 'NCCL_IB_HCA', value: 'mlx5_0,mlx5_1' },
    { name: 'NCCL_NET', value: 'IB' },
    { name: 'NCCL_SOCKET_IFNAME', value: 'eth0' },
  ]);
  // pods stay as Pod Security "restricted" wants them
  expect(main.securityContext.capabilities).toEqual({ drop: ['ALL'] });
});

test('a value of the user wins', () => {
  const fabric = Fabric.rdma({ resource: 'rdma/hca' });
  expect(ncclOf(mainOf({ fabric, env: { NCCL_NET: 'Socket' } }))).toEqual([{ name: 'NCCL_NET', value: 'Socket' }]);
});

test('EFA, and one adapter where no number is given', () => {
  const main = mainOf({ fabric: Fabric.efa() });
  expect(main.resources.limits['vpc.amazonaws.com/efa']).toBe('1');
  expect(ncclOf(main)).toEqual([{ name: 'FI_PROVIDER', value: 'efa' }]);
});

test('a launcher takes no adapter, and the workers do', () => {
  const manifests = made({
    fabric: Fabric.rdma({ resource: 'rdma/hca' }),
    engine: TrainingEngine.trainer(),
    distribution: Distribution.mpi({ workers: { replicas: 2 }, launcher: { compute: { cpu: '1', memory: '1Gi' } } }),
  });
  const [{ spec }] = manifests.ofKind('TrainingRuntime');
  const amounts = Object.fromEntries(
    spec.template.spec.replicatedJobs.map(({ name, template }: any) => [
      name,
      template.spec.template.spec.containers[0].resources.limits['rdma/hca'],
    ]),
  );
  expect(amounts).toEqual({ node: '1', launcher: undefined });
});
