import { App, Chart } from 'cdk8s';
import {
  type ExternalSecretOptions,
  Manifests,
  MlApp,
  MlNamespace,
  ModelService,
  ModelSource,
  SecretSource,
  Sidecar,
} from '../../../lib';
import { filesIn, inTemporaryFolder } from '../../app/same-as-stock';
import { MINIMAL } from '../../support/service';

const SECRET: ExternalSecretOptions = {
  name: 'shared',
  store: 'vault',
  data: [{ key: 'TOKEN', remoteKey: 'a/token' }],
};
const from = (more: Partial<ExternalSecretOptions> = {}) => [SecretSource.externalSecret({ ...SECRET, ...more })];

test('two workloads of a namespace that use one ExternalSecret: one object, and no rule has anything to say', () => {
  inTemporaryFolder((outdir) => {
    const app = new MlApp({ outdir });
    const namespace = new MlNamespace(app, 'serving');
    new ModelService(namespace, 'one', { ...MINIMAL, secrets: from() });
    new ModelService(namespace, 'two', { ...MINIMAL, secrets: from() });
    // in another file of the same namespace
    new ModelService(namespace.share('more'), 'three', { ...MINIMAL, secrets: from() });
    app.synth();
    const written = Object.values(filesIn(outdir)).join('---\n');
    expect(written.match(/^kind: ExternalSecret$/gm)).toHaveLength(1);
    expect(written.match(/name: shared\n/g)!.length).toBeGreaterThan(3);
  });
});

test('each namespace has its own', () => {
  const app = new App();
  for (const name of ['blue', 'green']) {
    const chart = new Chart(app, name, { namespace: name });
    new ModelService(chart, 'model', { ...MINIMAL, secrets: from() });
    Manifests.fromChart(chart).hasCount('ExternalSecret', 1);
  }
});

test('whichever part of a workload asks for it', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'serving' });
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  const data = keys.map((key) => ({ key, remoteKey: key }));
  const sidecar = Sidecar.custom({ name: 'agent', image: 'agent:1.0.0', secrets: from({ data }) });
  const [credentials] = from({ data });
  new ModelService(chart, 'one', { ...MINIMAL, secrets: from({ data }) });
  new ModelService(chart, 'two', { ...MINIMAL, sidecars: [sidecar] });
  new ModelService(chart, 'three', { ...MINIMAL, model: ModelSource.s3({ uri: 's3://bucket/model', credentials }) });
  Manifests.fromChart(chart).hasCount('ExternalSecret', 1);
});

test.each<[string, Partial<ExternalSecretOptions>]>([
  ['store', { store: 'other' }],
  ['data', { data: [{ key: 'TOKEN', remoteKey: 'b/token' }] }],
])('a second workload that says something else of its %s is refused, and leaves nothing', (_what, more) => {
  const chart = new Chart(new App(), 'chart', { namespace: 'serving' });
  new ModelService(chart, 'one', { ...MINIMAL, secrets: from() });
  const before = chart.node.findAll().length;
  expect(() => new ModelService(chart, 'two', { ...MINIMAL, secrets: from(more) })).toThrow(
    /chart\/two: 1 problem\n {2}secrets\n {4}got {7}'shared'\n {4}expected {2}what chart\/one\/ExternalSecret-shared says/,
  );
  expect(chart.node.findAll()).toHaveLength(before);
});

test('one that belonged to a workload that could not be made is made again', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'serving' });
  new ModelService(chart, 'one', { ...MINIMAL, secrets: from() });
  chart.node.tryRemoveChild('one');
  new ModelService(chart, 'two', { ...MINIMAL, secrets: from({ store: 'other' }) });
  Manifests.fromChart(chart).has('ExternalSecret', { spec: { secretStoreRef: { name: 'other' } } });
});
