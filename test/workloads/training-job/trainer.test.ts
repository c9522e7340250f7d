import { App, Chart, Duration } from 'cdk8s';
import {
  Checkpoints,
  ClusterTarget,
  Distribution,
  ExtraVolume,
  FailurePolicy,
  Gpu,
  Manifests,
  ModelSource,
  Queue,
  SecretSource,
  Sidecar,
  TrainingEngine,
  TrainingInput,
  TrainingJob,
  type TrainingJobProps,
  TrainingRuntime,
} from '../../../lib';
import { canonicalQuantity } from '../../../lib/internal/quantity';

const PROPS: TrainingJobProps = {
  image: 'registry.example/train:1.0.0',
  compute: { cpu: '1', memory: '1Gi' },
  command: ['torchrun', 'train.py'],
};
const TORCH = TrainingEngine.trainer({ runtime: TrainingRuntime.cluster('torch-distributed') });
const TWO = Distribution.pyTorch({ nodes: 2, processesPerNode: 1 });

function made(props: Partial<TrainingJobProps>): Manifests {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { apis: ['trainer.kubeflow.org/v1alpha1'] }).applyTo(app);
  const chart = new Chart(app, 'chart', { namespace: 'ml' });
  new TrainingJob(chart, 'job', { ...PROPS, ...props });
  return Manifests.fromChart(chart);
}

function refusal(props: Partial<TrainingJobProps>): string {
  try {
    made(props);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

describe('a runtime of the platform', () => {
  test('is named by the TrainJob, and none is made', () => {
    const manifests = made({ engine: TORCH, distribution: TWO });
    expect(manifests.ofKind('TrainingRuntime')).toEqual([]);
    const [{ spec }] = manifests.ofKind('TrainJob');
    expect(spec.runtimeRef).toEqual({
      apiGroup: 'trainer.kubeflow.org',
      kind: 'ClusterTrainingRuntime',
      name: 'torch-distributed',
    });
    const own = made({ engine: TrainingEngine.trainer({ runtime: TrainingRuntime.namespaced('mine') }) });
    expect(own.ofKind('TrainJob')[0].spec.runtimeRef).toMatchObject({ kind: 'TrainingRuntime', name: 'mine' });
  });

  test('gets image, program, variables, amounts and nodes by the trainer', () => {
    const [{ spec }] = made({
      engine: TORCH,
      distribution: Distribution.pyTorch({ nodes: 4, processesPerNode: 8 }),
      compute: { cpu: '8000m', memory: '1024Mi', gpu: Gpu.nvidia({ count: 8 }) },
      config: { MODE: 'fast' },
      env: { EMPTY: '' },
      secrets: [SecretSource.existing('hub', { env: { TOKEN: 'token' } })],
      deadline: Duration.hours(2),
    }).ofKind('TrainJob');
    expect(spec.activeDeadlineSeconds).toBe(7200);
    const { trainer } = spec;
    expect(trainer).toMatchObject({
      image: 'registry.example/train:1.0.0',
      command: ['torchrun', 'train.py'],
      numNodes: 4,
      numProcPerNode: 8,
      // as they are stored: other text could not be applied a second time
      resourcesPerNode: {
        requests: { cpu: '8', memory: '1Gi', 'nvidia.com/gpu': '8' },
        limits: { memory: '1Gi', 'nvidia.com/gpu': '8' },
      },
    });
    const env = Object.fromEntries(trainer.env.map(({ name, ...value }: any) => [name, value]));
    expect(env.MODE).toEqual({
      valueFrom: { configMapKeyRef: { name: expect.stringMatching(/^job-config-/), key: 'MODE' } },
    });
    expect(env.TOKEN).toEqual({ valueFrom: { secretKeyRef: { name: 'hub', key: 'token' } } });
    expect(env.EMPTY).toEqual({});
    expect(env.MASTER_ADDR).toEqual({ value: expect.stringMatching(/^job-[0-9a-f]{8}-node-0-0\.job-/) });
    // the policy of the runtime sets these, and its webhook refuses them in a TrainJob
    expect(Object.keys(env).filter((name) => name.startsWith('PET_'))).toEqual([]);
  });

  test('gets the rest of the pod by a patch: labels, account, security, volumes, placement', () => {
    const manifests = made({
      engine: TORCH,
      distribution: TWO,
      nodeSelector: { pool: 'gpu' },
      tolerations: [{ key: 'gpu', effect: 'NoSchedule' as any }],
      imagePullSecrets: ['registry'],
      podAnnotations: { 'example.com/team': 'vision' },
      volumes: [ExtraVolume.claim('data', { mountPath: '/data' })],
      queue: Queue.named('research', { near: 'example.com/rack' }),
    });
    const [job] = manifests.ofKind('TrainJob');
    expect(job.metadata.labels['kueue.x-k8s.io/queue-name']).toBe('research');
    const [{ manager, trainingRuntimeSpec }] = job.spec.runtimePatches;
    expect(manager).toBe('cdk8s-ml.io/training-job');
    const [{ name, template }] = trainingRuntimeSpec.template.spec.replicatedJobs;
    expect(name).toBe('node');
    const { metadata, spec } = template.spec.template;
    expect(metadata.annotations).toMatchObject({
      'kueue.x-k8s.io/podset-required-topology': 'example.com/rack',
      'example.com/team': 'vision',
    });
    expect(spec).toMatchObject({
      serviceAccountName: 'job',
      nodeSelector: { pool: 'gpu' },
      tolerations: [{ key: 'gpu', effect: 'NoSchedule' }],
      imagePullSecrets: [{ name: 'registry' }],
      securityContext: { runAsNonRoot: true },
    });
    expect(spec.volumes).toContainEqual(expect.objectContaining({ persistentVolumeClaim: { claimName: 'data' } }));
    expect(spec.containers).toEqual([
      {
        name: 'node',
        volumeMounts: expect.arrayContaining([expect.objectContaining({ mountPath: '/data' })]),
        securityContext: expect.objectContaining({ readOnlyRootFilesystem: true }),
      },
    ]);
    // the policy of the run selects its pods
    const [policy] = manifests.ofKind('NetworkPolicy');
    expect(metadata.labels).toMatchObject(policy.spec.podSelector.matchLabels);
  });

  test.each<[what: string, props: Partial<TrainingJobProps>, at: string, reason: RegExp]>([
    [
      'a failure policy',
      { failure: FailurePolicy.fail() },
      'failure',
      /torch-distributed decides what happens when a pod/,
    ],
    ['sidecars', { sidecars: [Sidecar.fluentd()] }, 'sidecars', /adds no container/],
    [
      'data that are fetched',
      { inputs: [TrainingInput.fetched('data', ModelSource.http({ url: 'https://example.com/a.csv' }))] },
      'inputs',
      /adds no container/,
    ],
    [
      'a time for saving',
      { checkpoints: Checkpoints.claim({ size: '1Gi', path: '/c', saveTime: Duration.seconds(60) }) },
      'checkpoints',
      /decides how long its pods have to end/,
    ],
    ['a class of priority', { priorityClassName: 'high' }, 'priorityClassName', /cannot set it/],
    [
      'several roles',
      { distribution: Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 2 } }) },
      'distribution',
      /pods of one role only/,
    ],
    [
      'MPI, whose workers would keep the image of the runtime',
      { distribution: Distribution.mpi({ workers: { replicas: 2 } }) },
      'distribution',
      /pods of one role only/,
    ],
    [
      'a volume at two places',
      {
        volumes: [
          ExtraVolume.claim('data', { mountPath: '/a', subPath: 'a' }),
          ExtraVolume.claim('data', { mountPath: '/b', subPath: 'b' }),
        ],
      },
      'volumes',
      /mounts a volume once/,
    ],
  ])('is refused %s at once, with the reason', (_what, props, at, reason) => {
    const message = refusal({ engine: TORCH, distribution: TWO, ...props });
    expect(message).toContain(`\n  ${at}\n`);
    expect(message).toMatch(reason);
  });

  test('has a legal name', () => {
    const message = refusal({ engine: TrainingEngine.trainer({ runtime: TrainingRuntime.cluster('Torch') }) });
    expect(message).toContain('engine.runtime.name');
  });
});

