import { App, Chart } from 'cdk8s';
import {
  ClusterTarget,
  Distribution,
  Manifests,
  TrainingEngine,
  TrainingJob,
  type TrainingJobProps,
  TrainingRuntime,
} from '../../lib';
import type { Manifest } from '../cluster/plane/api';
import type { ControlPlane } from '../cluster/plane/control-plane';
import { environmentOf } from './support/environment';
import { Objects } from './support/objects';
import { finish, noPods, runningPods } from './support/pods';
import { describeWith } from './support/suite';
import { createNamespace, startTrainingPlane } from './support/training-plane';

const API = 'trainer.kubeflow.org/v1alpha1';

function objectsOf(namespace: string, props: Partial<TrainingJobProps>): Manifest[] {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { apis: [API] }).applyTo(app);
  const chart = new Chart(app, 'chart', { namespace });
  new TrainingJob(chart, 'job', {
    image: 'registry.example/train:1.0.0',
    compute: { cpu: '1000m', memory: '1024Mi' },
    ...props,
  });
  return Manifests.fromChart(chart).all() as Manifest[];
}

/** A runtime as Trainer ships it for PyTorch. */
const TORCH: Manifest = {
  apiVersion: API,
  kind: 'ClusterTrainingRuntime',
  metadata: { name: 'torch-distributed', labels: { 'trainer.kubeflow.org/framework': 'torch' } },
  spec: {
    mlPolicy: { numNodes: 1, torch: {} },
    template: {
      spec: {
        replicatedJobs: [
          {
            name: 'node',
            template: {
              metadata: { labels: { 'trainer.kubeflow.org/trainjob-ancestor-step': 'trainer' } },
              spec: { template: { spec: { containers: [{ name: 'node', image: 'pytorch/pytorch:2.10.0' }] } } },
            },
          },
        ],
      },
    },
  },
};

describeWith(['jobset', 'trainer'], 'what the library makes for Kubeflow Trainer', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startTrainingPlane({ name: 'trainer-objects', controllers: ['jobset', 'trainer'] });
  });

  afterAll(() => plane?.stop());

  it('runs MPI: workers first, then one launcher with their hosts, and ends with it', async () => {
    await createNamespace(plane, 'mpi');
    const objects = new Objects(
      plane,
      objectsOf('mpi', {
        engine: TrainingEngine.trainer(),
        command: ['mpirun', 'train'],
        distribution: Distribution.mpi({ workers: { replicas: 3 }, slotsPerWorker: 4, sshPath: '/home/mpi/.ssh' }),
      }),
    );
    expect(await objects.apply()).toBe('');
    const pods = await runningPods(plane, 'mpi', 4);
    const { metadata } = await objects.live('TrainJob');
    const isLauncher = (pod: Manifest) => pod.metadata.name.startsWith(`${metadata.name}-launcher-`);
    const [launcher, ...others] = pods.filter(isLauncher);
    expect(others).toEqual([]);
    const { data } = await plane.api.get(`/api/v1/namespaces/mpi/configmaps/${metadata.name}-mpi-hostfile`);
    const hosts = [0, 1, 2].map((index) => `${metadata.name}-node-0-${index}.${metadata.name} slots=4\n`);
    expect(data.hostfile).toBe(hosts.join(''));
    expect(environmentOf(launcher, 'node')).toMatchObject({
      OMPI_MCA_orte_default_hostfile: '/etc/mpi/hostfile',
      PRTE_MCA_prte_default_hostfile: '/etc/mpi/hostfile',
    });
    const mounted = (pod: Manifest) => pod.spec.containers[0].volumeMounts.map((mount: Manifest) => mount.mountPath);
    for (const pod of pods) expect(mounted(pod)).toContain('/home/mpi/.ssh');
    expect(launcher.spec.containers[0].command).toEqual(['mpirun', 'train']);
    const started = (pod: Manifest) => Date.parse(pod.metadata.creationTimestamp);
    for (const pod of pods.filter((each) => !isLauncher(each))) {
      expect(pod.spec.containers[0].command).toEqual(['/usr/sbin/sshd', '-De']);
      expect(started(pod)).toBeLessThanOrEqual(started(launcher));
    }
    expect(await objects.applyAgain()).toEqual([]);
    await finish(plane, launcher, 0);
    await objects.condition('TrainJob', 'Complete');
    await noPods(plane, 'mpi');
  });

  it('starts MPI again as a whole when its launcher fails', async () => {
    await createNamespace(plane, 'again');
    const distribution = Distribution.mpi({ workers: { replicas: 2 } });
    const objects = new Objects(plane, objectsOf('again', { engine: TrainingEngine.trainer(), distribution }));
    expect(await objects.apply()).toBe('');
    const [launcher] = (await runningPods(plane, 'again', 3)).filter((pod) => /-launcher-/.test(pod.metadata.name));
    await finish(plane, launcher, 1);
    const again = (pod: Manifest) => pod.metadata.labels['jobset.sigs.k8s.io/restart-attempt'] === '1';
    expect(await runningPods(plane, 'again', 3, again)).toHaveLength(3);
    await objects.delete();
  });

  it('gives a runtime of the platform image, amounts, variables and pods, and applies again', async () => {
    await createNamespace(plane, 'named');
    expect(await new Objects(plane, [TORCH]).apply()).toBe('');
    const objects = new Objects(
      plane,
      objectsOf('named', {
        engine: TrainingEngine.trainer({ runtime: TrainingRuntime.cluster('torch-distributed') }),
        command: ['torchrun', 'train.py'],
        config: { MODE: 'fast' },
        nodeSelector: { pool: 'gpu' },
        tolerations: [{ key: 'gpu' }],
        distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 2 }),
      }),
    );
    expect(await objects.apply()).toBe('');
    const { metadata } = await objects.live('TrainJob');
    await plane.until('a JobSet', async () => {
      const { items } = await plane.api.get('/apis/jobset.x-k8s.io/v1alpha2/namespaces/named/jobsets');
      return items.length === 1;
    });
    const jobSet = await plane.api.get(`/apis/jobset.x-k8s.io/v1alpha2/namespaces/named/jobsets/${metadata.name}`);
    const { spec: job } = jobSet.spec.replicatedJobs[0].template;
    expect([job.completions, job.parallelism]).toEqual([2, 2]);
    const { metadata: pod, spec } = job.template;
    expect(pod.labels).toMatchObject({ 'cdk8s-ml.io/run': metadata.name });
    expect(spec).toMatchObject({ serviceAccountName: 'job', nodeSelector: { pool: 'gpu' } });
    const [container] = spec.containers;
    expect(container).toMatchObject({
      image: 'registry.example/train:1.0.0',
      command: ['torchrun', 'train.py'],
      resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } },
      securityContext: { readOnlyRootFilesystem: true },
    });
    const env = environmentOf({ metadata: { annotations: {} }, spec } as Manifest, 'node');
    expect(env).toMatchObject({
      PET_NNODES: '2',
      PET_NPROC_PER_NODE: '2',
      PET_MASTER_ADDR: `${metadata.name}-node-0-0.${metadata.name}`,
      MASTER_ADDR: `${metadata.name}-node-0-0.${metadata.name}`,
      WORLD_SIZE: '4',
    });
    expect(container.env.find(({ name }: Manifest) => name === 'MODE').valueFrom.configMapKeyRef.key).toBe('MODE');
    expect(await objects.applyAgain()).toEqual([]);
    await objects.delete();
  });
});
