import { Duration } from 'cdk8s';
import {
  Autoscaling,
  CacheVolume,
  Exposure,
  Gpu,
  MlApp,
  MlNamespace,
  ModelServer,
  ModelSource,
  NetworkAccess,
  NetworkPeer,
  Probe,
  ScalingMetric,
  SecretSource,
} from '../../../lib';
import { manifestsOf, refusalOf } from '../../support/service';

/** What the API server refuses, found by asking it (test/cluster/grammar.test.ts), and what it takes. */
const from = (peer: NetworkPeer) => ({ access: NetworkAccess.allow({ from: [peer] }) });
const route = (path: string) => ({ exposure: Exposure.httpRoute({ gateway: { name: 'g' }, path }) });
const pods = (name: string) => ({
  autoscaling: Autoscaling.onMetrics({ minReplicas: 1, maxReplicas: 3, metrics: [ScalingMetric.pods(name, '5')] }),
});
const gpu = (name: string) => ({ compute: { cpu: '4', memory: '64Gi', gpu: Gpu.custom(name, 1) } });

test.each([
  ['bits beyond the prefix', from(NetworkPeer.cidr('10.0.0.1/8')), "write '10.0.0.0/8', or '10.0.0.1/32'"],
  ['a range written at length', from(NetworkPeer.cidr('2001:DB8:0:0::/32')), "write '2001:db8::/32'"],
  ['an address with zeros as host', { exposure: Exposure.ingress({ host: '010.0.0.1' }) }, 'a name, not an address'],
  ['an exception that lies outside', from(NetworkPeer.cidr('10.0.0.0/8', ['11.0.0.0/16'])), 'access.from[0].except[0]'],
  ['a way up in a route', route('/a/../b'), 'a path without /./ /../ and %2F'],
  ['a letter that no URL has', route('/é'), "write '/%C3%A9'"],
  ['a way up in an ingress', { exposure: Exposure.ingress({ host: 'a.example.com', path: '/a/.' }) }, 'exposure.path'],
  ['a host of 254 characters with its star', { exposure: Exposure.ingress({ host: `*.${'a.'.repeat(126)}` }) }, 'host'],
  ['a metric that is a way up', pods('..'), 'autoscaling.metrics[0].name'],
  ['a device that is called as quotas call it', gpu('requests.example.com/npu'), 'compute.gpu.resourceName'],
  ['a header with a dot', { probes: { readiness: Probe.http({ path: '/', headers: { 'X.Y': 'z' } }) } }, 'X.Y'],
  ['annotations of more than the server takes', { annotations: { a: 'x'.repeat(2 ** 18) } }, 'at most 255 KiB'],
  ['a variable too long for a ConfigMap', { config: { ['A'.repeat(254)]: 'x' } }, 'at most 253 characters'],
  ['seconds beyond 32 bits', { probes: { liveness: Probe.tcp({ timeout: Duration.days(30_000) }) } }, '2147483647'],
  ['a control character', { env: { A: 'a\x7f' } }, 'other control characters'],
  ['an exponent that the server counts on for minutes', { compute: { cpu: '1', memory: '1e9999999' } }, 'memory'],
])('%s', (_, props, said) => expect(refusalOf(props)).toContain(said));

test.each(['count/secrets', 'requests.example.com/npu'])('an entry of a quota is whole: %s', (name) => {
  const app = new MlApp({ outdir: 'unused' });
  const made = (id: string, amount: string) => () => new MlNamespace(app, id, { quota: { hard: { [name]: amount } } });
  expect(made('a', '0.5')).toThrow('a whole number');
  expect(made('b', '5')).not.toThrow();
});

test('an entry of a quota is a resource that there is', () => {
  const app = new MlApp({ outdir: 'unused' });
  const made = (id: string, name: string) => () => new MlNamespace(app, id, { quota: { hard: { [name]: '1' } } });
  expect(made('a', 'secretsa')).toThrow('the name of a resource');
  for (const [i, name] of ['secrets', 'hugepages-2Mi', 'count/a.b'].entries())
    expect(made(`b${i}`, name)).not.toThrow();
});

test('what the server takes, and means something, is taken', () => {
  const llm = {
    server: ModelServer.vllm(),
    compute: { cpu: '4', memory: '64Gi', gpu: Gpu.nvidia() },
    model: ModelSource.claim({ claimName: 'models', subPath: 'my models/churn' }),
    cache: CacheVolume.claim({ size: '10Gi', storageClass: '' }),
    annotations: { 'Example.com/a': 'x' },
    secrets: [
      SecretSource.externalSecret({
        name: 's',
        store: 's',
        data: [{ key: 'A', remoteKey: 'a' }],
        refresh: Duration.seconds(0),
      }),
    ],
    configFiles: { large: 'x'.repeat(2 ** 20) },
  };
  const objects = manifestsOf(llm).all();
  const spec = (kind: string) => objects.find((object) => object.kind === kind).spec;
  expect(spec('PersistentVolumeClaim').storageClassName).toBe('');
  expect(spec('ExternalSecret').refreshInterval).toBe('0s');
});