test('MPI on Trainer: a launcher that trains nothing, and workers that are ready before it starts', () => {
  const manifests = made({
    engine: TrainingEngine.trainer(),
    command: ['mpirun', 'python', 'train.py'],
    distribution: Distribution.mpi({ workers: { replicas: 3 }, slotsPerWorker: 4, sshPath: '/home/mpi/.ssh' }),
  });
  const [job] = manifests.ofKind('TrainJob');
  expect(job.spec.trainer).toEqual({ numNodes: 3, numProcPerNode: 4 });
  const [{ spec }] = manifests.ofKind('TrainingRuntime');
  // Trainer counts the pods of the launcher by the policy of the runtime, and those of the workers by the TrainJob
  expect(spec.mlPolicy).toEqual({
    numNodes: 1,
    mpi: {
      mpiImplementation: 'OpenMPI',
      numProcPerNode: 4,
      sshAuthMountPath: '/home/mpi/.ssh',
      runLauncherAsNode: false,
    },
  });
  const jobs = spec.template.spec.replicatedJobs;
  expect(jobs.map(({ name }: any) => name)).toEqual(['node', 'launcher']);
  expect(jobs[1].dependsOn).toEqual([{ name: 'node', status: 'Ready' }]);
  expect(spec.template.spec.successPolicy).toEqual({ operator: 'All', targetReplicatedJobs: ['launcher'] });
  const [workers, launcher] = jobs.map(({ template }: any) => template.spec.template.spec.containers[0]);
  expect(workers.command).toEqual(['/usr/sbin/sshd', '-De']);
  expect(launcher.command).toEqual(['mpirun', 'python', 'train.py']);
  expect(launcher.env).toContainEqual({ name: 'PRTE_MCA_prte_default_hostfile', value: '/etc/mpi/hostfile' });
});

test('roles have Jobs of different names also where one of them is called node', () => {
  const [{ spec }] = made({
    engine: TrainingEngine.trainer(),
    distribution: Distribution.custom({
      roles: [
        { name: 'main', replicas: 1, endsRun: true },
        { name: 'node', replicas: 2 },
      ],
    }),
  }).ofKind('TrainingRuntime');
  expect(spec.template.spec.replicatedJobs.map(({ name }: any) => name)).toEqual(['node', 'node-role']);
});

test.each([
  ['8000m', '8'],
  ['1500m', '1500m'],
  ['0.5', '500m'],
  ['1000', '1k'],
  ['96', '96'],
  ['1024Mi', '1Gi'],
  ['0.5Gi', '512Mi'],
  ['1536Mi', '1536Mi'],
  ['1024', '1024'],
  ['1000Ki', '1000Ki'],
  ['512', '512'],
  ['0.5Ki', '512'],
  ['1e3', '1e3'],
  ['1G', '1G'],
  ['0', '0'],
])('the API server stores %s as %s', (text, stored) => {
  expect(canonicalQuantity(text)).toBe(stored);
});
