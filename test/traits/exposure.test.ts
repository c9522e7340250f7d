import { Duration } from 'cdk8s';
import { defaultExposure } from '../../lib/traits/exposure/definition';
import { Exposure } from '../../lib/traits/exposure/exposure';
import { ExternalTraffic } from '../../lib/traits/exposure/external-traffic';
import { NetworkPeer } from '../../lib/traits/network-access/network-peer';
import { Cloud, ClusterTarget } from '../../lib/values/cluster-target';
import { BARE, GKE, K133, plain, problemsOf, refuses, type Wrong } from './support';

const http = { name: 'http', port: 8000 };
const triton = [http, { name: 'grpc', port: 8001, appProtocol: 'grpc' }, { name: 'metrics', port: 8002 }];
const facts = { ports: [http], target: K133, serviceName: 'churn' };
const planOf = (exposure?: Exposure, context = {}) =>
  plain((exposure?._definition ?? defaultExposure).plan({ ...facts, ...context })) as any;
const on = (cloud: Cloud) => ClusterTarget.kubernetes('1.33', { cloud });
const service = (exposure?: Exposure, context = {}) => planOf(exposure, context).service;

describe('the Service', () => {
  test('is inside the cluster by default, on port 80', () => {
    expect(service()).toEqual({
      annotations: {},
      spec: { type: 'ClusterIP', ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }] },
    });
  });

  test('keeps the numbers of the further ports', () => {
    expect(service(Exposure.clusterIp({ port: 9000 }), { ports: triton }).spec.ports).toEqual([
      { name: 'http', port: 9000, targetPort: 'http', protocol: 'TCP' },
      { name: 'grpc', port: 8001, targetPort: 'grpc', protocol: 'TCP', appProtocol: 'grpc' },
      { name: 'metrics', port: 8002, targetPort: 'metrics', protocol: 'TCP' },
    ]);
  });

  test('does not show metrics to the world', () => {
    const names = (exposure: Exposure) =>
      service(exposure, { ports: triton, metricsPort: 'metrics' }).spec.ports.map((port: any) => port.name);
    expect(names(Exposure.loadBalancer())).toEqual(['http', 'grpc']);
    expect(names(Exposure.nodePort())).toEqual(['http', 'grpc']);
    expect(names(Exposure.clusterIp())).toEqual(['http', 'grpc', 'metrics']);
    // where clients and Prometheus share a port, it stays
    expect(service(Exposure.loadBalancer(), { metricsPort: 'http' }).spec.ports).toHaveLength(1);
  });

  test('opens a port of every node', () => {
    const { spec } = service(Exposure.nodePort({ port: 80, nodePort: 30001 }), { ports: triton });
    expect(spec.type).toBe('NodePort');
    expect(spec.ports.map((port: any) => port.nodePort)).toEqual([30001, undefined, undefined]);
  });

  test('asks the cloud for a load balancer', () => {
    const exposure = Exposure.loadBalancer({
      sourceRanges: ['203.0.113.0/24'],
      externalTraffic: ExternalTraffic.LOCAL,
      loadBalancerClass: 'service.k8s.aws/nlb',
      serviceAnnotations: { 'example.com/tier': 'gold' },
    });
    expect(service(exposure)).toMatchObject({
      annotations: { 'example.com/tier': 'gold' },
      spec: {
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        loadBalancerClass: 'service.k8s.aws/nlb',
        loadBalancerSourceRanges: ['203.0.113.0/24'],
      },
    });
    expect(service(Exposure.loadBalancer()).spec).not.toHaveProperty('externalTrafficPolicy');
  });
});

