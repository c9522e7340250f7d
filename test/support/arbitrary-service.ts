import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  Autoscaling,
  CacheVolume,
  Cloud,
  ClusterTarget,
  type Compute,
  Disruption,
  Exposure,
  ExtraVolume,
  Gpu,
  GpuModel,
  Identity,
  ModelServer,
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
  VolumeAccess,
} from '../../lib';

/** A prop that is mostly left out: with forty props, one wrong choice in each would leave no set to be accepted. */
const some = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const seconds = (min: number, max: number) => fc.integer({ min, max }).map((n) => Duration.seconds(n));

/** Props of every kind, most of them right, some wrong: each run says of itself whether it is accepted. */
export const arbitraryTarget = fc
  .record({ minor: fc.integer({ min: 28, max: 36 }), cloud: pick(...Object.values(Cloud)), gate: fc.boolean() })
  .map(({ minor, cloud, gate }) =>
    ClusterTarget.kubernetes(`1.${minor}`, { cloud, featureGates: gate ? ['ImageVolume'] : [] }),
  );

const gpu = pick(
  Gpu.nvidia(),
  Gpu.nvidia({ count: 2, model: GpuModel.T4 }),
  Gpu.nvidia({ count: 8, model: GpuModel.H100_80GB }),
  Gpu.nvidiaMig({ profile: '1g.10gb' }),
  Gpu.nvidiaShared(),
  Gpu.amd({ count: 1 }),
  Gpu.nvidia({ count: 0 }),
);

const compute: fc.Arbitrary<Compute> = fc.record(
  {
    cpu: pick('100m', '0.5', '2', '1500m', '64'),
    memory: pick('128Mi', '1Gi', '24Gi', '500M'),
    cpuLimit: some(pick('1', '4', '64')),
    memoryLimit: some(pick('1Gi', '24Gi', '1Ti')),
    ephemeralStorage: some(pick('1Gi')),
    ephemeralStorageLimit: some(pick('2Gi', '512Mi')),
    gpu: some(gpu),
  },
  { requiredKeys: ['cpu', 'memory'] },
);

const server = pick(
  ModelServer.http({ port: 8000, healthPath: '/health' }),
  ModelServer.http({ port: 8000, healthPath: '/health', metricsPath: '/metrics' }),
  ModelServer.fastApi({ app: 'service:app' }),
  ModelServer.vllm(),
  ModelServer.sglang(),
  ModelServer.triton(),
  ModelServer.tensorflowServing(),
  ModelServer.mlServer(),
  ModelServer.http({ port: 70000 }),
);

const credentials = SecretSource.existing('store', { keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] });
const model = pick(
  ModelSource.inImage('/models/churn'),
  ModelSource.http({ url: 'https://example.com/model.pkl' }),
  ModelSource.http({ url: 'https://example.com/model.pkl', sha256: 'a'.repeat(64), size: '2Gi' }),
  ModelSource.s3({ uri: 's3://bucket/model', region: 'eu-central-1', credentials }),
  ModelSource.gcs({ uri: 'gs://bucket/model' }),
  ModelSource.claim({ claimName: 'models', subPath: 'churn/1' }),
  ModelSource.ociImage({ reference: 'registry.test/model:1' }),
  ModelSource.huggingFace({ repository: 'org/model', revision: 'a'.repeat(40), size: '15Gi' }),
  ModelSource.mlflow({ uri: 'models:/churn/3', trackingUri: 'http://mlflow-server:5000' }),
);

const bounds = fc.record({ minReplicas: fc.integer({ min: 0, max: 4 }), maxReplicas: fc.integer({ min: 1, max: 30 }) });
const autoscaling = fc.oneof(
  bounds.map((b) => Autoscaling.onCpu({ ...b, utilization: 70 })),
  bounds.map((b) => Autoscaling.onMemory({ ...b, utilization: 80 })),
  bounds.map((b) =>
    Autoscaling.onMetrics({ ...b, metrics: [ScalingMetric.cpu(60), ScalingMetric.pods('requests_per_second', '10')] }),
  ),
  bounds.map((b) => Autoscaling.onMetrics({ ...b, metrics: [ScalingMetric.vllmQueue(5)] })),
  bounds.map((b) =>
    Autoscaling.onMetrics({ ...b, metrics: [ScalingMetric.external({ name: 'queue', averageValue: '30' })] }),
  ),
);

