import { Duration } from 'cdk8s';
import { Autoscaling, Gpu, ModelServer, ModelSource, Monitoring, ScalingMetric, Sidecar } from '../../../lib';
import type { Manifest } from '../plane/api';
import { sleep } from '../plane/processes';
import type { Series } from './metrics-load';
import { type AutoscalingScenario, REQUESTED_CORES, requests, SERVICE } from './scenario';

/** The metrics of the test come from elsewhere. */
const SCRAPED = {
  server: ModelServer.http({ port: 8000, healthPath: '/health', metricsPath: '/metrics' }),
  monitoring: Monitoring.external(),
};
const BOUNDS = { minReplicas: 2, maxReplicas: 8 };

/** Every metric that we have a name for, and those with names and labels of the user's own. */
export async function everyMetric(run: AutoscalingScenario): Promise<void> {
  const series = (waiting: number): Series[] => [
    { name: 'vllm:num_requests_waiting', value: waiting, shared: true },
    { name: 'vllm:kv_cache_usage_perc', value: 0.25 },
    { name: 'sglang:token_usage', value: 0.25 },
    { name: 'DCGM_FI_DEV_GPU_UTIL', value: 40 },
    { name: 'http_requests_per_second', value: 1000, labels: { route: 'health' } },
    { name: 'http_requests_per_second', value: 3, labels: { route: 'predict' } },
    { name: 'queue_length', value: 900, labels: { queue: 'billing' } },
    { name: 'queue_length', value: 30, labels: { queue: 'churn' } },
    { name: 'requests_per_second', value: 700, object: 'services/other' },
    { name: 'requests_per_second', value: 80, object: 'services/model' },
  ];
  const gateway = { objectApiVersion: 'v1', objectKind: 'Service', objectName: 'model' };
  const metrics = [
    ScalingMetric.vllmQueue(),
    ScalingMetric.vllmKvCache(),
    ScalingMetric.sglangTokenUsage(),
    ScalingMetric.gpuUtilization(80),
    ScalingMetric.pods('http_requests_per_second', '10', { route: 'predict' }),
    ScalingMetric.external({ name: 'queue_length', labels: { queue: 'churn' }, averageValue: '20' }),
    ScalingMetric.object({ name: 'requests_per_second', value: '100', ...gateway }),
  ];
  run.load({ series: series(0) });
  await run.apply({ ...SERVICE, ...SCRAPED, autoscaling: Autoscaling.onMetrics({ ...BOUNDS, metrics }) });
  await run.replicas.untilReady(2);
  const seen = async () => ((await run.autoscaler()).status.currentMetrics ?? []) as Manifest[];
  await run.plane.until('reading every metric', async () => (await seen()).map(currentValue).join() === EVERY_VALUE);
  await run.condition('ScalingActive', 'ValidMetricFound');

  run.load({ series: series(30) });
  await run.replicas.until('6 replicas', (now) => now === 6);
  run.say(`${metrics.length} metrics of pods, of a Service and of a queue outside are read; 30 requests wait in vLLM`);
}

/** The values above, as the autoscaler reports them: two replicas share the 30 of the queue. */
const EVERY_VALUE = '0,250m,250m,40,3,15,80';

function currentValue(metric: Manifest): string {
  const { current } = metric.pods ?? metric.external ?? metric.object ?? metric.resource ?? {};
  return current?.averageValue ?? current?.value ?? 'none';
}

/** GPU pods load for minutes: one at a time, however long the queue. */
export async function languageModel(run: AutoscalingScenario): Promise<void> {
  run.load({ series: [{ name: 'vllm:num_requests_waiting', value: 100, shared: true }] });
  await run.apply({
    image: 'registry.test/llm:1.0.0',
    server: ModelServer.vllm(),
    model: ModelSource.inImage('/models/llm'),
    compute: { cpu: '4', memory: '16Gi', gpu: Gpu.nvidia({ count: 1 }) },
    monitoring: Monitoring.external(),
    autoscaling: Autoscaling.onMetrics({ minReplicas: 1, maxReplicas: 4, metrics: [ScalingMetric.vllmQueue(5)] }),
  });
  await run.replicas.until('2 replicas', (now) => now === 2);
  const second = Date.now();
  await run.replicas.until('3 replicas', (now) => now === 3);
  run.say('100 requests wait in the queue of a model on GPUs');
  expect((Date.now() - second) / 1000).toBeGreaterThan(50);
  expect(run.replicas.numbers).toEqual([1, 2, 3]);
}

/** No metrics: the number that runs is the best guess there is. */
export async function metricsDown(run: AutoscalingScenario): Promise<void> {
  run.perMinute(1500);
  await run.apply(SERVICE);
  await run.settledAt(1500);
  const before = run.replicas.now;
  run.load({ down: true });
  await run.condition('ScalingActive', 'FailedGetResourceMetric');
  await sleep(10_000);
  run.say('the metrics API is down');
  expect(run.replicas.numbers).toEqual([before]);
}

/** One metric of two is missing: up on the other, but not down. */
export async function oneMetricMissing(run: AutoscalingScenario): Promise<void> {
  const metrics = [ScalingMetric.cpu(70), ScalingMetric.vllmQueue()];
  // Down at once, so that only the missing metric can be what keeps the replicas.
  const scaleDown = { stabilization: Duration.seconds(0), maxPercent: 100 };
  run.perMinute(500);
  await run.apply({ ...SERVICE, ...SCRAPED, autoscaling: Autoscaling.onMetrics({ ...BOUNDS, metrics, scaleDown }) });
  await run.replicas.untilReady(2);
  run.perMinute(1500);
  await run.settledAt(1500);
  const up = run.replicas.now;
  run.perMinute(500);
  await run.condition('ScalingActive', 'FailedGetPodsMetric');
  await sleep(8000);
  expect(run.replicas.numbers).toEqual([up]);
  run.say('of two metrics one is missing: up on the other, not down');

  run.load({ requests: requests(500), series: [{ name: 'vllm:num_requests_waiting', value: 0, shared: true }] });
  await run.replicas.until('2 replicas', (now) => now === 2);
  run.say('it is there again');
}

/** A sidecar that idles must not hide that the server is busy. */
export async function besideASidecar(run: AutoscalingScenario): Promise<void> {
  const sidecar = Sidecar.custom({
    name: 'logs',
    image: 'registry.test/logs:1',
    compute: { cpu: '500m', memory: '128Mi' },
  });
  run.load({ requests: { perMinute: 60, cpuSeconds: 2 * REQUESTED_CORES } });
  await run.apply({ ...SERVICE, sidecars: [sidecar] });
  await run.replicas.until('3 replicas', (now) => now === 3);
  run.say('server at 100 % of its request, beside an idle sidecar that requests as much');
}
