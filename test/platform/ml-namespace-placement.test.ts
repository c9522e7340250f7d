import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, type ChartProps, Testing, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { isClusterScoped } from '../../lib/internal/cluster-scoped';
import { MlNamespace, PodSecurityLevel } from '../../lib/platform';
import { GUARD_RAILS } from '../../lib/values/guard-rails';
import { app, documents } from './support';

const namespaces = (objects: any[]) =>
  Object.fromEntries(objects.map((object) => [`${object.kind}/${object.metadata.name}`, object.metadata.namespace]));

const configMap = (scope: Construct, id: string, metadata: object = {}) =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata });

describe('objects of others in the namespace', () => {
  test('plain ones, cdk8s-plus ones and cluster-scoped ones', () => {
    const serving = new MlNamespace(app(), 'ml-serving');
    configMap(serving, 'plain');
    configMap(serving, 'elsewhere', { namespace: 'monitoring' });
    new kplus.Deployment(serving, 'api', { containers: [{ image: 'api:1' }] });
    const role = new kplus.ClusterRole(serving, 'reader');
    new kplus.ClusterRoleBinding(serving, 'readers', { role });
    new kplus.Namespace(serving, 'other');
    new ApiObject(serving, 'high', { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass' });
    new ApiObject(serving, 'gpu', {
      apiVersion: 'kueue.x-k8s.io/v1beta1',
      kind: 'ResourceFlavor',
      metadata: { name: 'gpu' },
    });
    expect(namespaces(Testing.synth(serving))).toEqual({
      'Namespace/ml-serving': undefined,
      'NetworkPolicy/default-deny-ingress': 'ml-serving',
      'ConfigMap/plain': 'ml-serving',
      'ConfigMap/elsewhere': 'monitoring',
      'Deployment/api': 'ml-serving',
      'ClusterRole/ml-serving-reader': undefined,
      'ClusterRoleBinding/ml-serving-readers': undefined,
      'Namespace/ml-serving-other': undefined,
      'PriorityClass/ml-serving-high': undefined,
      'ResourceFlavor/gpu': undefined,
    });
  });

  test('names are the ids below the chart, without a hash and without repeats', () => {
    const serving = new MlNamespace(app(), 'ml-serving');
    const outer = new kplus.Namespace(serving, 'group');
    const names = [
      configMap(serving, 'Settings'),
      configMap(outer, 'api'),
      configMap(configMap(outer, 'x'), 'x'),
      configMap(outer, 'Default'),
    ];
    expect(names.map((object) => object.name)).toEqual(['settings', 'group-api', 'group-x', 'group']);
  });

  test('nested charts inherit the namespace, unless they have their own', () => {
    const serving = new MlNamespace(app(), 'ml-serving');
    const nested = new Chart(serving, 'nested', { disableResourceNameHashes: true });
    const account = new kplus.ServiceAccount(nested, 'runner');
    const binding = new kplus.RoleBinding(nested, 'runners', { role: new kplus.Role(nested, 'run') });
    binding.addSubjects(account);
    const foreign = new Chart(nested, 'foreign', { namespace: 'monitoring' });
    configMap(foreign, 'dashboards', { name: 'dashboards' });
    const deepest = new Chart(foreign, 'deepest');
    configMap(deepest, 'panels', { name: 'panels' });
    const objects = Testing.synth(nested);
    expect(Object.values(namespaces(objects))).toEqual(['ml-serving', 'ml-serving', 'ml-serving']);
    // what reads the namespace of another object at synth sees it too
    expect(objects.find((object) => object.kind === 'RoleBinding').subjects[0].namespace).toBe('ml-serving');
    expect(namespaces(Testing.synth(foreign))).toEqual({ 'ConfigMap/dashboards': 'monitoring' });
    expect(namespaces(Testing.synth(deepest))).toEqual({ 'ConfigMap/panels': 'monitoring' });
  });

  test('charts outside are left as they are', () => {
    const tree = app();
    new MlNamespace(tree, 'ml-serving');
    const stock = new Chart(tree, 'stock', { namespace: 'stock' });
    configMap(stock, 'settings', { name: 'settings' });
    new kplus.ClusterRole(stock, 'reader', { metadata: { name: 'reader' } });
    expect(namespaces(Testing.synth(stock))).toEqual({ 'ConfigMap/settings': 'stock', 'ClusterRole/reader': 'stock' });
  });
});

describe('every way of stock synthesis', () => {
  interface Tree {
    kind: string;
    namespaced: boolean;
    own: boolean;
    children: Tree[];
  }
  const branch = (children: fc.Arbitrary<Tree[]>) =>
    fc.record({ kind: fc.constantFrom('chart', 'object'), namespaced: fc.boolean(), own: fc.boolean(), children });
  const tree = branch(fc.array(branch(fc.array(branch(fc.constant([])), { maxLength: 3 })), { maxLength: 3 }));

  /** Builds the tree; says what namespace each object must come out with. */
  function plant(scope: Construct, inherited: string, nodes: Tree[], expected: Map<string, string | undefined>): void {
    for (const [i, node] of nodes.entries()) {
      const name = `n${expected.size}-${i}`;
      if (node.kind === 'chart') {
        const props: ChartProps = node.own ? { namespace: `own-${name}` } : {};
        expected.set(`chart ${name}`, undefined);
        plant(new Chart(scope, name, props), props.namespace ?? inherited, node.children, expected);
      } else {
        const [apiVersion, kind] = node.namespaced ? ['v1', 'Secret'] : ['storage.k8s.io/v1', 'StorageClass'];
        const metadata = { name, ...(node.own && { namespace: 'given' }) };
        const object = new ApiObject(scope, name, { apiVersion, kind, metadata });
        expected.set(name, node.namespaced ? (node.own ? 'given' : inherited) : undefined);
        plant(object, inherited, node.children, expected);
      }
    }
  }

  test.each([
    YamlOutputType.FILE_PER_APP,
    YamlOutputType.FILE_PER_CHART,
    YamlOutputType.FILE_PER_RESOURCE,
    YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
  ])('places every object (output type %s)', (yamlOutputType) => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (nodes) => {
        const stock = Testing.app({ yamlOutputType });
        const expected = new Map<string, string | undefined>();
        plant(new MlNamespace(stock, 'ml'), 'ml', nodes, expected);
        stock.synth();
        const found = new Map(written(stock.outdir).map(({ metadata }) => [metadata.name, metadata.namespace]));
        rmSync(stock.outdir, { recursive: true });
        for (const [name, namespace] of expected)
          if (!name.startsWith('chart ')) expect([name, found.get(name)]).toEqual([name, namespace]);
      }),
      { numRuns: 25 },
    );
  });

  test('synthYaml too', () => {
    const stock = new App();
    new kplus.ClusterRole(new MlNamespace(stock, 'ml'), 'reader');
    const objects = loadAll(stock.synthYaml()) as any[];
    expect(namespaces(objects)).toMatchObject({
      'ClusterRole/ml-reader': undefined,
      'NetworkPolicy/default-deny-ingress': 'ml',
    });
    for (const object of objects)
      expect('namespace' in object.metadata).toBe(!isClusterScoped(groupIn(object), object.kind));
  });

  const groupIn = ({ apiVersion }: { apiVersion: string }) =>
    apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
});

