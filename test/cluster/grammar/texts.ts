import fc from 'fast-check';
import {
  Autoscaling,
  Exposure,
  ExtraVolume,
  Gpu,
  GpuModel,
  HealthEndpoint,
  Identity,
  ModelServer,
  type ModelServiceProps,
  ModelSource,
  Monitoring,
  NetworkAccess,
  NetworkPeer,
  PodSecurity,
  Probe,
  ScalingMetric,
  SecretSource,
  Sidecar,
  Spread,
} from '../../../lib';
import { near } from './near';
import { type Row, service } from './row';

const KEYS = ['a', 'team', 'example.com/team', 'a.b_c-d', 'A1', 'x.y/Z_1'];
const key = fc.oneof(near(KEYS, 63), near(['example.com/a', 'a/b'], 253 + 2));
const value = near(['', 'a', 'v1.2_3-4', 'A', '0'], 63);
const variable = near(['A', 'LOG_LEVEL', '_x', 'a1', 'log-level', 'log.level'], 1024);
const file = near(['a', 'a.yaml', 'Model_1-2.txt', '.hidden', '..data', '...', 'a..b'], 253);
const path = near(['/', '/a', '/a/b', '/a/', '/var/lib/x-1', '/a//b', '/a/./b', '/a/../b', '/a b', 'C:\\a']);
const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', ' ', '$(A)', '$$(A)', '{{ x }}', 'no', '1e3', '\u{1f40d}', '\u202e', '\x7f', '\x85'),
);

type Make<T extends string> = (value: T) => Partial<ModelServiceProps>;

const row = (
  what: string,
  at: string,
  standIn: string,
  random: fc.Arbitrary<string>,
  make: Make<string>,
  more: Partial<Row<string>> = {},
): Row<string> => ({ what, at, standIn, random, make: service(make), ...more });

const probe = (readiness: Probe) => ({ probes: { readiness } });
const metric = (one: ScalingMetric) => ({
  autoscaling: Autoscaling.onMetrics({ minReplicas: 1, maxReplicas: 3, metrics: [one] }),
});
const from = (peer: NetworkPeer) => ({ access: NetworkAccess.allow({ from: [peer] }) });
const GPU = { cpu: '4', memory: '64Gi' };