test('an Ingress leads a host and path to the Service by the name of its port', () => {
  const exposure = Exposure.ingress({
    host: 'models.example.com',
    path: '/churn',
    className: 'nginx',
    tlsSecret: 'tls',
  });
  const { route } = planOf(exposure);
  expect(route).toMatchObject({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' });
  // somebody else makes the certificate
  expect(route.annotations).toEqual({ 'cdk8s-ml.io/expects': 'Secret/tls' });
  expect(route.spec).toEqual({
    ingressClassName: 'nginx',
    tls: [{ hosts: ['models.example.com'], secretName: 'tls' }],
    rules: [
      {
        host: 'models.example.com',
        http: {
          paths: [
            {
              path: '/churn',
              pathType: 'Prefix',
              backend: { service: { name: 'churn', port: { name: 'http' } } },
            },
          ],
        },
      },
    ],
  });
  expect(service(exposure).spec.type).toBe('ClusterIP');
  expect(planOf(Exposure.clusterIp())).not.toHaveProperty('route');
});

test('an HTTPRoute hangs on a Gateway and leads to the Service by its port', () => {
  const gateway = { name: 'public', namespace: 'gateways', sectionName: 'https' };
  const exposure = Exposure.httpRoute({ gateway, hostnames: ['*.example.com'], timeout: Duration.minutes(5) });
  const { route } = planOf(exposure);
  expect(route).toMatchObject({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', annotations: {} });
  expect(route.spec).toEqual({
    parentRefs: [gateway],
    hostnames: ['*.example.com'],
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
        backendRefs: [{ name: 'churn', port: 80 }],
        timeouts: { request: '300s' },
      },
    ],
  });
});

describe('who must get through', () => {
  const peers = (exposure?: Exposure) => planOf(exposure).callers;
  const from = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
  const ingress = (className?: string) => Exposure.ingress({ host: 'a.example.com', className });

  test('nobody more for a Service inside the cluster', () => {
    expect(peers()).toEqual([]);
    expect(peers(Exposure.clusterIp())).toEqual([]);
  });

  test('everyone for what the world can reach', () => {
    expect(peers(Exposure.nodePort())).toBe('everyone');
    expect(peers(Exposure.loadBalancer())).toBe('everyone');
  });

  test('the source ranges only where pods see the address of the client', () => {
    const sourceRanges = ['203.0.113.0/24'];
    expect(peers(Exposure.loadBalancer({ sourceRanges }))).toBe('everyone');
    const local = Exposure.loadBalancer({ sourceRanges, externalTraffic: ExternalTraffic.LOCAL });
    // MetalLB keeps it, the load balancers of OpenStack and AWS do not
    expect(planOf(local).callers).toBe('everyone');
    expect(planOf(local, { target: on(Cloud.EKS) }).callers).toBe('everyone');
    for (const cloud of [Cloud.GKE, Cloud.AKS])
      expect(planOf(local, { target: on(cloud) }).callers).toEqual([{ ipBlock: { cidr: '203.0.113.0/24' } }]);
    const foreign = Exposure.loadBalancer({
      sourceRanges,
      externalTraffic: ExternalTraffic.LOCAL,
      loadBalancerClass: 'example.com/proxy',
    });
    expect(planOf(foreign, { target: on(Cloud.GKE) }).callers).toBe('everyone');
  });

  test('every pod of the cluster for an Ingress, unless its controller is outside or said', () => {
    expect(peers(ingress('alb'))).toBe('everyone');
    const annotations = { 'kubernetes.io/ingress.class': 'gce-internal' };
    expect(peers(Exposure.ingress({ host: 'a.example.com', annotations }))).toBe('everyone');
    expect(peers(ingress('gce'))).toEqual([
      { ipBlock: { cidr: '130.211.0.0/22' } },
      { ipBlock: { cidr: '35.191.0.0/16' } },
    ]);
    for (const className of [undefined, 'nginx', 'constructor', 'toString'])
      expect(peers(ingress(className))).toEqual([{ namespaceSelector: {} }]);
    const said = Exposure.ingress({ host: 'a.example.com', className: 'nginx', from: [NetworkPeer.namespace('edge')] });
    expect(peers(said)).toEqual([from('edge')]);
  });

  test('the namespace of the Gateway, where it is not said', () => {
    expect(peers(Exposure.httpRoute({ gateway: { name: 'g', namespace: 'gateways' } }))).toEqual([from('gateways')]);
    expect(peers(Exposure.httpRoute({ gateway: { name: 'g' } }))).toEqual([{ podSelector: {} }]);
    const said = Exposure.httpRoute({ gateway: { name: 'g' }, from: [NetworkPeer.namespace('envoy-gateway-system')] });
    expect(peers(said)).toEqual([from('envoy-gateway-system')]);
  });
});

test('knows what has to let go of a pod before it may end', () => {
  const isBehind = (exposure?: Exposure) => planOf(exposure).isBehindLoadBalancer;
  expect([isBehind(), isBehind(Exposure.clusterIp())]).toEqual([false, false]);
  const behind = [Exposure.loadBalancer(), Exposure.nodePort(), Exposure.ingress({ host: 'a.example.com' })];
  expect(behind.map(isBehind)).toEqual([true, true, true]);
});

describe('wrong inputs', () => {
  const wrong = (
    title: string,
    exposure: Exposure,
    prop: string,
    expected: RegExp,
    fix: RegExp,
    context = {},
  ): Wrong => [title, (check) => exposure._definition.check(check, { ...facts, ...context }), prop, expected, fix];
  const balanced = (more: object) => Exposure.loadBalancer(more);
  const ingress = (more: object) => Exposure.ingress({ host: 'a.example.com', ...more });
  const route = (more: object) => Exposure.httpRoute({ gateway: { name: 'g' }, ...more });
  refuses([
    wrong('a port beyond 65535', Exposure.clusterIp({ port: 70000 }), 'port', /1 to 65535/, /port number/),
    wrong("another port's number", Exposure.clusterIp({ port: 8001 }), 'port', /'grpc'/, /another/, { ports: triton }),
    wrong(
      'an illegal annotation',
      Exposure.clusterIp({ serviceAnnotations: { 'a b': 'c' } }),
      'serviceAnnotations.a b',
      /key/,
      /legal/,
    ),
    wrong('a node port out of range', Exposure.nodePort({ nodePort: 8080 }), 'nodePort', /30000 to 32767/, /range/),
    wrong(
      'an address for a range',
      balanced({ sourceRanges: ['203.0.113.7'] }),
      'sourceRanges[0]',
      /prefix/,
      /203\.0\.113\.7\/32/,
    ),
    wrong(
      'a prefix that is too long',
      balanced({ sourceRanges: ['10.0.0.0/33'] }),
      'sourceRanges[0]',
      /CIDR/,
      /10\.0\.0\.0\/8/,
    ),
    wrong('no range at all', balanced({ sourceRanges: [] }), 'sourceRanges', /at least one/, /leave it out/),
    wrong(
      'an internal one of no known cloud',
      balanced({ internal: true }),
      'internal',
      /with a cloud/,
      /OpenStack: service\.beta/,
    ),
    wrong('a host with a scheme', ingress({ host: 'https://a.example.com' }), 'host', /DNS name/, /host alone/),
    wrong('an address for a host', ingress({ host: '10.0.0.1' }), 'host', /not an address/, /host alone/),
    wrong('a path without its slash', ingress({ path: 'churn' }), 'path', /begins with \//, /predict/),
    wrong('an illegal TLS Secret', ingress({ tlsSecret: 'My_TLS' }), 'tlsSecret', /lower case/, /choose/),
    wrong('an illegal peer', ingress({ from: [NetworkPeer.namespace('A')] }), 'from[0]', /lower case/, /choose/),
    wrong('a wildcard in the middle', route({ hostnames: ['a.*.com'] }), 'hostnames[0]', /DNS name/, /host alone/),
    wrong('a 17th host', route({ hostnames: Array(17).fill('a.example.com') }), 'hostnames', /at most 16/, /pattern/),
    wrong('a path too long', route({ path: `/${'a'.repeat(1024)}` }), 'path', /at most 1024/, /shorter/),
    wrong('callers of nobody', ingress({ from: [] }), 'from', /at least one/, /leave it out/),
    wrong('callers of nobody for a route', route({ from: [] }), 'from', /at least one/, /leave it out/),
    wrong(
      'a class given twice',
      ingress({ className: 'nginx', annotations: { 'kubernetes.io/ingress.class': 'nginx' } }),
      'annotations.kubernetes.io/ingress.class',
      /beside className/,
      /one of the two/,
    ),
    wrong('a Gateway without a name', route({ gateway: { name: '' } }), 'gateway.name', /lower case/, /choose/),
    wrong('half a second', route({ timeout: Duration.millis(500) }), 'timeout', /whole seconds/, /no limit/),
    wrong('a Gateway API that is not there', route({}), '', /gateway\.networking\.k8s\.io\/v1/, /install/, {
      target: BARE,
    }),
  ]);

  test('accepts what is right', () => {
    const right = [
      Exposure.clusterIp(),
      Exposure.loadBalancer({ port: 80, sourceRanges: ['2001:db8::/32'] }),
      ingress({ host: '*.example.com', path: '/' }),
      route({ hostnames: ['*.example.com', 'a.example.com'], path: '/v1/models' }),
    ];
    for (const exposure of right) expect(problemsOf((check) => exposure._definition.check(check, facts))).toEqual([]);
    const longest = { hostnames: Array(16).fill('a.example.com'), path: `/${'a'.repeat(1023)}` };
    expect(problemsOf((check) => route(longest)._definition.check(check, facts))).toEqual([]);
    const internal = Exposure.loadBalancer({ internal: true });
    expect(problemsOf((check) => internal._definition.check(check, { ...facts, target: GKE }))).toEqual([]);
  });
});
