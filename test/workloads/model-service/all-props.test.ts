import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Autoscaling,
  CacheVolume,
  ClusterTarget,
  Disruption,
  Exposure,
  ExtraVolume,
  Gpu,
  Identity,
  Manifests,
  ModelServer,
  ModelService,
  type ModelServiceNames,
  type ModelServiceProps,
  ModelSource,
  Monitoring,
  NetworkAccess,
  NetworkPeer,
  PodSecurity,
  Probe,
  Rollout,
  ScalingMetric,
  SecretSource,
  Sidecar,
  Spread,
  VerticalAutoscaling,
} from '../../../lib';
import { stockChart } from '../../support/service';

const NAMES: Required<ModelServiceNames> = {
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

/** Every prop; `Required` makes the compiler ask for a new one here, and the table below for its trace in the output. */
type AllProps = Required<Omit<ModelServiceProps, 'replicas'>>;

function allProps(chart: ReturnType<typeof stockChart>): AllProps {
  return {
    image: 'registry.test/llm:2.1.0',
    server: ModelServer.vllm({ maxModelLength: 4096 }),
    compute: {
      cpu: '3',
      cpuLimit: '5',
      memory: '30Gi',
      memoryLimit: '31Gi',
      ephemeralStorage: '7Gi',
      ephemeralStorageLimit: '8Gi',
      gpu: Gpu.nvidia({ count: 2 }),
    },
    model: ModelSource.claim({ claimName: 'p-model-claim' }),
    autoscaling: Autoscaling.onMetrics({ minReplicas: 2, maxReplicas: 9, metrics: [ScalingMetric.vllmQueue(7)] }),
    verticalAutoscaling: VerticalAutoscaling.off(),
    startup: Duration.seconds(1230),
    probes: { liveness: Probe.tcp({ failureThreshold: 33 }) },
    drain: Duration.seconds(97),
    rollout: Rollout.rolling({ maxSurge: 3, maxUnavailable: 0, spareGpus: 6 }),
    exposure: Exposure.httpRoute({
      gateway: { name: 'p-gateway', namespace: 'p-gateways' },
      hostnames: ['p.example.com'],
    }),
    access: NetworkAccess.allow({ from: [NetworkPeer.namespace('p-callers')] }),
    disruption: Disruption.minAvailable(1),
    spread: Spread.hard(),
    monitoring: Monitoring.podMonitor({ labels: { 'p-monitor': 'yes' } }),
    identity: Identity.gke({ gcpServiceAccount: 'p-account@project-one.iam.gserviceaccount.com' }),
    config: { P_CONFIG: '1' },
    configFiles: { 'p-file.yaml': 'a: 1' },
    configPath: '/p-config-path',
    keepOldConfig: false,
    configMaps: [kplus.ConfigMap.fromConfigMapName(chart, 'theirs', 'p-config-map')],
    env: { P_ENV: '2' },
    secrets: [SecretSource.existing('p-secret', { keys: ['P_KEY'] })],
    sidecars: [Sidecar.custom({ name: 'p-sidecar', image: 'registry.test/sidecar:1' })],
    cache: CacheVolume.claim({ size: '77Gi' }),
    volumes: [ExtraVolume.configMap('p-volume', { mountPath: '/p-volume' })],
    sharedMemory: '3Gi',
    security: PodSecurity.restricted({ user: 4321, group: 4322 }),
    nodeSelector: { 'p-node': 'yes' },
    tolerations: [{ key: 'p-taint' }],
    priorityClassName: 'p-priority',
    runtimeClassName: 'p-runtime',
    imagePullSecrets: ['p-pull'],
    name: 'p-name',
    names: NAMES,
    labels: { 'p-label': 'yes' },
    annotations: { 'p-annotation': 'yes' },
    podAnnotations: { 'p-pod-annotation': 'yes' },
    overrides: { Service: { spec: { sessionAffinity: 'ClientIP' } } },
  };
}

const TRACES: Record<keyof AllProps, string> = {
  image: 'registry.test/llm:2.1.0',
  server: '"--max-model-len","4096"',
  compute: '"requests":{"cpu":"3","ephemeral-storage":"7Gi","memory":"30Gi","nvidia.com/gpu":"2"}',
  model: '"claimName":"p-model-claim"',
  autoscaling: '"maxReplicas":9',
  verticalAutoscaling: '"updateMode":"Off"',
  startup: '"failureThreshold":123',
  probes: '"failureThreshold":33',
  drain: '"terminationGracePeriodSeconds":97',
  rollout: '"maxSurge":3',
  exposure: '"p.example.com"',
  access: '"p-callers"',
  disruption: '"minAvailable":1',
  spread: '"whenUnsatisfiable":"DoNotSchedule"',
  monitoring: '"p-monitor":"yes"',
  identity: 'p-account@project-one.iam.gserviceaccount.com',
  config: '"P_CONFIG":"1"',
  configFiles: '"p-file.yaml":"a: 1"',
  configPath: '"/p-config-path"',
  keepOldConfig: '"n-config"',
  configMaps: '"p-config-map"',
  env: '"P_ENV"',
  secrets: '"P_KEY"',
  sidecars: '"p-sidecar"',
  cache: '"77Gi"',
  volumes: '"/p-volume"',
  sharedMemory: '"sizeLimit":"3Gi"',
  security: '"runAsUser":4321',
  nodeSelector: '"p-node":"yes"',
  tolerations: '"p-taint"',
  priorityClassName: '"p-priority"',
  runtimeClassName: '"p-runtime"',
  imagePullSecrets: '"p-pull"',
  name: '"app.kubernetes.io/name":"p-name"',
  names: '"n-deployment"',
  labels: '"p-label":"yes"',
  annotations: '"p-annotation":"yes"',
  podAnnotations: '"p-pod-annotation":"yes"',
  overrides: '"sessionAffinity":"ClientIP"',
};

describe('a ModelService with every prop', () => {
  const chart = stockChart(ClusterTarget.kubernetes('1.33'), 'serving');
  new ModelService(chart, 'all', allProps(chart));
  const manifests = Manifests.fromChart(chart);
  const text = JSON.stringify(manifests.all());

  test.each(Object.entries(TRACES))('%s leaves its trace', (_prop, trace) => expect(text.includes(trace)).toBe(true));

  test.each(Object.entries(NAMES))('the name of the %s is the given one', (_what, name) =>
    expect(text.includes(`"${name}"`)).toBe(true),
  );

  test('the order of the props makes no difference', () => {
    const other = stockChart(ClusterTarget.kubernetes('1.33'), 'serving');
    const props = Object.fromEntries(Object.entries(allProps(other)).reverse()) as unknown as ModelServiceProps;
    new ModelService(other, 'all', props);
    expect(Manifests.fromChart(other).yaml()).toBe(manifests.yaml());
  });
});
