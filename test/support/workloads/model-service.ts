import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  Autoscaling,
  CacheVolume,
  Disruption,
  Exposure,
  Gpu,
  ModelServer,
  ModelService,
  type ModelServiceNames,
  type ModelServiceProps,
  ModelSource,
  Monitoring,
  PodSecurity,
  PreStop,
  Probe,
  Rollout,
  ScalingMetric,
  ServingEngine,
  Spread,
  VerticalAutoscaling,
} from '../../../lib';
import { call, list, mostly, pick, props, propsOf, seconds, type Values, whole } from '../arbitrary-recipes';
import { image, label, subdomain } from '../arbitrary-text';
import {
  autoscaling,
  cache,
  disruption,
  exposure,
  monitoring,
  preStop,
  probes,
  rollout,
  spread,
  verticalAutoscaling,
} from '../arbitrary-traits';
import { compute, model, server } from '../arbitrary-values';
import { randomOf, valuesOf } from './rows';
import { SHARED_PROPS, SHARED_RECEIVERS } from './shared-props';
import type { PropRows, TestedWorkload } from './types';

/** Every object under a name of its own. */
export const ALL_NAMES: Required<ModelServiceNames> = {
  deployment: 'n-deployment',
  container: 'n-container',
  service: 'n-service',
  config: 'n-config',
  configFiles: 'n-files',
  autoscaler: 'n-autoscaler',
  verticalAutoscaler: 'n-vertical',
  disruptionBudget: 'n-budget',
  networkPolicy: 'n-policy',
  serviceAccount: 'n-account',
  route: 'n-route',
  monitor: 'n-monitor',
};

const MINIMAL: ModelServiceProps = {
  image: 'registry.test/churn:1.0.0',
  server: ModelServer.http({ port: 8000, healthPath: '/health' }),
  compute: { cpu: '500m', memory: '512Mi' },
};

/** Not `NaN` or `-1`: what a patch writes is not checked further by the tests, so these are legal. */
const overrides: Values = mostly(
  pick(
    { Deployment: { metadata: { annotations: { 'example.com/a': 'b' } } } },
    { Deployment: { spec: { paused: true, template: { spec: { terminationGracePeriodSeconds: 3600 } } } } },
    { Service: { spec: { sessionAffinity: 'ClientIP' } }, Deployment: { spec: { minReadySeconds: 7 } } },
  ),
  { Deploymnet: { spec: {} } },
  { Deployment: { spec: { replica: null } } },
  { Service: 3 },
);

const names: Values = propsOf<ModelServiceNames>({
  deployment: label(),
  container: label(),
  service: label(),
  config: subdomain,
  configFiles: subdomain,
  autoscaler: subdomain,
  verticalAutoscaler: subdomain,
  disruptionBudget: subdomain,
  networkPolicy: subdomain,
  serviceAccount: subdomain,
  route: subdomain,
  monitor: subdomain,
});

const GPU = { cpu: '4', memory: '64Gi', gpu: Gpu.nvidia() };
const IN_IMAGE = ModelSource.inImage('/models/churn');
const LLM = { server: ModelServer.vllm(), compute: GPU, model: IN_IMAGE };

