import { Duration } from 'cdk8s';
import type fc from 'fast-check';
import {
  Autoscaling,
  CacheVolume,
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
  PodSecurity,
  Probe,
  Rollout,
  ScalingMetric,
  SecretSource,
  Sidecar,
  Spread,
  VerticalAutoscaling,
} from '../../../lib';
import { nearNumbers, nearQuantities, QUANTITY_FORMS } from './near';
import { type Row, service } from './row';

type Props = Partial<ModelServiceProps>;

/** No other number of a service is this one. */
const STAND_IN = 37;

const amount = (
  what: string,
  at: string,
  make: (value: string) => Props,
  more: Partial<Row<string>> = {},
): Row<string> => ({
  what,
  at,
  standIn: '123Mi',
  make: service(make),
  random: nearQuantities,
  always: QUANTITY_FORMS,
  ...more,
});

const count = (
  what: string,
  at: string,
  bounds: readonly number[],
  make: (value: number) => Props,
  more: Partial<Row<number>> = {},
): Row<number> => ({
  what,
  at,
  standIn: STAND_IN,
  make: service(make),
  random: nearNumbers(...bounds) as fc.Arbitrary<number>,
  ...more,
});

const onCpu = (options: object) => Autoscaling.onCpu({ minReplicas: 1, maxReplicas: 200, utilization: 70, ...options });
const seconds = (value: number) => Duration.millis(Math.min(value, 2 ** 33) * 1000);

/** Times: a Duration refuses to be negative by itself. */
const time: typeof count = (what, at, bounds, make, more) =>
  count(what, at, bounds, make, {
    random: nearNumbers(...bounds).map((n) => Math.abs(n)) as fc.Arbitrary<number>,
    ...more,
  });
const probe = (readiness: Probe) => ({ probes: { readiness } });
const METRICS = { server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }) };
const LLM = { server: ModelServer.vllm(), model: ModelSource.inImage('/models/m') };
const GPUS = { cpu: '4', memory: '64Gi', gpu: Gpu.nvidia() };

/** Quantities of a service. */
export const AMOUNT_ROWS: readonly Row[] = [
  amount('CPU', 'compute.cpu', (cpu) => ({ compute: { cpu, memory: '1Gi' } }), { standIn: '123m' }),
  amount('the limit of CPU', 'compute.cpuLimit', (cpuLimit) => ({ compute: { cpu: '1m', cpuLimit, memory: '1Gi' } }), {
    standIn: '123m',
  }),
  amount('memory', 'compute.memory', (memory) => ({ compute: { cpu: '1', memory } })),
  amount('the limit of memory', 'compute.memoryLimit', (memoryLimit) => ({
    compute: { cpu: '1', memory: '1Mi', memoryLimit },
  })),
  amount('disk', 'compute.ephemeralStorage', (ephemeralStorage) => ({
    compute: { cpu: '1', memory: '1Gi', ephemeralStorage },
  })),
  amount('the limit of disk', 'compute.ephemeralStorageLimit', (ephemeralStorageLimit) => ({
    compute: { cpu: '1', memory: '1Gi', ephemeralStorageLimit },
  })),
  amount('shared memory', 'sharedMemory', (sharedMemory) => ({ sharedMemory })),
  amount('an empty volume', 'volumes[0].sizeLimit', (sizeLimit) => ({
    volumes: [ExtraVolume.emptyDir({ mountPath: '/data', sizeLimit })],
  })),
  amount('the claim of a cache', 'cache.size', (size) => ({
    ...LLM,
    compute: GPUS,
    cache: CacheVolume.claim({ size }),
  })),
  amount('the memory of a sidecar', 'sidecars[0].compute.memory', (memory) => ({
    sidecars: [Sidecar.custom({ name: 'proxy', image: 'proxy:1', compute: { cpu: '50m', memory } })],
  })),
  amount('the target of a metric', 'autoscaling.metrics[0].averageValue', (value) => ({
    autoscaling: Autoscaling.onMetrics({ minReplicas: 1, maxReplicas: 3, metrics: [ScalingMetric.pods('m', value)] }),
  })),
  amount('the value of a metric', 'autoscaling.metrics[0].value', (value) => ({
    autoscaling: Autoscaling.onMetrics({
      minReplicas: 1,
      maxReplicas: 3,
      metrics: [ScalingMetric.external({ name: 'm', value })],
    }),
  })),
  amount('the least CPU of a VPA', 'verticalAutoscaling.minCpu', (minCpu) => ({
    verticalAutoscaling: VerticalAutoscaling.off({ minCpu }),
  })),
];

