import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Manifests,
  MlNamespace,
  ModelServer,
  ModelService,
  ModelSource,
  Monitoring,
  NetworkAccess,
} from '../../../lib';
import { MINIMAL } from '../../support/service';
import { CronContainer } from '../../support/toy/cron-container';

const SELECTOR = { 'app.kubernetes.io/component': 'model-server', 'app.kubernetes.io/name': 'model' };
const named = (namespace: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': namespace } });

/** Two namespaces of one app. */
function app() {
  const root = new App();
  const [serving, web] = ['serving', 'web'].map((name) => new Chart(root, name, { namespace: name }));
  return { root, serving, web };
}

/** Policies of a chart beside those of the workloads themselves, by name. */
function added(chart: Chart): Map<string, any> {
  const policies = Manifests.fromChart(chart).ofKind('NetworkPolicy');
  return new Map(
    policies.map(({ metadata, spec }) => [metadata.name, spec] as const).filter(([name]) => /-from-/.test(name)),
  );
}

test('a workload of another namespace: a policy beside the own one', () => {
  const { serving, web } = app();
  const model = new ModelService(serving, 'model', MINIMAL);
  const before = Manifests.fromChart(serving).yaml();
  model.allowFrom(new ModelService(web, 'front', MINIMAL));
  expect([...added(serving)]).toEqual([
    [
      'model-from-web-front',
      {
        podSelector: { matchLabels: SELECTOR },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              {
                namespaceSelector: named('web'),
                podSelector: { matchLabels: { ...SELECTOR, 'app.kubernetes.io/name': 'front' } },
              },
            ],
            ports: [{ protocol: 'TCP', port: 8000 }],
          },
        ],
      },
    ],
  ]);
  // what was made before is as it was
  expect(Manifests.fromChart(serving).yaml()).toContain(before.trimEnd());
});

test('a workload of the same namespace, which the own policy admits: nothing', () => {
  const { serving } = app();
  const model = new ModelService(serving, 'model', MINIMAL);
  model.allowFrom(new ModelService(serving, 'front', MINIMAL));
  expect(added(serving).size).toBe(0);
});

test('a workload of the same namespace, where the own policy does not admit it', () => {
  const { serving } = app();
  const access = NetworkAccess.allow({ sameNamespace: false });
  const model = new ModelService(serving, 'model', { ...MINIMAL, access });
  model.allowFrom(new ModelService(serving, 'front', MINIMAL));
  expect([...added(serving).keys()]).toEqual(['model-from-front']);
});

test('everyone is admitted: nothing', () => {
  const { serving, web } = app();
  const model = new ModelService(serving, 'model', { ...MINIMAL, access: NetworkAccess.everyone() });
  model.allowFrom(new ModelService(web, 'front', MINIMAL));
  expect(added(serving).size).toBe(0);
});

test('the policies are managed elsewhere: nothing, unless the namespace denies all that is not admitted', () => {
  const { root, serving, web } = app();
  const access = NetworkAccess.unmanaged();
  const front = new ModelService(web, 'front', MINIMAL);
  new ModelService(serving, 'model', { ...MINIMAL, access }).allowFrom(front);
  expect(added(serving).size).toBe(0);
  const closed = new MlNamespace(root, 'closed');
  new ModelService(closed, 'model', { ...MINIMAL, access }).allowFrom(front);
  expect([...added(closed).keys()]).toEqual(['model-from-web-front']);
});

test('a port that serves metrics alone is not among those that callers reach', () => {
  const { serving, web } = app();
  const server = ModelServer.triton();
  const model = new ModelService(serving, 'model', {
    ...MINIMAL,
    ...{ server, monitoring: Monitoring.podMonitor() },
    model: ModelSource.inImage('/models/churn'),
  });
  expect(model.targetPorts).toEqual([8000, 8001]);
  model.allowFrom(new ModelService(serving, 'front', MINIMAL));
  expect(added(serving).size).toBe(0);
  model.allowFrom(new ModelService(web, 'front', MINIMAL));
  expect(added(serving).get('model-from-web-front').ingress[0].ports).toEqual([
    { protocol: 'TCP', port: 8000 },
    { protocol: 'TCP', port: 8001 },
  ]);
});