const ROWS: PropRows<ModelServiceProps> = {
  ...SHARED_PROPS,
  access: { ...SHARED_PROPS.access, trace: '"p-callers"' },
  image: {
    value: 'registry.test/llm:2.1.0',
    trace: 'registry.test/llm:2.1.0',
    random: image,
    faulty: { value: 'churn', at: 'image' },
  },
  server: {
    value: ModelServer.vllm({ maxModelLength: 4096 }),
    trace: '"--max-model-len","4096"',
    random: server,
    // with metrics and a cache: what other props need of it is there
    faulty: { value: ModelServer.vllm({ port: 0 }), at: 'server.port', beside: { compute: GPU, model: IN_IMAGE } },
  },
  compute: {
    value: {
      cpu: '3',
      cpuLimit: '5',
      memory: '30Gi',
      memoryLimit: '31Gi',
      ephemeralStorage: '7Gi',
      ephemeralStorageLimit: '8Gi',
      gpu: Gpu.nvidia({ count: 2 }),
    },
    trace: '"requests":{"cpu":"3","ephemeral-storage":"7Gi","memory":"30Gi","nvidia.com/gpu":"2"}',
    random: compute,
    faulty: { value: { ...GPU, memory: '512MB' }, at: 'compute.memory' },
  },
  model: {
    value: ModelSource.claim({ claimName: 'p-model-claim' }),
    trace: '"claimName":"p-model-claim"',
    random: model,
    faulty: { value: ModelSource.claim({ claimName: 'P_Claim' }), at: 'model.claimName' },
  },
  engine: {
    value: ServingEngine.kubernetes(),
    random: call('ServingEngine.kubernetes'),
    faulty: { value: 'kubernetes', at: 'engine' },
  },
  replicas: {
    value: 7,
    trace: '"replicas":7',
    random: whole(0, 12, -1, 1.5),
    faulty: { value: -1, at: 'replicas' },
  },
  autoscaling: {
    value: Autoscaling.onMetrics({ minReplicas: 2, maxReplicas: 9, metrics: [ScalingMetric.vllmQueue(7)] }),
    trace: '"maxReplicas":9',
    random: autoscaling,
    faulty: {
      value: Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 9, utilization: 0 }),
      at: 'autoscaling.utilization',
    },
  },
  verticalAutoscaling: {
    value: VerticalAutoscaling.off(),
    trace: '"updateMode":"Off"',
    random: verticalAutoscaling,
    faulty: { value: VerticalAutoscaling.off({ minCpu: 'many' }), at: 'verticalAutoscaling.minCpu' },
  },
  startup: {
    value: Duration.seconds(1230),
    trace: '"failureThreshold":123',
    random: seconds(30, 7200, 0),
    faulty: { value: Duration.seconds(0), at: 'startup' },
  },
  probes: {
    value: { liveness: Probe.tcp({ failureThreshold: 33 }) },
    trace: '"failureThreshold":33',
    random: probes,
    faulty: { value: { liveness: Probe.tcp({ failureThreshold: 0 }) }, at: 'probes.liveness.failureThreshold' },
  },
  preStop: {
    value: PreStop.command(['/bin/p-drain'], { atMost: Duration.seconds(11) }),
    trace: '"/bin/p-drain"',
    random: preStop,
    faulty: { value: PreStop.http({ path: 'p-drain' }), at: 'preStop.path' },
  },
  ports: {
    value: [{ name: 'p-extra', port: 19000, inService: true, appProtocol: 'grpc' }],
    trace: '"targetPort":"p-extra"',
    random: list(
      props(
        { name: mostly(pick('kv', 'side-channel'), 'KV'), port: whole(30_000, 39_999, 80) },
        { open: pick(true), inService: fc.boolean(), appProtocol: pick('grpc') },
      ),
      1,
    ),
    faulty: { value: [{ name: 'p-extra', port: 80 }], at: 'ports[0].port' },
  },
  drain: {
    value: Duration.seconds(97),
    trace: '"terminationGracePeriodSeconds":97',
    random: seconds(30, 900, 0),
    faulty: { value: Duration.seconds(0), at: 'drain' },
  },
  rollout: {
    value: Rollout.rolling({ maxSurge: 3, maxUnavailable: 0, spareGpus: 6 }),
    trace: '"maxSurge":3',
    random: rollout,
    faulty: { value: Rollout.rolling({ maxSurge: 0, maxUnavailable: 0 }), at: 'rollout' },
  },
  exposure: {
    value: Exposure.httpRoute({
      gateway: { name: 'p-gateway', namespace: 'p-gateways' },
      hostnames: ['p.example.com'],
    }),
    trace: '"p.example.com"',
    random: exposure,
    faulty: { value: Exposure.ingress({ host: 'p_host' }), at: 'exposure.host' },
  },
  disruption: {
    value: Disruption.minAvailable(1),
    trace: '"minAvailable":1',
    random: disruption,
    faulty: { value: Disruption.maxUnavailable(0), at: 'disruption' },
  },
  spread: {
    value: Spread.hard(),
    trace: '"whenUnsatisfiable":"DoNotSchedule"',
    random: spread,
    faulty: { value: Spread.soft({ maxSkew: 0 }), at: 'spread.maxSkew' },
  },
  monitoring: {
    value: Monitoring.podMonitor({ labels: { 'p-monitor': 'yes' } }),
    trace: '"p-monitor":"yes"',
    random: monitoring,
    faulty: {
      value: Monitoring.podMonitor({ interval: Duration.seconds(0) }),
      at: 'monitoring.interval',
      beside: { server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }) },
    },
  },
  cache: {
    value: CacheVolume.claim({ size: '77Gi' }),
    trace: '"77Gi"',
    random: cache,
    faulty: { value: CacheVolume.claim({ size: 'much' }), at: 'cache.size', beside: LLM },
  },
  names: {
    value: ALL_NAMES,
    trace: '"n-deployment"',
    random: names,
    faulty: { value: { service: '1st' }, at: 'names.service' },
  },
  overrides: { ...SHARED_PROPS.overrides, random: overrides },
};

type GivenProps = { [prop: string]: any };

/**
 * Leaves out what other props make wrong: with every prop chosen by itself, one set in five would be accepted, and the API
 * server would see little.
 */
