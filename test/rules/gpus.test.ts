import { container, deployment, findings, hpa, object, objects, pod } from './support';

const GPU = 'nvidia.com/gpu';
const gpus = (count: number | string, resource = GPU) => ({ resources: { limits: { [resource]: count } } });

describe('shared memory', () => {
  const rule = 'gpus-without-shm';
  const of = (containerRest: object, podRest: object = {}) =>
    objects(rule, [pod({ containers: [container(containerRest)], ...podRest })]);

  test('from two GPUs on', () => {
    expect([of(gpus(1)), of(gpus(2)), of(gpus('8')), of({})]).toEqual([false, true, true, false]);
    expect([
      of(gpus(2, 'amd.com/gpu')),
      of(gpus(4, 'nvidia.com/mig-1g.5gb')),
      of(gpus(4, 'nvidia.com/gpu.shared')),
    ]).toEqual([true, false, false]);
    // the runtime of Neuron does not use it
    expect(of(gpus(16, 'aws.amazon.com/neuron'))).toBe(false);
  });

  test('is there by a volume at /dev/shm, or by the node', () => {
    const mount = (mountPath: string) => ({ ...gpus(2), volumeMounts: [{ name: 'shm', mountPath }] });
    const volumes = [{ name: 'shm', emptyDir: { medium: 'Memory' } }];
    expect([of(mount('/dev/shm'), { volumes }), of(mount('/dev/shm/'), { volumes })]).toEqual([false, false]);
    expect(of(mount('/dev/shm2'), { volumes })).toBe(true);
    expect(of(gpus(2), { hostIPC: true })).toBe(false);
  });

  test('is added by KubeRay, and may come from the runtime of a TrainJob', () => {
    const template = { spec: { containers: [container(gpus(4))] } };
    const spec = { headGroupSpec: { template } };
    expect(objects(rule, [object('ray.io/v1', 'RayCluster', 'r', { spec })])).toBe(false);
    const trainJob = { runtimeRef: { name: 'torch' }, trainer: { resourcesPerNode: { limits: { [GPU]: 8 } } } };
    expect(objects(rule, [object('trainer.kubeflow.org/v1alpha1', 'TrainJob', 't', { spec: trainJob })])).toBe(false);
  });

  test('is needed in each role of a training job', () => {
    const template = { spec: { containers: [container(gpus(8))] } };
    const spec = { pytorchReplicaSpecs: { Master: { template }, Worker: { template } } };
    const found = findings(rule, [object('kubeflow.org/v1', 'PyTorchJob', 't', { spec })]);
    expect(found.map(({ prop }) => prop)).toEqual([
      'spec.pytorchReplicaSpecs.Master.template.spec.containers[api].volumeMounts',
      'spec.pytorchReplicaSpecs.Worker.template.spec.containers[api].volumeMounts',
    ]);
  });
});

describe('the surge of a GPU Deployment', () => {
  const rule = 'gpu-rollout-surge';
  const of = (spec: object, podSpec: object = { containers: [container(gpus(1))] }) =>
    objects(rule, [deployment(spec, podSpec)]);

  test('is a whole Deployment more with one replica, and less with several', () => {
    expect([of({}), of({ replicas: 1 }), of({ replicas: 2 }), of({ replicas: 0 })]).toEqual([true, true, false, false]);
    expect(of({}, {})).toBe(false);
  });

  test('is right where it was chosen', () => {
    for (const strategy of [
      { type: 'Recreate' },
      { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      { rollingUpdate: { maxSurge: 1 } },
    ])
      expect(of({ strategy })).toBe(false);
    expect(of({ strategy: { type: 'RollingUpdate' } })).toBe(true);
    expect(of({ strategy: { rollingUpdate: { maxUnavailable: 0 } } })).toBe(true);
  });

  test('counts from the minimum of an autoscaler, and all containers', () => {
    const all = [deployment({}, { containers: [container(gpus(2)), container({ name: 'b', ...gpus(2) })] })];
    expect(findings(rule, [...all, hpa({ minReplicas: 4 })])).toEqual([]);
    expect(findings(rule, [...all, hpa({ minReplicas: 1 })])[0].expected).toContain('4 more GPUs');
  });

  test('is no question of other kinds', () => {
    expect(objects(rule, [{ ...deployment({}, { containers: [container(gpus(1))] }), kind: 'StatefulSet' }])).toBe(
      false,
    );
  });
});

describe('a start that is shorter than the download', () => {
  const rule = 'startup-shorter-than-download';
  const probe = (failureThreshold: number, rest: object = {}) => ({
    startupProbe: { httpGet: { path: '/', port: 1 }, periodSeconds: 10, failureThreshold, ...rest },
  });
  const of = (rest: object, podRest: object = {}) =>
    findings(rule, [pod({ containers: [container(rest)], ...podRest })])[0]?.expected;
  const LLAMA = ['--model', 'meta-llama/Llama-3.1-70B-Instruct'];

  test('at the edge: 70 billion parameters of 2 bytes are 140 GB, of which 1 GB comes in a second', () => {
    expect(of({ args: LLAMA, ...probe(14) })).toBeUndefined();
    expect(of({ args: LLAMA, ...probe(13) })).toContain(
      'at least 140 s: by its name, the weights of meta-llama/Llama-3.1-70B-Instruct',
    );
    expect(of({ args: LLAMA, ...probe(13, { initialDelaySeconds: 10 }) })).toBeUndefined();
  });

  test.each([
    [['serve', 'org/model-30B-A3B'], 60],
    [['--model=org/Mixtral-8x7B'], 112],
    [['--model-id', 'org/model-32b-AWQ'], 16],
    [['--model', 'org/model-32b-FP8'], 32],
    [['--model', 'openai/gpt-oss-120b'], 60],
  ])('%j takes %d s', (args, seconds) => {
    expect(of({ args, ...probe(1, { periodSeconds: 1 }) })).toContain(`at least ${seconds} s`);
  });

  test('the variable of a server names the model, too', () => {
    expect(of({ env: [{ name: 'MODEL_ID', value: 'org/model-70b' }], ...probe(1) })).toContain('at least 140 s');
  });

  test('a liveness probe restarts a server that has no startup probe', () => {
    const livenessProbe = { httpGet: { path: '/', port: 1 } };
    expect(of({ args: LLAMA, livenessProbe })).toContain('at least 140 s');
    expect(of({ args: LLAMA, livenessProbe, ...probe(60) })).toBeUndefined();
    expect(of({ args: LLAMA, readinessProbe: livenessProbe })).toBeUndefined();
  });

  test('what is on a volume, in a path or of unknown size is not downloaded, or not known to be', () => {
    const volumes = [{ name: 'cache', persistentVolumeClaim: { claimName: 'c' } }];
    expect(of({ args: LLAMA, ...probe(1) }, { volumes })).toBeUndefined();
    expect(of({ args: LLAMA, ...probe(1) }, { volumes: [{ name: 'cache', emptyDir: {} }] })).toBeDefined();
    for (const model of ['/models/llama-70b', './llama-70b', 's3://bucket/llama-70b', 'org/model-large'])
      expect(of({ args: ['--model', model], ...probe(1) })).toBeUndefined();
  });
});