/** Numbers and times of a service. */
export const NUMBER_ROWS: readonly Row[] = [
  count('replicas', 'replicas', [0, 1], (replicas) => ({ replicas, disruption: Disruption.none() })),
  count('the fewest replicas', 'autoscaling.minReplicas', [0, 1], (minReplicas) => ({
    autoscaling: onCpu({ minReplicas, maxReplicas: 2 ** 31 - 1 }),
  })),
  count('the most replicas', 'autoscaling.maxReplicas', [0, 1], (maxReplicas) => ({
    autoscaling: onCpu({ maxReplicas }),
  })),
  count('utilization', 'autoscaling.utilization', [0, 1, 100], (utilization) => ({
    autoscaling: onCpu({ utilization }),
  })),
  time('a window of scaling', 'autoscaling.scaleDown.stabilization', [0, 3600], (n) => ({
    autoscaling: onCpu({ scaleDown: { stabilization: seconds(n) } }),
  })),
  time('a pace of scaling', 'autoscaling.scaleUp.period', [0, 1, 1800], (n) => ({
    autoscaling: onCpu({ scaleUp: { period: seconds(n), maxPods: 3 } }),
  })),
  count('a percentage of scaling', 'autoscaling.scaleUp.maxPercent', [0, 1], (maxPercent) => ({
    autoscaling: onCpu({ scaleUp: { maxPercent } }),
  })),
  count('pods of scaling', 'autoscaling.scaleUp.maxPods', [0, 1], (maxPods) => ({
    autoscaling: onCpu({ scaleUp: { maxPods } }),
  })),
  count(
    "a server's port",
    'server.port',
    [0, 1, 1024, 65535],
    (port) => ({
      server: ModelServer.http({ port, healthPath: '/health' }),
    }),
    { standIn: 12_345 },
  ),
  count("a Service's port", 'exposure.port', [0, 1, 65535], (port) => ({ exposure: Exposure.clusterIp({ port }) })),
  count(
    'a node port',
    'exposure.nodePort',
    [30_000, 32_767],
    (nodePort) => ({
      exposure: Exposure.nodePort({ nodePort }),
    }),
    { standIn: 31_234 },
  ),
  count('a port to call', 'access.egress[0].ports[0]', [0, 1, 65535], (port) => ({
    access: NetworkAccess.allow({ egress: [{ to: [NetworkPeer.cluster()], ports: [port] }] }),
  })),
  count('the port of a probe', 'probes.readiness.port', [0, 1, 65535], (port) => probe(Probe.grpc({ port }))),
  time('the pause of a probe', 'probes.readiness.period', [0, 1], (n) => ({
    probes: {
      readiness: Probe.http({ path: '/h', period: seconds(n), timeout: seconds(1), failureThreshold: 1 }),
      liveness: Probe.none(),
    },
  })),
  time('the patience of a probe', 'probes.readiness.timeout', [0, 1], (n) =>
    probe(Probe.http({ path: '/h', timeout: seconds(n) })),
  ),
  time('the delay of a probe', 'probes.readiness.initialDelay', [0, 1], (n) =>
    probe(Probe.http({ path: '/h', initialDelay: seconds(n) })),
  ),
  count('the failures of a probe', 'probes.readiness.failureThreshold', [0, 1], (failureThreshold) => ({
    probes: { readiness: Probe.http({ path: '/h', failureThreshold }), liveness: Probe.none() },
  })),
  count('a surge', 'rollout.maxSurge', [0, 1], (maxSurge) => ({
    rollout: Rollout.rolling({ maxSurge, maxUnavailable: 1 }),
  })),
  count('pods that may lack', 'rollout.maxUnavailable', [0, 1], (maxUnavailable) => ({
    rollout: Rollout.rolling({ maxSurge: 1, maxUnavailable }),
  })),
  count('a surge in percent', 'rollout.maxSurge', [0, 100], (maxSurge) => ({
    rollout: Rollout.rollingPercent({ maxSurge, maxUnavailable: 25 }),
  })),
  count('percent that may lack', 'rollout.maxUnavailable', [0, 100], (maxUnavailable) => ({
    rollout: Rollout.rollingPercent({ maxSurge: 25, maxUnavailable }),
  })),
  count('a history', 'rollout.revisionHistoryLimit', [0, 1], (revisionHistoryLimit) => ({
    rollout: Rollout.rolling({ revisionHistoryLimit }),
  })),
  time(
    'a deadline',
    'rollout.progressDeadline',
    [60, 900],
    (n) => ({
      rollout: Rollout.rolling({ progressDeadline: seconds(n) }),
      startup: Duration.seconds(10),
    }),
    { standIn: 1234 },
  ),
  time('the time to count as ready', 'rollout.minReady', [0, 1], (n) => ({
    rollout: Rollout.rolling({ minReady: seconds(n) }),
  })),
  time('the time to drain', 'drain', [0, 1, 5, 86_400], (n) => ({ drain: seconds(n) })),
  count('pods that a drain may take', 'disruption', [0, 1], (n) => ({ disruption: Disruption.maxUnavailable(n) })),
  count('percent that a drain may take', 'disruption', [0, 1, 100], (n) => ({
    disruption: Disruption.maxUnavailablePercent(n),
  })),
  count('pods that stay', 'disruption', [0, 1], (n) => ({ replicas: 200, disruption: Disruption.minAvailable(n) })),
  count('percent that stay', 'disruption', [0, 100], (n) => ({
    replicas: 200,
    disruption: Disruption.minAvailablePercent(n),
  })),
  count('the skew of a spread', 'spread.maxSkew', [0, 1], (maxSkew) => ({ spread: Spread.soft({ maxSkew }) })),
  count('the domains of a spread', 'spread.minDomains', [0, 1], (minDomains) => ({
    spread: Spread.hard({ minDomains }),
  })),
  count(
    'GPUs',
    'compute.gpu.count',
    [0, 1, 16],
    (n) => ({ ...LLM, server: ModelServer.http({ port: 8000 }), compute: { ...GPUS, gpu: Gpu.nvidia({ count: n }) } }),
    {
      standIn: 13,
    },
  ),
  count('a user', 'security.user', [0, 1, 2 ** 31 - 1], (user) => ({
    security: PodSecurity.relaxed({ reason: 'x', user }),
  })),
  count('a group', 'security.group', [0, 1, 2 ** 31 - 1], (group) => ({ security: PodSecurity.restricted({ group }) })),
  count("a server's user", 'server.user', [0, 1, 2 ** 31 - 1], (user) => ({
    server: ModelServer.http({ port: 8000, user }),
  })),
  count("a sidecar's user", 'sidecars[0].user', [0, 1, 2 ** 31 - 1], (user) => ({
    sidecars: [Sidecar.custom({ name: 'proxy', image: 'proxy:1', user })],
  })),
  count('the fewest replicas of a VPA', 'verticalAutoscaling.minReplicas', [0, 1], (minReplicas) => ({
    verticalAutoscaling: VerticalAutoscaling.recreate({ minReplicas }),
  })),
  time('the timeout of a route', 'exposure.timeout', [0, 1, 99_999], (n) => ({
    exposure: Exposure.httpRoute({ gateway: { name: 'g' }, timeout: seconds(n) }),
  })),
  time('the interval of a monitor', 'monitoring.interval', [0, 1], (n) => ({
    ...METRICS,
    monitoring: Monitoring.podMonitor({ interval: seconds(n) }),
  })),
  time('the refresh of a secret', 'secrets[0].refresh', [0, 1], (n) => ({
    secrets: [
      SecretSource.externalSecret({ name: 's', store: 's', data: [{ key: 'A', remoteKey: 'a' }], refresh: seconds(n) }),
    ],
  })),
];
