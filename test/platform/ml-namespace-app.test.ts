import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { loadAll } from 'js-yaml';
import { MlApp } from '../../lib/app';
import { MlNamespace } from '../../lib/platform';
import { Environment } from '../../lib/values';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-namespace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file below the folder, read back. */
function files(outdir: string): Record<string, unknown[]> {
  const names = (readdirSync(outdir, { recursive: true }) as string[]).filter((name) => name.endsWith('.yaml')).sort();
  return Object.fromEntries(names.map((name) => [name, loadAll(readFileSync(join(outdir, name), 'utf8'))]));
}

function populate(app: App): App {
  const serving = new MlNamespace(app, 'ml-serving', { quota: { cpu: '8' }, viewers: ['analysts'], protect: true });
  new kplus.ClusterRole(serving, 'reader').allowRead(kplus.ApiResource.PODS);
  new kplus.ConfigMap(new Chart(serving, 'nested'), 'settings', { data: { a: 'b' } });
  const batch = serving.share('batch');
  new kplus.ConfigMap(batch, 'settings', { data: { c: 'd' } });
  new kplus.ConfigMap(MlNamespace.existing(app, 'other', { name: 'team-a' }), 'elsewhere', { data: { e: 'f' } });
  return app;
}

test.each([
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
])('MlApp writes the files of stock App (output type %s)', (yamlOutputType) => {
  const outdir = (name: string) => join(folder, `${name}-${yamlOutputType}`);
  populate(new App({ outdir: outdir('stock'), yamlOutputType })).synth();
  populate(new MlApp({ outdir: outdir('ours'), yamlOutputType })).synth();
  const ours = files(outdir('ours'));
  expect(ours).toEqual(files(outdir('stock')));
  if (yamlOutputType === YamlOutputType.FILE_PER_CHART)
    expect(Object.keys(ours)).toEqual([
      expect.stringMatching(/^0000-ml-serving-nested-/),
      '0001-ml-serving.k8s.yaml',
      '0002-batch.k8s.yaml',
      '0003-other.k8s.yaml',
    ]);
});

test('one namespace alone is one file, named for the id, and the rules have nothing to say of it', () => {
  const app = new MlApp({ outdir: join(folder, 'alone') });
  new MlNamespace(app, 'ml-serving', {
    quota: { cpu: '64', cpuLimit: '128', memory: '256Gi', memoryLimit: '256Gi', gpus: 8, pods: 100, storage: '1Ti' },
    maxClaimSize: '100Gi',
    defaultDenyEgress: true,
    allowWithin: true,
    allowFromNamespaces: ['monitoring'],
    serviceAccounts: ['trainer'],
    admins: ['leads'],
    editors: ['engineers'],
    viewers: ['analysts'],
    clusterRoles: { 'kubeflow-edit': ['engineers'] },
    protect: true,
  });
  expect(MlApp.synthAll([app]).warnings).toEqual([]);
  expect(Object.keys(files(app.outdir))).toEqual(['ml-serving.k8s.yaml']);
});

test('the same code for several environments: a laptop needs no quota', () => {
  const environments = [
    new Environment('minikube', { settings: { quota: undefined } }),
    new Environment('prod', { settings: { quota: { cpu: '64', gpus: 8 } } }),
  ];
  const apps = environments.map((environment) => {
    const app = new MlApp({ outdir: join(folder, 'environments'), environment });
    new MlNamespace(app, 'ml-serving', { quota: environment.setting('quota') });
    return app;
  });
  MlApp.synthAll(apps);
  const kinds = apps.map(({ outdir }) => files(outdir)['ml-serving.k8s.yaml'].map((object: any) => object.kind));
  expect(kinds).toEqual([
    ['Namespace', 'NetworkPolicy'],
    ['Namespace', 'ResourceQuota', 'LimitRange', 'NetworkPolicy'],
  ]);
});