const rollout = fc.oneof(
  fc
    .record({ maxSurge: fc.integer({ min: 0, max: 3 }), maxUnavailable: fc.integer({ min: 0, max: 2 }) })
    .map((o) => Rollout.rolling(o)),
  fc.constant(Rollout.rolling({ maxSurge: 1, maxUnavailable: 0, spareGpus: 8 })),
  fc.constant(Rollout.rollingPercent({ maxSurge: 50, maxUnavailable: 10 })),
  fc.constant(Rollout.recreate()),
);

const exposure = pick(
  Exposure.clusterIp({ port: 8080 }),
  Exposure.nodePort({ nodePort: 30123 }),
  Exposure.nodePort({ nodePort: 80 }),
  Exposure.loadBalancer({ sourceRanges: ['10.0.0.0/8'] }),
  Exposure.loadBalancer(),
  Exposure.ingress({ host: 'churn.example.com', className: 'nginx', tlsSecret: 'churn-tls' }),
  Exposure.httpRoute({ gateway: { name: 'public', namespace: 'gateways' }, hostnames: ['churn.example.com'] }),
);

/** Random props of a ModelService. */
export const arbitraryProps: fc.Arbitrary<ModelServiceProps> = fc.record(
  {
    image: fc.oneof(
      { weight: 9, arbitrary: fc.constant('registry.test/churn:1.0.0') },
      { weight: 1, arbitrary: pick('churn', 'churn:latest') },
    ),
    server,
    compute,
    model: some(model),
    replicas: some(fc.integer({ min: 0, max: 12 })),
    autoscaling: some(autoscaling),
    verticalAutoscaling: some(
      pick(
        VerticalAutoscaling.off(),
        VerticalAutoscaling.initial(),
        VerticalAutoscaling.recreate(),
        VerticalAutoscaling.inPlaceOrRecreate(),
      ),
    ),
    startup: some(seconds(1, 7200)),
    probes: some(
      pick(
        { readiness: Probe.tcp() },
        { liveness: Probe.http({ path: '/live', failureThreshold: 3 }) },
        { startup: Probe.none() },
      ),
    ),
    drain: some(seconds(0, 900)),
    rollout: some(rollout),
    exposure: some(exposure),
    access: some(
      pick(
        NetworkAccess.everyone(),
        NetworkAccess.unmanaged(),
        NetworkAccess.nobody(),
        NetworkAccess.allow({ from: [NetworkPeer.namespace('web')] }),
      ),
    ),
    disruption: some(
      pick(
        Disruption.maxUnavailable(1),
        Disruption.minAvailable(2),
        Disruption.minAvailablePercent(50),
        Disruption.none(),
      ),
    ),
    spread: some(pick(Spread.soft(), Spread.hard(), Spread.none())),
    monitoring: some(
      pick(Monitoring.none(), Monitoring.serviceMonitor(), Monitoring.podMonitor(), Monitoring.annotations()),
    ),
    identity: some(
      pick(
        Identity.dedicated(),
        Identity.existing('mine'),
        Identity.eks({ roleArn: 'arn:aws:iam::123456789012:role/churn' }),
      ),
    ),
    config: some(pick({ LOG_LEVEL: 'INFO' }, { A: 'yes', B: '1e3', C: '0x1f' }, { 'bad-name': 'x' })),
    configFiles: some(pick({ 'a.yaml': 'x: 1\n' })),
    env: some(pick({ MODE: 'fast' }, { LOG_LEVEL: 'DEBUG' })),
    secrets: some(pick([credentials], [SecretSource.existing('tls', { keys: ['tls.key'], mountPath: '/tls' } as any)])),
    sidecars: some(pick([Sidecar.fluentd()], [Sidecar.custom({ name: 'proxy', image: 'registry.test/proxy:1' })])),
    cache: some(
      pick(
        CacheVolume.claim({ size: '10Gi' }),
        CacheVolume.claim({ size: '10Gi', access: VolumeAccess.READ_WRITE_ONCE }),
        CacheVolume.ephemeral({ sizeLimit: '5Gi' }),
      ),
    ),
    volumes: some(
      pick(
        [ExtraVolume.emptyDir({ mountPath: '/scratch', sizeLimit: '1Gi' })],
        [ExtraVolume.claim('data', { mountPath: '/data' })],
        [ExtraVolume.claim('data', { mountPath: '/tmp' })],
      ),
    ),
    sharedMemory: some(pick('1Gi', '64Mi')),
    security: some(pick(PodSecurity.restricted({ user: 10001 }), PodSecurity.imageUser())),
    tolerations: some(pick([{ key: 'dedicated', value: 'ml', effect: 'NoSchedule' }])),
    keepOldConfig: some(fc.boolean()),
  },
  { requiredKeys: ['image', 'server', 'compute'] },
) as fc.Arbitrary<ModelServiceProps>;