function written(folder: string): any[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as any[]);
}

describe('the Namespace is the first document', () => {
  const first = (serving: MlNamespace) => [...documents(serving).keys()][0];

  test('whatever depends on it or on its guard rails', () => {
    const serving = new MlNamespace(app(), 'ml', { quota: { pods: 3 }, viewers: ['all'] });
    const rails = serving.node.findChild('guard-rails');
    for (const [i, child] of rails.node.children.entries()) configMap(serving, `after-${i}`).node.addDependency(child);
    configMap(serving, 'after-all').node.addDependency(rails);
    expect(first(serving)).toBe('Namespace/ml');
  });

  test('even if nothing but one object depends on it', () => {
    const serving = new MlNamespace(app(), 'ml', { quota: { pods: 3 } });
    configMap(serving, 'after').node.addDependency(serving.node.findChild('guard-rails').node.findChild('namespace'));
    expect(first(serving)).toBe('Namespace/ml');
  });

  test('and in the first file, when other charts share it', () => {
    const stock = Testing.app();
    const serving = new MlNamespace(stock, 'ml-serving');
    const batch = serving.share('batch');
    configMap(batch, 'settings');
    const again = batch.share('again');
    configMap(again, 'more');
    expect(again.node.dependencies).toEqual([serving.node.findChild('guard-rails').node.findChild('namespace')]);
    stock.synth();
    expect(readdirSync(stock.outdir).sort()).toEqual([
      '0000-ml-serving.k8s.yaml',
      '0001-batch.k8s.yaml',
      '0002-again.k8s.yaml',
    ]);
    expect(namespaces(written(stock.outdir))).toMatchObject({
      'ConfigMap/settings': 'ml-serving',
      'ConfigMap/more': 'ml-serving',
    });
  });
});