/** Labels, annotations, variables, paths, and the rest of what a service says in words. */
export const TEXT_ROWS: readonly Row[] = [
  row('the key of a label', 'labels', 'stand-in', key, (k) => ({ labels: { [k]: 'x' } })),
  row('the value of a label', 'labels', 'stand-in', value, (v) => ({ labels: { team: v } })),
  row('the key of an annotation', 'annotations', 'stand-in', key, (k) => ({ annotations: { [k]: 'x' } })),
  row('the value of an annotation', 'annotations', 'stand-in', TEXT, (v) => ({ annotations: { a: v } }), {
    always: ['x'.repeat(2 ** 17), 'x'.repeat(2 ** 18 + 1)],
  }),
  row("the key of a pod's annotation", 'podAnnotations', 'stand-in', key, (k) => ({ podAnnotations: { [k]: 'x' } })),
  row("the value of a pod's annotation", 'podAnnotations', 'stand-in', TEXT, (v) => ({ podAnnotations: { a: v } }), {
    always: ['x'.repeat(2 ** 17), 'x'.repeat(2 ** 18 + 1)],
  }),
  row('the key of a node label', 'nodeSelector', 'stand-in', key, (k) => ({ nodeSelector: { [k]: 'x' } })),
  row('the value of a node label', 'nodeSelector', 'stand-in', value, (v) => ({ nodeSelector: { pool: v } })),
  row('the key of a taint', 'tolerations[0].key', 'stand-in', key, (k) => ({ tolerations: [{ key: k }] })),
  row('the value of a taint', 'tolerations[0].value', 'stand-in', value, (v) => ({
    tolerations: [{ key: 'dedicated', value: v }],
  })),
  row(
    'the effect of a taint',
    'tolerations[0].effect',
    'NoSchedule',
    near(['NoSchedule', 'NoExecute', '']),
    (effect) => ({
      tolerations: [{ key: 'dedicated', effect }],
    }),
  ),
  row('a topology key', 'spread.topologyKeys[0]', 'stand-in', key, (k) => ({
    spread: Spread.soft({ topologyKeys: [k] }),
  })),
  row('a variable', 'env', 'STAND_IN', variable, (name) => ({ env: { [name]: 'x' } })),
  row('a variable of the config', 'config', 'STAND_IN', variable, (name) => ({ config: { [name]: 'x' } })),
  row('a variable of the server', 'server.env', 'STAND_IN', variable, (name) => ({
    server: ModelServer.http({ port: 8000, env: { [name]: 'x' } }),
  })),
  row('a variable of a sidecar', 'sidecars[0].env', 'STAND_IN', variable, (name) => ({
    sidecars: [Sidecar.custom({ name: 'proxy', image: 'proxy:1', env: { [name]: 'x' } })],
  })),
  row('a variable of a secret', 'secrets[0].env', 'STAND_IN', variable, (name) => ({
    secrets: [SecretSource.existing('s', { env: { [name]: 'k' } })],
  })),
  row('the value of a variable', 'env', 'stand-in', TEXT, (v) => ({ env: { MODE: v } })),
  row('the value of config', 'config', 'stand-in', TEXT, (v) => ({ config: { MODE: v } })),
  row('a file of config', 'configFiles', 'stand-in', file, (name) => ({ configFiles: { [name]: 'x' } })),
  row('the text of a file', 'configFiles', 'stand-in', TEXT, (v) => ({ configFiles: { a: v } }), {
    always: ['x'.repeat(2 ** 20 - 1), 'x'.repeat(2 ** 20)],
  }),
  row('a file of a sidecar', 'sidecars[0].configFiles', 'stand-in', file, (name) => ({
    sidecars: [Sidecar.custom({ name: 'proxy', image: 'proxy:1', configFiles: { [name]: 'x' } })],
  })),
  row('a key of a secret, as a variable', 'secrets[0].env', 'stand-in', file, (k) => ({
    secrets: [SecretSource.existing('s', { env: { TOKEN: k } })],
  })),
  row('a key of a secret, as a file', 'secrets[0].keys[0]', 'stand-in', file, (k) => ({
    secrets: [SecretSource.existing('s', { keys: [k], mountPath: '/s' })],
  })),
  row('an argument', 'server.args[0]', 'stand-in', TEXT, (v) => ({
    server: ModelServer.http({ port: 8000, args: [v] }),
  })),
  row('a program', 'server.command', 'stand-in', TEXT, (v) => ({
    server: ModelServer.http({ port: 8000, command: [v] }),
  })),
  row(
    'an image',
    'image',
    'registry.test/stand-in:1',
    near(['churn:1', 'registry.test:5000/a/b:v1', `a@sha256:${'0'.repeat(64)}`, 'a/b_c:1', 'churn:latest', 'churn']),
    (image) => ({ image }),
  ),
  row('where a volume is mounted', 'volumes[0].mountPath', '/stand-in', path, (mountPath) => ({
    volumes: [ExtraVolume.claim('c', { mountPath })],
  })),
  row(
    'the part of a volume',
    'volumes[0].subPath',
    'stand-in',
    near(['a', 'a/b', 'a/', 'a b', '.', './a', '..', '../a', 'a/../b', 'a..b', '/a', '']),
    (subPath) => ({ volumes: [ExtraVolume.claim('c', { mountPath: '/data', subPath })] }),
  ),
  row(
    "the part of a model's claim",
    'model.subPath',
    'stand-in',
    near(['a', 'a/b', 'a b', '..', 'a/../b', '/a', '']),
    (subPath) => ({
      model: ModelSource.claim({ claimName: 'c', subPath }),
    }),
  ),
  row("a model's folder", 'model.mountPath', '/stand-in', path, (mountPath) => ({
    model: ModelSource.claim({ claimName: 'c', mountPath }),
  })),
  row('the folder of config', 'configPath', '/stand-in', path, (configPath) => ({
    configFiles: { a: 'x' },
    configPath,
  })),
  row('the folder of a secret', 'secrets[0].mountPath', '/stand-in', path, (mountPath) => ({
    secrets: [SecretSource.existing('s', { keys: ['k'], mountPath })],
  })),
  row('a folder that is written', 'server.writablePaths[0]', '/stand-in', path, (one) => ({
    server: ModelServer.http({ port: 8000, writablePaths: [one] }),
  })),
  row('a folder that a sidecar writes', 'sidecars[0].writablePaths[0]', '/stand-in', path, (one) => ({
    sidecars: [Sidecar.custom({ name: 'proxy', image: 'proxy:1', writablePaths: [one] })],
  })),
  row('the path of a probe', 'probes.readiness.path', '/stand-in', path, (p) => probe(Probe.http({ path: p }))),
  row('the path of health', 'server.healthPath', '/stand-in', path, (healthPath) => ({
    server: ModelServer.http({ port: 8000, healthPath }),
  })),
  row(
    "a probe's header",
    'probes.readiness.headers',
    'X-Stand-In',
    near(['X-Y', 'accept', 'a_b', '1', 'X~Y', "x'y"]),
    (name) => probe(Probe.http({ path: '/h', headers: { [name]: 'x' } })),
  ),
  row("a probe's header's value", 'probes.readiness.headers', 'stand-in', TEXT, (v) =>
    probe(Probe.http({ path: '/h', headers: { Accept: v } })),
  ),
  row("a probe's program", 'probes.readiness.command', 'stand-in', TEXT, (v) => probe(Probe.exec({ command: [v] }))),
  row(
    'a host',
    'exposure.host',
    'stand-in.example.com',
    near(['a.example.com', '*.example.com', 'localhost', '10.0.0.1', '::1', 'a.b:80'], 253),
    (host) => ({
      exposure: Exposure.ingress({ host }),
    }),
  ),
  row('the path of an ingress', 'exposure.path', '/stand-in', path, (p) => ({
    exposure: Exposure.ingress({ host: 'a.example.com', path: p }),
  })),
  row(
    'a host of a route',
    'exposure.hostnames[0]',
    'stand-in.example.com',
    near(['a.example.com', '*.example.com', 'localhost', '10.0.0.1', '*'], 253),
    (host) => ({ exposure: Exposure.httpRoute({ gateway: { name: 'g' }, hostnames: [host] }) }),
  ),
  row('the path of a route', 'exposure.path', '/stand-in', path, (p) => ({
    exposure: Exposure.httpRoute({ gateway: { name: 'g' }, path: p }),
  })),
  ...(['ingress', 'httpRoute', 'clusterIp'] as const).map((kind) => {
    const of = {
      ingress: (a: Record<string, string>) => Exposure.ingress({ host: 'a.example.com', annotations: a }),
      httpRoute: (a: Record<string, string>) => Exposure.httpRoute({ gateway: { name: 'g' }, annotations: a }),
      clusterIp: (a: Record<string, string>) => Exposure.clusterIp({ serviceAnnotations: a }),
    }[kind];
    return row(`an annotation of ${kind}`, 'exposure', 'stand-in', key, (k) => ({ exposure: of({ [k]: 'x' }) }));
  }),
  row('a class of load balancers', 'exposure.loadBalancerClass', 'stand-in', key, (loadBalancerClass) => ({
    exposure: Exposure.loadBalancer({ loadBalancerClass }),
  })),
  row('a protocol', 'server.ports[0].appProtocol', 'stand-in', key, (appProtocol) => ({
    server: ModelServer.custom({
      name: 'own',
      ports: [{ name: 'http', port: 8000, appProtocol }],
      readiness: HealthEndpoint.tcp('http'),
    }),
  })),
  row('addresses that may reach a load balancer', 'exposure.sourceRanges[0]', '198.51.100.0/24', CIDRS(), (range) => ({
    exposure: Exposure.loadBalancer({ sourceRanges: [range] }),
  })),
  row('addresses of a peer', 'access.from[0]', '198.51.100.0/24', CIDRS(), (range) => from(NetworkPeer.cidr(range))),
  row('addresses left out of a peer', 'access.from[0].except[0]', '198.51.100.0/24', CIDRS(), (range) =>
    from(NetworkPeer.cidr('0.0.0.0/0', [range])),
  ),
  row('the label of a peer', 'access.from[0].labels', 'stand-in', key, (k) =>
    from(NetworkPeer.pods({ labels: { [k]: 'x' } })),
  ),
  row("the label's value of a peer", 'access.from[0]', 'stand-in', value, (v) =>
    from(NetworkPeer.namespacesWith({ team: v })),
  ),
  row('the namespace of a peer', 'access.from[0]', 'stand-in', near(['a', 'a-b', '0'], 63), (name) =>
    from(NetworkPeer.namespace(name)),
  ),
  row(
    'a metric of pods',
    'autoscaling.metrics[0].name',
    'stand-in',
    near(['requests_per_second', 'a.b', 'vllm:queue', 'a|b', '.', '..'], 253),
    (name) => metric(ScalingMetric.pods(name, '5')),
  ),
  row(
    'a metric from outside',
    'autoscaling.metrics[0].name',
    'stand-in',
    near(['queue', 'a.b', 's0-kafka', 'a/b', '%'], 253),
    (name) => metric(ScalingMetric.external({ name, value: '5' })),
  ),
  row('the label of a metric', 'autoscaling.metrics[0].labels', 'stand-in', key, (k) =>
    metric(ScalingMetric.pods('m', '5', { [k]: 'x' })),
  ),
  row(
    'the container of a metric',
    'autoscaling.metrics[0].container',
    'stand-in',
    near(['server', 'a-b'], 63),
    (name) => metric(ScalingMetric.containerCpu(50, name)),
  ),
  row(
    'the kind of a measured object',
    'autoscaling.metrics[0].objectKind',
    'StandIn',
    near(['Ingress', 'Service', 'A1']),
    (objectKind) =>
      metric(ScalingMetric.object({ name: 'm', value: '5', objectApiVersion: 'v1', objectKind, objectName: 'a' })),
  ),
  row(
    'the version of a measured object',
    'autoscaling.metrics[0].objectApiVersion',
    'stand-in/v1',
    near(['v1', 'apps/v1', 'networking.k8s.io/v1', 'a/b/c']),
    (objectApiVersion) =>
      metric(ScalingMetric.object({ name: 'm', value: '5', objectApiVersion, objectKind: 'A', objectName: 'a' })),
  ),
  row(
    'the name of a measured object',
    'autoscaling.metrics[0].objectName',
    'stand-in',
    near(['a', 'a.b', 'A'], 253),
    (objectName) =>
      metric(ScalingMetric.object({ name: 'm', value: '5', objectApiVersion: 'v1', objectKind: 'A', objectName })),
  ),
  row('an annotation of the account', 'identity.annotations', 'stand-in', key, (k) => ({
    identity: Identity.dedicated({ annotations: { [k]: 'x' } }),
  })),
  row(
    'a role of AWS',
    'identity.roleArn',
    'arn:aws:iam::123456789012:role/stand-in',
    near(['arn:aws:iam::123456789012:role/a', 'arn:aws-cn:iam::123456789012:role/p/a']),
    (roleArn) => ({
      identity: Identity.eks({ roleArn }),
    }),
  ),
  row(
    'an account of Google',
    'identity.gcpServiceAccount',
    'stand-in@project.iam.gserviceaccount.com',
    near(['my-account@project.iam.gserviceaccount.com', '123-compute@developer.gserviceaccount.com']),
    (gcpServiceAccount) => ({
      identity: Identity.gke({ gcpServiceAccount }),
    }),
  ),
  row(
    'a client of Azure',
    'identity.clientId',
    '12345678-1234-1234-1234-123456789abc',
    near(['12345678-1234-1234-1234-123456789abc']),
    (clientId) => ({
      identity: Identity.aks({ clientId }),
    }),
  ),
  row(
    'a kind of device',
    'compute.gpu.resourceName',
    'example.com/stand-in',
    near(['example.com/npu', 'a/b', 'gpu', 'kubernetes.io/gpu', 'requests.example.com/gpu', 'hugepages-2Mi'], 65),
    (name) => ({
      compute: { ...GPU, gpu: Gpu.custom(name, 1) },
    }),
  ),
  row('a label of GPU nodes', 'compute.gpu.model.productLabels', 'stand-in', value, (v) => ({
    compute: { ...GPU, gpu: Gpu.nvidia({ model: GpuModel.custom({ name: 'X', memoryGib: 8, productLabels: [v] }) }) },
  })),
  row(
    'a capability',
    'security.capabilities[0]',
    'STAND_IN',
    near(['IPC_LOCK', 'CAP_SYS_PTRACE', 'sys_nice', 'BPF']),
    (name) => ({
      security: PodSecurity.relaxed({ reason: 'needs it', capabilities: [name] }),
    }),
  ),
  row('the label of a monitor', 'monitoring.labels', 'stand-in', key, (k) => ({
    server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }),
    monitoring: Monitoring.podMonitor({ labels: { [k]: 'x' } }),
  })),
  row('the entry of a store', 'secrets[0].data[0].remoteKey', 'stand-in', TEXT, (remoteKey) => ({
    secrets: [SecretSource.externalSecret({ name: 's', store: 's', data: [{ key: 'A', remoteKey }] })],
  })),
];

function CIDRS(): fc.Arbitrary<string> {
  const octet = fc.constantFrom(0, 1, 10, 192, 255, 256, '01', '');
  const v4 = fc
    .tuple(fc.tuple(octet, octet, octet, octet), fc.constantFrom(0, 8, 24, 31, 32, 33, '08', ''))
    .map(([parts, bits]) => `${parts.join('.')}/${bits}`);
  return fc.oneof(
    v4,
    near([
      '10.0.0.0/8',
      '10.0.0.1/8',
      '0.0.0.0/0',
      '10.0.0.1',
      '::/0',
      '2001:db8::/32',
      '2001:db8::1/64',
      '::ffff:10.0.0.0/104',
      'fe80::1%eth0/64',
      '10.0.0.0/08',
      'fd00::/129',
    ]),
  );
}
