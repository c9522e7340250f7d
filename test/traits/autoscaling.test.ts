import { Duration } from 'cdk8s';
import { Autoscaling } from '../../lib/traits/autoscaling/autoscaling';
import { ScalingChoice } from '../../lib/traits/autoscaling/options';
import { ScalingMetric } from '../../lib/traits/autoscaling/scaling-metric';
import { ClusterTarget, MetricsAdapter } from '../../lib/values/cluster-target';
import { K133, plain, problemsOf, refuses, type Wrong } from './support';

const scaleTarget = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'churn' };
const facts = { container: 'api', hasSidecars: false, gpusPerPod: 0, target: K133, scaleTarget };
const bounds = { minReplicas: 2, maxReplicas: 20 };
const onCpu = Autoscaling.onCpu({ ...bounds, utilization: 70 });
const on = (...metrics: ScalingMetric[]) => Autoscaling.onMetrics({ ...bounds, metrics });
const spec = (autoscaling: Autoscaling, context = {}) =>
  plain(autoscaling._definition.plan({ ...facts, ...context }).spec) as any;

test('scales on CPU between two bounds, up at once and down slowly', () => {
  expect(spec(onCpu)).toEqual({
    scaleTargetRef: scaleTarget,
    minReplicas: 2,
    maxReplicas: 20,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
    behavior: {
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [
          { type: 'Percent', value: 100, periodSeconds: 15 },
          { type: 'Pods', value: 4, periodSeconds: 15 },
        ],
      },
      scaleDown: {
        stabilizationWindowSeconds: 300,
        selectPolicy: 'Max',
        policies: [
          { type: 'Percent', value: 10, periodSeconds: 60 },
          { type: 'Pods', value: 1, periodSeconds: 60 },
        ],
      },
    },
  });
});

test('gives GPU pods a minute between steps, since each loads for minutes', () => {
  expect(spec(onCpu, { gpusPerPod: 1 }).behavior.scaleUp.policies).toEqual([
    { type: 'Percent', value: 50, periodSeconds: 60 },
    { type: 'Pods', value: 1, periodSeconds: 60 },
  ]);
});

test('measures the server alone where sidecars run beside it', () => {
  expect(spec(onCpu, { hasSidecars: true }).metrics).toEqual([
    {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: 'api',
        target: { type: 'Utilization', averageUtilization: 70 },
      },
    },
  ]);
});

test('maps every kind of metric', () => {
  const types = spec(
    on(
      ScalingMetric.containerMemory(80),
      ScalingMetric.containerCpu(60, 'proxy'),
      ScalingMetric.pods('requests_per_second', '10', { route: 'predict' }),
      ScalingMetric.external({ name: 'queue_length', labels: { queue: 'q1' }, averageValue: '30' }),
      ScalingMetric.object({
        name: 'requests',
        objectApiVersion: 'networking.k8s.io/v1',
        objectKind: 'Ingress',
        objectName: 'main',
        value: '2k',
      }),
    ),
  ).metrics;
  expect(types[0].containerResource.container).toBe('api');
  expect(types[1].containerResource.container).toBe('proxy');
  expect(types[2].pods).toEqual({
    metric: { name: 'requests_per_second', selector: { matchLabels: { route: 'predict' } } },
    target: { type: 'AverageValue', averageValue: '10' },
  });
  expect(types[3].external.target).toEqual({ type: 'AverageValue', averageValue: '30' });
  expect(types[4].object).toEqual({
    describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'main' },
    metric: { name: 'requests' },
    target: { type: 'Value', value: '2k' },
  });
});

test('names the metrics of model servers as adapters serve them', () => {
  const metrics = spec(
    on(
      ScalingMetric.vllmQueue(),
      ScalingMetric.vllmKvCache(),
      ScalingMetric.sglangTokenUsage(75),
      ScalingMetric.gpuUtilization(80),
    ),
  ).metrics.map(({ pods }: any) => [pods.metric.name, pods.target.averageValue]);
  expect(metrics).toEqual([
    ['vllm_num_requests_waiting', '5'],
    ['vllm_kv_cache_usage_perc', '500m'],
    ['sglang_token_usage', '750m'],
    ['DCGM_FI_DEV_GPU_UTIL', '80'],
  ]);
});

