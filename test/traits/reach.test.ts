import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  Cloud,
  ClusterTarget,
  Exposure,
  ExternalTraffic,
  MlNamespace,
  ModelServer,
  ModelService,
  Monitoring,
  NetworkAccess,
  NetworkPeer,
} from '../../lib';
import { read } from '../contract/support/tree';
import { type Policy, reaches, type Source } from '../support/network-policy';

/** Everybody who may try to call the service. */
const SOURCES = {
  'a pod of its namespace': { namespace: 'ml', address: '10.0.0.1' },
  'a pod of web': { namespace: 'web', address: '10.0.0.2' },
  'a pod of gateways': { namespace: 'gateways', address: '10.0.0.3' },
  Prometheus: { namespace: 'monitoring', address: '10.0.0.4' },
  'another pod': { namespace: 'other', address: '10.0.0.5' },
  'a client of the source range': { address: '203.0.113.9' },
  'another client': { address: '198.51.100.7' },
  "Google's front end": { address: '35.191.3.3' },
} satisfies Record<string, Source>;

type Name = keyof typeof SOURCES;

const ALL = Object.keys(SOURCES) as Name[];
const PODS = ALL.filter((name) => 'namespace' in SOURCES[name]);

/** Ports of the server in every combination. */
const PORT = 8000;
const METRICS_PORT = 9090;

interface Case<Value> {
  readonly value?: Value;
  /** Who may call the server's port because of it. */
  readonly admits: readonly Name[];
}

const ACCESS: Record<string, Case<NetworkAccess> & { readonly addsExposure?: boolean }> = {
  default: { admits: ['a pod of its namespace'], addsExposure: true },
  'allow()': { value: NetworkAccess.allow(), admits: ['a pod of its namespace'], addsExposure: true },
  'allow({ from })': {
    value: NetworkAccess.allow({ from: [NetworkPeer.namespace('web')] }),
    admits: ['a pod of its namespace', 'a pod of web'],
    addsExposure: true,
  },
  'allow({ sameNamespace: false })': {
    value: NetworkAccess.allow({ sameNamespace: false }),
    admits: [],
    addsExposure: true,
  },
  'everyone()': { value: NetworkAccess.everyone(), admits: ALL },
  'nobody()': { value: NetworkAccess.nobody(), admits: [] },
};

const host = 'models.example.com';
const EXPOSURES: Record<string, Case<Exposure>> = {
  default: { admits: [] },
  clusterIp: { value: Exposure.clusterIp(), admits: [] },
  nodePort: { value: Exposure.nodePort(), admits: ALL },
  loadBalancer: { value: Exposure.loadBalancer(), admits: ALL },
  'loadBalancer with source ranges': {
    value: Exposure.loadBalancer({ sourceRanges: ['203.0.113.0/24'], externalTraffic: ExternalTraffic.LOCAL }),
    admits: ['a client of the source range'],
  },
  'ingress of nginx': { value: Exposure.ingress({ host, className: 'nginx' }), admits: PODS },
  'ingress of gce': { value: Exposure.ingress({ host, className: 'gce' }), admits: ["Google's front end"] },
  'ingress from': {
    value: Exposure.ingress({ host, className: 'nginx', from: [NetworkPeer.namespace('gateways')] }),
    admits: ['a pod of gateways'],
  },
  'ingress without a class': { value: Exposure.ingress({ host }), admits: [...PODS, "Google's front end"] },
  'httpRoute to a Gateway of its namespace': {
    value: Exposure.httpRoute({ gateway: { name: 'g' } }),
    admits: ['a pod of its namespace'],
  },
  'httpRoute to a Gateway elsewhere': {
    value: Exposure.httpRoute({ gateway: { name: 'g', namespace: 'gateways' } }),
    admits: ['a pod of gateways'],
  },
};

const MONITORING: Record<string, Monitoring | undefined> = {
  none: undefined,
  'pod monitor': Monitoring.podMonitor(),
  annotations: Monitoring.annotations(),
  'ServiceMonitor, where the Service has the port': Monitoring.serviceMonitor(),
};

