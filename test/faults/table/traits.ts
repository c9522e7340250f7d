import { Duration } from 'cdk8s';
import {
  Autoscaling,
  CacheVolume,
  ClusterTarget,
  type CustomSidecarOptions,
  Disruption,
  Exposure,
  ExtraVolume,
  Gpu,
  ModelServer,
  type ModelServiceProps,
  ModelSource,
  Monitoring,
  NetworkAccess,
  NetworkPeer,
  Probe,
  Rollout,
  ScalingMetric,
  Sidecar,
  Spread,
  type UtilizationAutoscalingOptions,
  VerticalAutoscaling,
  VolumeAccess,
} from '../../../lib';
import { type Rows, service } from './rows';

const cpu = Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 4, utilization: 70 });

const onCpu = (options: Partial<UtilizationAutoscalingOptions>) =>
  service({ autoscaling: Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 4, utilization: 70, ...options }) });

const metrics = (given: ScalingMetric[]) =>
  service({ autoscaling: Autoscaling.onMetrics({ minReplicas: 2, maxReplicas: 4, metrics: given }) });

const from = (peer: NetworkPeer) => service({ access: NetworkAccess.allow({ from: [peer] }) });

const monitored = (monitoring: Monitoring) =>
  service({ monitoring, server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }) });

const cached = (cache: CacheVolume, props: Partial<ModelServiceProps> = {}) =>
  service({
    cache,
    server: ModelServer.vllm(),
    compute: { cpu: '4', memory: '64Gi', gpu: Gpu.nvidia() },
    model: ModelSource.huggingFace({ repository: 'org/model', revision: 'a'.repeat(40), size: '15Gi' }),
    ...props,
  });

const sidecar = (options: Partial<CustomSidecarOptions>) =>
  service({ sidecars: [Sidecar.custom({ name: 'proxy', image: 'proxy:1', ...options })] });