describe('peers of cdk8s-plus', () => {
  test.each<[string, (chart: Chart) => kplus.INetworkPolicyPeer, object]>([
    [
      'pods by label',
      (chart) => kplus.Pods.select(chart, 'peer', { labels: { app: 'gateway' } }),
      { podSelector: { matchLabels: { app: 'gateway' } } },
    ],
    [
      'all pods of a namespace',
      (chart) => kplus.Namespaces.select(chart, 'peer', { names: ['gateways'] }),
      { namespaceSelector: named('gateways'), podSelector: {} },
    ],
    [
      'a Deployment',
      (chart) => new kplus.Deployment(chart, 'peer', { containers: [{ image: 'front:1' }] }),
      {
        namespaceSelector: named('serving'),
        podSelector: { matchLabels: { 'cdk8s.io/metadata.addr': expect.stringMatching(/^serving-peer-/) } },
      },
    ],
    [
      'a range of addresses',
      (chart) => kplus.NetworkPolicyIpBlock.ipv4(chart, 'peer', '10.0.0.0/8'),
      { ipBlock: { cidr: '10.0.0.0/8' } },
    ],
  ])('%s', (_what, make, entry) => {
    const { serving } = app();
    const access = NetworkAccess.allow({ sameNamespace: false });
    const model = new ModelService(serving, 'model', { ...MINIMAL, access });
    model.allowFrom(make(serving));
    expect(added(serving).get('model-from-peer').ingress[0].from).toEqual([entry]);
  });
});

test('the same peer twice: one policy; two peers of one name: two policies', () => {
  const { serving, web } = app();
  const model = new ModelService(serving, 'model', MINIMAL);
  const peers = ['blue', 'green'].map((color) =>
    kplus.Pods.select(new Chart(web, color), 'peer', {
      labels: { color },
      namespaces: kplus.Namespaces.select(web, `of-${color}`, { names: ['web'] }),
    }),
  );
  for (const peer of [...peers, ...peers]) model.allowFrom(peer);
  const policies = [...added(serving)];
  expect(policies.map(([name]) => name)).toEqual([
    'model-from-peer',
    expect.stringMatching(/^model-from-peer-[0-9a-f]{8}$/),
  ]);
  expect(policies.map(([, spec]) => spec.ingress[0].from[0].podSelector.matchLabels)).toEqual([
    { color: 'blue' },
    { color: 'green' },
  ]);
});

test('names that are too long for a policy are shortened', () => {
  const { serving, web } = app();
  const [long, other] = ['a', 'b'].map((letter) => letter.repeat(60));
  const model = new ModelService(serving, long, MINIMAL);
  model.allowFrom(new ModelService(web, other, MINIMAL));
  const names = Manifests.fromChart(serving)
    .ofKind('NetworkPolicy')
    .map(({ metadata }) => metadata.name);
  expect(names).toEqual([long, expect.stringMatching(/^a{54}-[0-9a-f]{8}$/)]);
});

describe('is refused', () => {
  const model = () => new ModelService(app().serving, 'model', MINIMAL);

  test('where the peer selects nothing', () => {
    const nobody = kplus.Pods.all(new Chart(new App(), 'chart'), 'peer');
    nobody.toNetworkPolicyPeerConfig = () => ({});
    expect(() => model().allowFrom(nobody)).toThrow(
      /serving\/model: 1 problem\n {2}allowFrom\n(.|\n)*selects pods or addresses/,
    );
  });

  test('what is no peer', () => {
    for (const wrong of [undefined, null, 'front', {}])
      expect(() => model().allowFrom(wrong as never)).toThrow(/allowFrom\n(.|\n)*selects pods or addresses/);
  });

  test('by a workload without a port', () => {
    const { serving } = app();
    const compute = { cpu: '1', memory: '1Gi' };
    const cron = new CronContainer(serving, 'report', { image: 'report:1.0.0', compute, schedule: '@daily' });
    expect(() => cron.allowFrom(model())).toThrow(
      /serving\/report: 1 problem\n {2}allowFrom\n(.|\n)*this one has no port/,
    );
  });
});