const NAMESPACES: Record<string, (app: App) => Construct & { toJson(): unknown[] }> = {
  'a chart': (app) => new Chart(app, 'ml', { namespace: 'ml' }),
  'an MlNamespace': (app) => new MlNamespace(app, 'ml'),
};

/** Who reaches each port. */
interface Reach {
  readonly server: readonly Name[];
  readonly metrics: readonly Name[];
}

function reach(
  namespace: (app: App) => Construct & { toJson(): unknown[] },
  props: { access?: NetworkAccess; exposure?: Exposure; monitoring?: Monitoring },
): Reach {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { cloud: Cloud.GKE }).applyTo(app);
  const chart = namespace(app);
  new ModelService(chart, 'churn', {
    image: 'ghcr.io/your-org/churn:1.0.0',
    server: ModelServer.http({ port: PORT, healthPath: '/health', metricsPath: '/metrics', metricsPort: METRICS_PORT }),
    compute: { cpu: '1', memory: '1Gi', memoryLimit: '1Gi', cpuLimit: '1' },
    ...props,
  });
  const objects = chart.toJson() as any[];
  const policies: Policy[] = objects.filter(({ kind }) => kind === 'NetworkPolicy');
  const { labels } = objects.find(({ kind }) => kind === 'Deployment').spec.template.metadata;
  const who = (port: number) =>
    ALL.filter((name) => reaches(policies, SOURCES[name], { namespace: 'ml', labels }, port));
  return { server: who(PORT), metrics: who(METRICS_PORT) };
}

const sorted = (names: readonly Name[]) => ALL.filter((name) => names.includes(name));

const rows = Object.keys(NAMESPACES).flatMap((namespace) =>
  Object.keys(ACCESS).flatMap((access) =>
    Object.keys(EXPOSURES).flatMap((exposure) =>
      Object.keys(MONITORING).map((monitoring) => [namespace, access, exposure, monitoring] as const),
    ),
  ),
);

test.each(rows)('in %s with access %s, exposure %s and monitoring %s', (namespace, access, exposure, monitoring) => {
  const { value: accessValue, admits, addsExposure } = ACCESS[access]!;
  const { value: exposureValue, admits: needed } = EXPOSURES[exposure]!;
  const monitoringValue = MONITORING[monitoring];
  const run = () =>
    reach(NAMESPACES[namespace]!, { access: accessValue, exposure: exposureValue, monitoring: monitoringValue });
  const isOpen = exposureValue !== undefined && ['nodePort', 'loadBalancer'].some((type) => exposure.startsWith(type));
  if (access === 'nobody()' && needed.length > 0) expect(run).toThrow(/admits the callers of the exposure/);
  else if (monitoring.startsWith('ServiceMonitor') && isOpen) expect(run).toThrow(/Service with the metrics port/);
  else
    expect(run()).toEqual({
      server: sorted(addsExposure ? [...admits, ...needed] : admits),
      metrics: monitoringValue ? ['Prometheus'] : [],
    });
});

test('a workload without a policy of its own has those of its namespace', () => {
  const access = NetworkAccess.unmanaged();
  const [chart, namespace] = Object.values(NAMESPACES).map((place) => reach(place, { access }));
  expect(chart).toEqual({ server: ALL, metrics: ALL });
  expect(namespace).toEqual({ server: [], metrics: [] });
});

test('the page says the same', () => {
  const page = read('docs/exposure.md').replace(/\s+/g, ' ');
  for (const sentence of [
    'Pods of the workload’s namespace may call the server’s ports, unless `sameNamespace` is false.',
    'The callers that the exposure needs are added.',
    'Prometheus may call the metrics port where the workload is monitored; nobody else may.',
    '`NetworkAccess.everyone()` admits everyone to the server’s ports.',
    '`NetworkAccess.nobody()` admits nobody, except Prometheus. It is refused beside an exposure that needs callers.',
    '`NetworkAccess.unmanaged()` creates no policy: only the policies of the namespace apply.',
  ])
    expect(page).toContain(sentence.replace(/’/g, "'"));
});