test('names them as the adapter of the target serves them', () => {
  const target = ClusterTarget.kubernetes('1.33', { metricsAdapter: MetricsAdapter.GOOGLE });
  const metrics = [ScalingMetric.vllmQueue(), ScalingMetric.sglangTokenUsage(), ScalingMetric.gpuUtilization(80)];
  const names = spec(on(...metrics), { target }).metrics.map(({ pods }: any) => pods.metric.name);
  expect(names).toEqual([
    'prometheus.googleapis.com|vllm:num_requests_waiting|gauge',
    'prometheus.googleapis.com|sglang:token_usage|gauge',
    'prometheus.googleapis.com|DCGM_FI_DEV_GPU_UTIL|gauge',
  ]);
  const own = on(ScalingMetric.pods('prometheus.googleapis.com|vllm:num_requests_running|gauge', '5'));
  expect(problemsOf((check) => own._definition.check(check, { ...facts, target }))).toEqual([]);
});

test('metrics of the server need monitoring', () => {
  const problems = (autoscaling: Autoscaling, isScraped?: boolean) =>
    problemsOf((check) => autoscaling._definition.check(check, { ...facts, isScraped }));
  const ofServer = [ScalingMetric.vllmQueue(), ScalingMetric.vllmKvCache(), ScalingMetric.sglangTokenUsage()];
  const found = problems(on(...ofServer), false);
  expect(found.map(({ prop }) => prop)).toEqual([0, 1, 2].map((i) => `trait.metrics[${i}]`));
  expect(found[0]?.fix).toMatch(/Monitoring\.podMonitor.*Monitoring\.external/);
  expect(problems(on(...ofServer), true)).toEqual([]);
  // unknown, since monitoring was refused
  expect(problems(on(...ofServer))).toEqual([]);
  // of an exporter, which the workload does not monitor
  expect(problems(on(ScalingMetric.gpuUtilization(80), ScalingMetric.pods('rps', '5')), false)).toEqual([]);
});

test('keeps the usual limits where only the window is changed, and drops them where one is given', () => {
  const scaleDown = { stabilization: Duration.minutes(10) };
  const scaleUp = { maxPods: 2, period: Duration.seconds(30), choice: ScalingChoice.SLOWEST };
  const { behavior } = spec(Autoscaling.onCpu({ ...bounds, utilization: 70, scaleUp, scaleDown }));
  expect(behavior.scaleDown.stabilizationWindowSeconds).toBe(600);
  expect(behavior.scaleDown.policies).toHaveLength(2);
  expect(behavior.scaleUp).toEqual({
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Min',
    policies: [{ type: 'Pods', value: 2, periodSeconds: 30 }],
  });
});

test('writes a tolerance where the cluster knows it', () => {
  const autoscaling = Autoscaling.onCpu({ ...bounds, utilization: 70, scaleDown: { tolerancePercent: 5 } });
  const target = ClusterTarget.kubernetes('1.35');
  expect(problemsOf((check) => autoscaling._definition.check(check, { ...facts, target }))).toEqual([]);
  expect(spec(autoscaling, { target }).behavior.scaleDown.tolerance).toBe('50m');
  expect(spec(autoscaling, { target }).behavior.scaleUp).not.toHaveProperty('tolerance');
});

test('says which resources replicas are scaled on', () => {
  const { scaledResources } = on(ScalingMetric.containerCpu(70), ScalingMetric.vllmQueue())._definition.plan(facts);
  expect([...scaledResources]).toEqual(['cpu']);
});

