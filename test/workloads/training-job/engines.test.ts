import { App, Chart } from 'cdk8s';
import {
  ClusterTarget,
  Distribution,
  Manifests,
  Run,
  Schedule,
  TrainingEngine,
  TrainingJob,
  type TrainingJobProps,
} from '../../../lib';
import type { TrainingEngineDefinition } from '../../../lib/workloads/training-job/engines/definition';
import { TRAINING_ENGINES } from '../../../lib/workloads/training-job/engines/training-engine';
import { TRAINING_FEATURES, type TrainingFeature } from '../../../lib/workloads/training-job/features';

const APIS = [
  'jobset.x-k8s.io/v1alpha2',
  'trainer.kubeflow.org/v1alpha1',
  'kubeflow.org/v1',
  'kubeflow.org/v2beta1',
  'batch.volcano.sh/v1alpha1',
  'ray.io/v1',
];

const PROPS = {
  image: 'registry.example/train:1.0.0',
  compute: { cpu: '1', memory: '1Gi' },
  command: ['python', 'a.py'],
};

const FACTORIES = TrainingEngine as unknown as Record<string, () => TrainingEngine>;

function made(id: string, props: Partial<TrainingJobProps>): Manifests {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { apis: APIS }).applyTo(app);
  const chart = new Chart(app, 'chart', { namespace: 'ml' });
  new TrainingJob(chart, 'job', { ...PROPS, engine: FACTORIES[id](), ...props });
  return Manifests.fromChart(chart);
}

/** A distribution that the engine can run, for the features that say nothing of one. */
function distributionFor({ can }: TrainingEngineDefinition): Partial<TrainingJobProps> {
  if (can.onePod === true) return {};
  return TRAINING_FEATURES.pyTorch.example();
}

const cells = TRAINING_ENGINES.flatMap((engine) =>
  (Object.keys(TRAINING_FEATURES) as TrainingFeature[]).map((name) => ({ engine, name, support: engine.can[name] })),
);

describe('what an engine can do, it does', () => {
  test.each(
    cells.filter(({ support }) => support === true).map(({ engine, name }) => [engine.id, name, engine] as const),
  )('%s: %s', (id, name, engine) => {
    // KubeRay runs several roles as a head and workers only
    const own = engine.id === 'kubeRay' && name === 'rolesInQueue' ? TRAINING_FEATURES.ray.example() : {};
    const props = { ...distributionFor(engine), ...TRAINING_FEATURES[name].example(), ...own };
    const objects = made(id, props).all();
    const runs = objects.filter(({ metadata }) => metadata.labels?.['cdk8s-ml.io/run'] !== undefined);
    expect(runs.length).toBeGreaterThan(0);
  });
});

describe('what an engine cannot do is refused, with the engines that can', () => {
  test.each(
    cells.flatMap(({ engine, name, support }) =>
      typeof support === 'object' ? [[engine.id, name, engine, support.not] as const] : [],
    ),
  )('%s: %s', (id, name, engine, reason) => {
    const props = { ...(name === 'onePod' ? {} : distributionFor(engine)), ...TRAINING_FEATURES[name].example() };
    let message = '';
    try {
      made(id, props);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain(`(engine ${id}) does not support ${TRAINING_FEATURES[name].title}: ${reason}`);
    const able = TRAINING_ENGINES.filter(({ can }) => can[name] === true).map((one) => one.id);
    if (able.length > 0) expect(message).toContain(`choose one of the engines that do (${able.join(', ')})`);
  });
});

test('every feature is supported by some engine, or says why by none', () => {
  for (const name of Object.keys(TRAINING_FEATURES) as TrainingFeature[]) {
    const answers = TRAINING_ENGINES.map(({ can }) => can[name]);
    expect(answers.every((answer) => answer === true || typeof answer === 'object')).toBe(true);
  }
});

describe('a port that the training operator would add a second time has the name that it looks for', () => {
  const portsOf = (distribution: Distribution): [string, number][] => {
    const manifests = made('trainingOperator', { distribution, run: Run.named('job') });
    const { kind } = manifests.all().find(({ apiVersion }) => apiVersion === 'kubeflow.org/v1')!;
    const { ports } = manifests.podSpec(kind, 'job', 'Worker').containers[0];
    return ports.map(({ name, containerPort }: { name: string; containerPort: number }) => [name, containerPort]);
  };

  test.each([
    ['PyTorch', Distribution.pyTorch({ nodes: 2, port: 23456 }), ['pytorchjob-port', 23456]],
    ['XGBoost', Distribution.xgboost({ nodes: 2, port: 9999 }), ['xgboostjob-port', 9999]],
    ['JAX', Distribution.jax({ nodes: 2, port: 6666 }), ['jaxjob-port', 6666]],
    ['TensorFlow', Distribution.tensorFlow({ workers: { replicas: 2 }, port: 2222 }), ['tfjob-port', 2222]],
    [
      'TensorFlow, on another port',
      Distribution.tensorFlow({ workers: { replicas: 2 }, port: 3333 }),
      ['tfjob-port', 3333],
    ],
  ])('%s', (_title, distribution, expected) => expect(portsOf(distribution)).toEqual([expected]));

  test('another port keeps its name', () =>
    expect(portsOf(Distribution.pyTorch({ nodes: 2, port: 29400 }))[0][0]).not.toBe('pytorchjob-port'));
});

describe('pods that the library adds have a limit of CPU where those of the run have one', () => {
  const limitsOf = (id: string, cpuLimit?: string) => {
    const compute = { cpu: '1', cpuLimit, memory: '1Gi' };
    const schedule = id === 'kubeRay' ? undefined : Schedule.cron('0 3 * * *', { timeZone: 'Etc/UTC' });
    const distribution =
      id === 'kubeRay'
        ? Distribution.pyTorch({ nodes: 2 })
        : Distribution.tensorFlow({ workers: { replicas: 2, compute } });
    const objects = made(id, { compute: id === 'kubeRay' ? compute : PROPS.compute, distribution, schedule }).all();
    const added = objects.filter(({ kind }) => kind === 'RayJob' || kind === 'CronJob');
    const limits = [...JSON.stringify(added).matchAll(/"limits":\{([^}]*)\}/g)].map(([, text]) => text);
    expect(limits.length).toBeGreaterThan(0);
    return limits.map((text) => text.includes('"cpu"'));
  };

  test.each(['kubeRay', 'jobSet'])('%s', (id) => {
    expect(new Set(limitsOf(id, '2'))).toEqual(new Set([true]));
    expect(new Set(limitsOf(id))).toEqual(new Set([false]));
  });
});