function coherent(props: GivenProps): GivenProps {
  const { server, autoscaling, monitoring, sidecars = [], cache, ...rest } = props;
  const kind = server.call.split('.')[1];
  const forGpus = ['vllm', 'sglang', 'nim'].includes(kind);
  const compute = forGpus ? { gpu: { call: 'Gpu.nvidia', args: [] }, ...rest.compute } : rest.compute;
  const model =
    rest.model ?? (FROM_A_MODEL.includes(kind) ? { call: 'ModelSource.inImage', args: ['/models/a'] } : undefined);
  const measured = !['http', 'fastApi', 'tensorflowServing', 'custom'].includes(kind) || server.args[0].metricsPath;
  const settled: GivenProps = {
    ...rest,
    server,
    compute,
    model,
    autoscaling,
    replicas: autoscaling ? undefined : rest.replicas,
    verticalAutoscaling: autoscaling || compute.gpu ? undefined : rest.verticalAutoscaling,
    monitoring: measured ? monitoring : undefined,
    sidecars: sidecars.length > 0 ? sidecars.slice(0, 1) : undefined,
    cache: forGpus ? cache : undefined,
  };
  return Object.fromEntries(Object.entries(settled).filter(([, value]) => value !== undefined));
}

const FROM_A_MODEL = ['vllm', 'sglang', 'triton', 'tensorflowServing', 'mlServer'];

const independent = randomOf(ROWS, ['image', 'server', 'compute']);

const RECEIVES: TestedWorkload<ModelServiceProps>['receives'] = {
  ...SHARED_RECEIVERS,
  Autoscaling: { at: 'autoscaling', props: (autoscaling) => ({ autoscaling }) },
  CacheVolume: {
    at: 'cache',
    props: (cache) => ({
      cache,
      compute: GPU,
      server: ModelServer.vllm(),
      model: ModelSource.huggingFace({ repository: 'org/model', revision: 'a'.repeat(40), size: '15Gi' }),
    }),
  },
  Disruption: { at: 'disruption', props: (disruption) => ({ disruption }) },
  Exposure: { at: 'exposure', props: (exposure) => ({ exposure }) },
  Gpu: {
    at: 'compute.gpu',
    // without them, some devices belong to groups of the node
    props: (gpu) => ({ compute: { ...GPU, gpu }, security: PodSecurity.restricted({ supplementalGroups: [] }) }),
  },
  GpuModel: { at: 'compute.gpu.model', props: (model) => ({ compute: { ...GPU, gpu: Gpu.nvidia({ model }) } }) },
  HealthEndpoint: {
    at: 'server.readiness',
    props: (readiness) => ({
      server: ModelServer.custom({ name: 'own', ports: [{ name: 'http', port: 8000 }], readiness }),
    }),
  },
  ModelServer: {
    at: 'server',
    props: (server) => ({ server, compute: GPU, model: IN_IMAGE }),
  },
  ModelSource: { at: 'model', props: (model) => ({ model }) },
  'ModelSource.readByServer': {
    at: 'model',
    props: (model) => ({ model, server: ModelServer.vllm(), compute: GPU }),
  },
  Monitoring: {
    at: 'monitoring',
    props: (monitoring) => ({ monitoring, server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }) }),
  },
  PreStop: { at: 'preStop', props: (preStop) => ({ preStop }) },
  Probe: { at: 'probes.readiness', props: (readiness) => ({ probes: { readiness } }) },
  Rollout: { at: 'rollout', props: (rollout) => ({ rollout }) },
  ScalingMetric: {
    at: 'autoscaling.metrics[0]',
    props: (metric) => ({
      autoscaling: Autoscaling.onMetrics({ minReplicas: 1, maxReplicas: 3, metrics: [metric] }),
      server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }),
      monitoring: Monitoring.external(),
    }),
  },
  Spread: { at: 'spread', props: (spread) => ({ spread }) },
  VerticalAutoscaling: { at: 'verticalAutoscaling', props: (verticalAutoscaling) => ({ verticalAutoscaling }) },
};

/** A ModelService as Deployment and Service. */
export const modelService: TestedWorkload<ModelServiceProps> = {
  name: 'ModelService',
  engine: 'kubernetes',
  called: 'new ModelService',
  within: 'namespace',
  make: (scope, id, props) => new ModelService(scope, id, props),
  minimal: MINIMAL,
  rows: ROWS,
  exclusive: ['replicas'],
  separable: (scope) => ({
    ...MINIMAL,
    ...valuesOf(SHARED_PROPS, scope),
    names: {},
    probes: {},
    ports: [{ name: 'side', port: 9100 }],
  }),
  random: fc.oneof(
    { weight: 6, arbitrary: independent.map((props) => coherent(props as GivenProps)) },
    { weight: 1, arbitrary: independent },
  ),
  receives: RECEIVES,
  pod: { kind: 'Deployment', container: 'server' },
  compute: { at: 'compute', props: (compute) => ({ compute }) },
};