describe('what workloads are told', () => {
  test('by an owner, at any depth', () => {
    const serving = new MlNamespace(app(), 'ml', {
      podSecurity: PodSecurityLevel.BASELINE,
      defaultDenyEgress: true,
      quota: { cpuLimit: '8', gpus: 2 },
      prometheusNamespace: 'monitoring',
    });
    expect(GUARD_RAILS.get(configMap(new Chart(serving, 'nested'), 'x'))).toEqual({
      namespace: 'ml',
      owned: true,
      podSecurity: 'baseline',
      defaultDenyIngress: true,
      defaultDenyEgress: true,
      quota: { 'limits.cpu': '8', 'requests.nvidia.com/gpu': '2' },
      containers: { default: { cpu: '1' }, defaultRequest: { cpu: '100m' } },
      prometheusNamespace: 'monitoring',
    });
    expect(GUARD_RAILS.get(serving.share('batch'))).toEqual(GUARD_RAILS.get(serving));
  });

  test('nothing in a stock chart', () => {
    expect(GUARD_RAILS.get(new Chart(app(), 'stock'))).toBeUndefined();
  });

  test('of an existing namespace: the careful reading, a quota not known, and nothing is emitted', () => {
    const existing = MlNamespace.existing(app(), 'team-a');
    expect(Testing.synth(existing)).toEqual([]);
    expect(GUARD_RAILS.get(existing)).toEqual({
      namespace: 'team-a',
      owned: false,
      podSecurity: 'restricted',
      defaultDenyIngress: true,
      defaultDenyEgress: false,
    });
  });

  test('of an existing namespace, all that is known', () => {
    const existing = MlNamespace.existing(app(), 'batch', {
      name: 'team-a',
      podSecurity: PodSecurityLevel.PRIVILEGED,
      defaultDenyIngress: false,
      defaultDenyEgress: true,
      quota: { memory: '8Gi' },
      containers: { memoryLimit: '1Gi' },
      prometheusNamespace: 'monitoring',
    });
    new kplus.ClusterRole(existing, 'reader');
    configMap(existing, 'settings');
    expect(namespaces(Testing.synth(existing))).toEqual({
      'ClusterRole/batch-reader': undefined,
      'ConfigMap/settings': 'team-a',
    });
    expect(GUARD_RAILS.get(existing)).toEqual({
      namespace: 'team-a',
      owned: false,
      podSecurity: 'privileged',
      defaultDenyIngress: false,
      defaultDenyEgress: true,
      quota: { 'requests.memory': '8Gi' },
      containers: { default: { memory: '1Gi' } },
      prometheusNamespace: 'monitoring',
    });
    expect(GUARD_RAILS.get(MlNamespace.existing(app(), 'x', { quota: {} }))?.quota).toEqual({});
  });
});

describe('in the language of cdk8s-plus', () => {
  test('all pods of the namespace are a peer', () => {
    const tree = app();
    const serving = new MlNamespace(tree, 'ml-serving');
    const other = new MlNamespace(tree, 'other');
    new kplus.NetworkPolicy(other, 'callers').addIngressRule(serving);
    const { spec } = documents(other).get('NetworkPolicy/callers');
    expect(spec.ingress[0].from).toEqual([
      { podSelector: {}, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ml-serving' } } },
    ]);
    expect(serving.toNamespaceSelectorConfig()).toEqual({ names: ['ml-serving'] });
  });

  test('a further ServiceAccount has no token, and may be annotated for a cloud', () => {
    const existing = MlNamespace.existing(app(), 'team-a');
    const account = existing.addServiceAccount('trainer');
    account.metadata.addAnnotation('eks.amazonaws.com/role-arn', 'arn:aws:iam::111122223333:role/trainer');
    expect(Testing.synth(existing)).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: {
          name: 'trainer',
          namespace: 'team-a',
          annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/trainer' },
        },
        automountServiceAccountToken: false,
      },
    ]);
  });
});