/** What can be wrong in how a model service is operated. */
export const TRAITS: Rows = {
  'autoscaling upside down': onCpu({ minReplicas: 5, maxReplicas: 2 }),
  'autoscaling to nothing': onCpu({ minReplicas: 0 }),
  'half a replica at least': onCpu({ minReplicas: 1.5 }),
  'no utilization': onCpu({ utilization: 0 }),
  'utilization as a part': onCpu({ utilization: 0.7 }),
  'utilization in quotes': onCpu({ utilization: '70' as any }),
  'first replicas out of bounds': onCpu({ initialReplicas: 9 }),
  'no metrics': metrics([]),
  'one metric twice': metrics([ScalingMetric.cpu(50), ScalingMetric.cpu(60)]),
  'a metric with a colon': metrics([ScalingMetric.pods('vllm:queue', '5')]),
  'a metric without a target': metrics([ScalingMetric.external({ name: 'queue' })]),
  'a metric with two targets': metrics([ScalingMetric.external({ name: 'queue', value: '5', averageValue: '5' })]),
  'a target that is no quantity': metrics([ScalingMetric.pods('queue', 'five')]),
  'a target of zero': metrics([ScalingMetric.pods('queue', '0')]),
  'a metric of an illegal label': metrics([ScalingMetric.pods('queue', '5', { 'a b': 'c' })]),
  'a metric of a container with capitals': metrics([ScalingMetric.containerCpu(50, 'Server')]),
  'an object of no kind': metrics([
    ScalingMetric.object({ name: 'q', value: '5', objectApiVersion: 'v1', objectKind: '', objectName: 'a' }),
  ]),
  'an object of no version': metrics([
    ScalingMetric.object({
      name: 'q',
      value: '5',
      objectApiVersion: 'networking',
      objectKind: 'Ingress',
      objectName: 'a',
    }),
  ]),
  'a pace over two hours': onCpu({ scaleDown: { maxPods: 1, period: Duration.hours(2) } }),
  'a pace of no pods': onCpu({ scaleUp: { maxPods: 0 } }),
  'a window over two hours': onCpu({ scaleDown: { stabilization: Duration.hours(2) } }),
  'a tolerance that the cluster does not know': onCpu({ scaleUp: { tolerancePercent: 5 } }),
  'a VPA without its API': service(
    { verticalAutoscaling: VerticalAutoscaling.off() },
    ClusterTarget.kubernetes('1.33', { apis: ['v1'] }),
  ),
  'an HPA and a VPA on one resource': service({
    autoscaling: cpu,
    verticalAutoscaling: VerticalAutoscaling.recreate(),
  }),
  'bounds of a VPA upside down': service({
    verticalAutoscaling: VerticalAutoscaling.recreate({ minCpu: '2', maxCpu: '1' }),
  }),
  'a VPA of no resources': service({ verticalAutoscaling: VerticalAutoscaling.recreate({ resources: [] }) }),
  'a rollout that cannot move': service({ rollout: Rollout.rolling({ maxSurge: 0, maxUnavailable: 0 }) }),
  'a surge below zero': service({ rollout: Rollout.rolling({ maxSurge: -1 }) }),
  'more than all pods at once': service({ rollout: Rollout.rollingPercent({ maxSurge: 25, maxUnavailable: 150 }) }),
  'a deadline before the model is loaded': service({
    startup: Duration.minutes(30),
    rollout: Rollout.rolling({ progressDeadline: Duration.minutes(5) }),
  }),
  'a history below zero': service({ rollout: Rollout.recreate({ revisionHistoryLimit: -1 }) }),
  "a Service's port of zero": service({ exposure: Exposure.clusterIp({ port: 0 }) }),
  'a node port out of its range': service({ exposure: Exposure.nodePort({ nodePort: 80 }) }),
  'a load balancer for nobody': service({ exposure: Exposure.loadBalancer({ sourceRanges: [] }) }),
  'an address without a prefix': service({ exposure: Exposure.loadBalancer({ sourceRanges: ['10.0.0.1'] }) }),
  "an internal load balancer of nobody's cloud": service({ exposure: Exposure.loadBalancer({ internal: true }) }),
  'a URL as host': service({ exposure: Exposure.ingress({ host: 'https://a.example.com' }) }),
  'an address as host': service({ exposure: Exposure.ingress({ host: '10.0.0.1' }) }),
  'a path without a slash': service({ exposure: Exposure.ingress({ host: 'a.example.com', path: 'predict' }) }),
  'an ingress class with a space': service({
    exposure: Exposure.ingress({ host: 'a.example.com', className: 'my class' }),
  }),
  'a TLS Secret in capitals': service({ exposure: Exposure.ingress({ host: 'a.example.com', tlsSecret: 'TLS' }) }),
  'a Gateway without a name': service({ exposure: Exposure.httpRoute({ gateway: { name: '' } }) }),
  'a host of a route with a port': service({
    exposure: Exposure.httpRoute({ gateway: { name: 'g' }, hostnames: ['a.example.com:443'] }),
  }),
  'a timeout of half a second': service({
    exposure: Exposure.httpRoute({ gateway: { name: 'g' }, timeout: Duration.millis(500) }),
  }),
  'a route without its API': service(
    { exposure: Exposure.httpRoute({ gateway: { name: 'g' } }) },
    ClusterTarget.kubernetes('1.33', { apis: ['v1'] }),
  ),
  'an annotation of the Service with a space': service({
    exposure: Exposure.clusterIp({ serviceAnnotations: { 'a b': 'c' } }),
  }),
  'a caller without labels': from(NetworkPeer.pods({ labels: {} })),
  'a namespace that is none': from(NetworkPeer.namespace('Web_Apps')),
  'a range that is none': from(NetworkPeer.cidr('10.0.0.0/33')),
  'an exception that is none': from(NetworkPeer.cidr('10.0.0.0/8', ['10.1'])),
  'namespaces with an illegal label': from(NetworkPeer.namespacesWith({ team: 'a b' })),
  'a peer that is a name': from('web' as any),
  'a port to call of zero': service({
    access: NetworkAccess.allow({ egress: [{ to: [NetworkPeer.cluster()], ports: [0] }] }),
  }),
  'a call to nobody': service({ access: NetworkAccess.allow({ egress: [{ to: [] }] }) }),
  'a budget that stops every drain': service({ replicas: 2, disruption: Disruption.minAvailable(2) }),
  'a budget of no pods': service({ disruption: Disruption.maxUnavailable(0) }),
  'a budget of more than all': service({ disruption: Disruption.minAvailablePercent(101) }),
  'a spread over nothing': service({ spread: Spread.soft({ topologyKeys: [] }) }),
  'a spread without a difference': service({ spread: Spread.soft({ maxSkew: 0 }) }),
  'a spread over no domains': service({ spread: Spread.hard({ minDomains: 0 }) }),
  'a topology key with a space': service({ spread: Spread.soft({ topologyKeys: ['my zone'] }) }),
  'metrics of a server that has none': service({ monitoring: Monitoring.serviceMonitor() }),
  'a scrape that takes longer than its interval': monitored(
    Monitoring.serviceMonitor({ interval: Duration.seconds(10), scrapeTimeout: Duration.seconds(20) }),
  ),
  'a monitor with an illegal label': monitored(Monitoring.podMonitor({ labels: { release: 'a b' } })),
  'Prometheus in no namespace': monitored(Monitoring.annotations({ prometheusNamespace: '' })),
  'a cache for a server that has none': service({ cache: CacheVolume.claim({ size: '10Gi' }) }),
  'a cache without a unit': cached(CacheVolume.claim({ size: '10' })),
  'a cache of one node for two pods': cached(
    CacheVolume.claim({ size: '10Gi', access: VolumeAccess.READ_WRITE_ONCE }),
    { replicas: 2 },
  ),
  'an existing cache with capitals': cached(CacheVolume.existingClaim('Cache')),
  'two volumes on one path': service({
    volumes: [ExtraVolume.claim('a', { mountPath: '/data' }), ExtraVolume.claim('b', { mountPath: '/data' })],
  }),
  'a volume on a relative path': service({ volumes: [ExtraVolume.claim('a', { mountPath: 'data' })] }),
  'a file out of its volume': service({
    volumes: [ExtraVolume.configMap('a', { mountPath: '/data', subPath: '../x' })],
  }),
  'an empty volume without bytes': service({
    volumes: [ExtraVolume.emptyDir({ mountPath: '/data', sizeLimit: 'big' })],
  }),
  'a ConfigMap that is written to': service({
    volumes: [ExtraVolume.configMap('a', { mountPath: '/data', readOnly: false })],
  }),
  'an image as a volume where it cannot be': service({
    volumes: [ExtraVolume.image('registry.test/data:1', { mountPath: '/data' })],
  }),
  'a sidecar in capitals': sidecar({ name: 'Proxy' }),
  'a sidecar of a floating image': sidecar({ image: 'proxy:latest' }),
  'a sidecar as root': sidecar({ user: 0 }),
  'a sidecar with a secret': sidecar({ env: { API_KEY: '0a1b2c3d4e5f6a7b8c9d0e1f' } }),
  'a sidecar with a GPU': sidecar({ compute: { cpu: '1', memory: '1Gi', gpu: Gpu.nvidia() } }),
  'a sidecar with a path as file name': sidecar({ configFiles: { 'a/b': 'x' } }),
  'a sidecar on the port of the server': sidecar({ ports: [{ name: 'proxy', port: 8000 }] }),
  'a sidecar that opens one port twice': sidecar({
    ports: [
      { name: 'one', port: 9000 },
      { name: 'two', port: 9000 },
    ],
  }),
  'a sidecar with a port in capitals': sidecar({ ports: [{ name: 'Proxy', port: 9000 }] }),
  'a sidecar with a mount of a volume that is not there': sidecar({ mounts: [{ volume: 'nothing', mountPath: '/x' }] }),
  'a sidecar with two things at one path': sidecar({ writablePaths: ['/x'], sharedPath: '/x' }),
  'logs to a port of nobody': service({ sidecars: [Sidecar.fluentd({ forwardPort: 24224 })] }),
  'logs of a pattern with a space': service({ sidecars: [Sidecar.fluentd({ pattern: '*.log *.txt' })] }),
  'a config and a tag that it replaces': service({ sidecars: [Sidecar.fluentd({ config: '<source>\n', tag: 'x' })] }),
  'a probe that never fails': service({ probes: { readiness: Probe.http({ path: '/health', failureThreshold: 0 }) } }),
  'a probe without a pause': service({ probes: { liveness: Probe.tcp({ period: Duration.seconds(0) }) } }),
  'a probe of half a second': service({ probes: { liveness: Probe.tcp({ timeout: Duration.millis(500) }) } }),
  'a probe of a relative path': service({ probes: { readiness: Probe.http({ path: 'health' }) } }),
  "a probe's header with a space": service({
    probes: { readiness: Probe.http({ path: '/h', headers: { 'X Y': 'z' } }) },
  }),
  'a probe without a command': service({ probes: { startup: Probe.exec({ command: [] }) } }),
  'a probe of a port that cannot be': service({ probes: { readiness: Probe.grpc({ port: 70000 }) } }),
};