describe('wrong inputs', () => {
  const wrong = (title: string, autoscaling: Autoscaling, prop: string, expected: RegExp, fix: RegExp): Wrong => [
    title,
    (check) => autoscaling._definition.check(check, facts),
    prop,
    expected,
    fix,
  ];
  const cpu = (more: object) => Autoscaling.onCpu({ ...bounds, utilization: 70, ...more });
  const up = (scaleUp: object) => cpu({ scaleUp });
  refuses([
    wrong('scale to zero, with the reason', cpu({ minReplicas: 0 }), 'minReplicas', /from 0 pods/, /minReplicas to 1/),
    wrong('half a replica', cpu({ minReplicas: 1.5 }), 'minReplicas', /whole number, at least 1/, /smallest/),
    wrong('bounds the wrong way round', cpu({ maxReplicas: 1 }), 'maxReplicas', /at least minReplicas \(2\)/, /raise/),
    wrong(
      'a start outside the bounds',
      cpu({ initialReplicas: 30 }),
      'initialReplicas',
      /\(2\) to .*\(20\)/,
      /between/,
    ),
    wrong('a share for a percentage', cpu({ utilization: 0.7 }), 'utilization', /whole number/, /example 70/),
    wrong(
      'a window beyond an hour',
      up({ stabilization: Duration.hours(2) }),
      'scaleUp.stabilization',
      /0 to 3600/,
      /hour/,
    ),
    wrong(
      'half a second',
      up({ period: Duration.millis(500) }),
      'scaleUp.period',
      /whole seconds, 1 to 1800/,
      /30 min/,
    ),
    wrong('a speed of zero', up({ maxPods: 0 }), 'scaleUp.maxPods', /at least 1/, /NEVER/),
    wrong('a speed of 0 %', up({ maxPercent: 0 }), 'scaleUp.maxPercent', /at least 1/, /NEVER/),
    wrong('a tolerance on 1.33', up({ tolerancePercent: 5 }), 'scaleUp.tolerancePercent', /1\.35/, /featureGates/),
    wrong('no metric', on(), 'metrics', /at least one/, /ScalingMetric\.cpu/),
    wrong(
      'one measure twice',
      on(ScalingMetric.cpu(60), ScalingMetric.cpu(70)),
      'metrics[1]',
      /metrics\[0\] is the same/,
      /remove/,
    ),
    wrong(
      'a colon in a metric',
      on(ScalingMetric.pods('vllm:waiting', '5')),
      'metrics[0].name',
      /without/,
      /underscore/,
    ),
    wrong('an amount that is none', on(ScalingMetric.pods('rps', 'ten')), 'metrics[0].averageValue', /quantity/, /'5'/),
    wrong('no target', on(ScalingMetric.external({ name: 'q' })), 'metrics[0]', /exactly one/, /averageValue/),
    wrong(
      'two targets',
      on(ScalingMetric.external({ name: 'q', value: '1', averageValue: '1' })),
      'metrics[0]',
      /exactly one/,
      /averageValue/,
    ),
    wrong('an illegal label', on(ScalingMetric.pods('rps', '5', { a: 'b c' })), 'metrics[0].labels.a', /63/, /label/),
  ]);

  test('finds the server measured twice only where sidecars make it so', () => {
    const both = on(ScalingMetric.cpu(70), ScalingMetric.containerCpu(70));
    expect(problemsOf((check) => both._definition.check(check, facts))).toEqual([]);
    expect(problemsOf((check) => both._definition.check(check, { ...facts, hasSidecars: true }))).toHaveLength(1);
  });

  test('reports everything at once', () => {
    const all = cpu({ minReplicas: 0, initialReplicas: -1, utilization: 0 });
    expect(problemsOf((check) => all._definition.check(check, facts))).toHaveLength(3);
  });

  test('accepts what is right', () => {
    expect(problemsOf((check) => onCpu._definition.check(check, facts))).toEqual([]);
    expect(problemsOf((check) => cpu({ initialReplicas: 3 })._definition.check(check, facts))).toEqual([]);
  });
});
