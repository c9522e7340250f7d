import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Cloud, type ClusterComponents, ClusterTarget, Delivery, Environment } from '../../lib';
import { Checker } from '../../lib/internal/errors';
import { CLUSTER_COMPONENTS, type ComponentName } from '../../lib/values/cluster-components';
import { CLUSTER_FEATURES, type ClusterFeatureName, type KubernetesFeature } from '../../lib/values/cluster-features';
import { describeWithSchemas, MINORS, schemasOf } from '../support/openapi';
import { problemsOf } from './support';

const features = Object.entries(CLUSTER_FEATURES).filter(([, one]) => 'kep' in one) as [
  ClusterFeatureName,
  KubernetesFeature,
][];

describe('a cluster target', () => {
  test.each(['1.33', 'v1.33', '1.33.4', 'v1.33.1-gke.100', '1.33.0+k3s1'])('%s is 1.33', (version) =>
    expect(ClusterTarget.kubernetes(version).version).toBe('1.33'),
  );

  test.each(['1.27', '1.5', '2.0', 'latest', '33', ''])('%p is refused', (version) =>
    expect(() => ClusterTarget.kubernetes(version)).toThrow(
      /ClusterTarget\.kubernetes: 1 problem\n {2}version\n {4}got/,
    ),
  );

  test('lists everything wrong with it', () => {
    expect(() => ClusterTarget.kubernetes('1.3', { apis: ['keda.sh/v1alpha1', 'keda', 'a/b/v1'] })).toThrow(
      /3 problems[\s\S]*version[\s\S]*apis\[1\][\s\S]*apis\[2\]/,
    );
  });

  test.each(features)('has %s from the first minor on, and names that minor where it is older', (name, feature) => {
    for (const minor of MINORS) {
      const check = Checker.named('x').at('y');
      ClusterTarget.kubernetes(`1.${minor}`)._require(name, check, 'asked for');
      expect(check.clean).toBe(minor >= feature.since);
      if (!check.clean) expect(() => check.done()).toThrow(`1.${feature.since}`);
    }
  });

  test('has what a feature gate turns on, from the minor that knows the gate', () => {
    const has = (version: string) =>
      ClusterTarget.kubernetes(version, { featureGates: ['HPAConfigurableTolerance'] })._has('hpaTolerance');
    expect(['1.32', '1.33', '1.34'].map(has)).toEqual([false, true, true]);
  });

  test('serves every API where none are listed, and only the listed ones where some are', () => {
    expect(ClusterTarget.kubernetes('1.33').servesApi('keda.sh/v1alpha1')).toBe(true);
    const target = ClusterTarget.kubernetes('1.33', { apis: ['keda.sh/v1alpha1'] });
    expect(['keda.sh/v1alpha1', 'autoscaling.k8s.io/v1'].map((api) => target.servesApi(api))).toEqual([true, false]);
  });

  test('is found from below, the nearest first', () => {
    const app = new App();
    const [near, far] = [new Chart(app, 'near'), new Chart(app, 'far')];
    expect(ClusterTarget.of(far).version).toBe('1.33');
    new Environment('prod', { cluster: ClusterTarget.kubernetes('1.30') }).applyTo(app);
    ClusterTarget.kubernetes('1.35').applyTo(near);
    expect([near, far].map((chart) => ClusterTarget.of(chart).version)).toEqual(['1.35', '1.30']);
    expect(Environment.of(near).name).toBe('prod');
  });
});

describe('the components of a cluster', () => {
  const problemOf = (name: ClusterFeatureName, components?: ClusterComponents) => {
    const [problem] = problemsOf((check) =>
      ClusterTarget.kubernetes('1.33', { components })._require(name, check.at('y'), 'given'),
    );
    return problem && `${problem.expected}; ${problem.fix}`;
  };

  test('a feature of a newer release is refused where the release is older or not given', () => {
    expect(problemOf('kueueElasticJobs')).toBe(
      'a cluster with elastic jobs of Kueue (annotation kueue.x-k8s.io/elastic-job), Kueue 0.18 or newer ' +
        '(the target does not give its release: 0.17 is assumed); ' +
        "leave it out, or install it and set components: { kueue: '0.18' } of the ClusterTarget",
    );
    expect(problemOf('kueueElasticJobs', { kueue: '0.17.3' })).toContain('(the target has 0.17.3)');
    for (const kueue of ['0.18', 'v0.18.1', '0.19.0-rc.1', '1.0'])
      expect(problemOf('kueueElasticJobs', { kueue })).toBeUndefined();
  });

  test('a feature that a newer release dropped is refused from that release on', () => {
    expect(problemOf('kueueTrainingOperatorJobs')).toBeUndefined();
    expect(problemOf('kueueTrainingOperatorJobs', { kueue: '0.18.9' })).toBeUndefined();
    expect(problemOf('kueueTrainingOperatorJobs', { kueue: '0.19' })).toBe(
      'a cluster with queues for the kubeflow.org/v1 jobs of the training operator, Kueue before 0.19 ' +
        '(the target has 0.19); leave it out',
    );
  });

  test('releases that are none, and those that are too old, are refused with what is known of the component', () => {
    const components = { kueue: '0.9', argoWorkflows: 'newest', jobSet: '0.12' };
    expect(() => ClusterTarget.kubernetes('1.33', { components })).toThrow(
      /2 problems[\s\S]*components\.kueue[\s\S]*at least 0\.17[\s\S]*upgrade Kueue[\s\S]*components\.argoWorkflows[\s\S]*'3\.6'/,
    );
  });

  test('the docs of each component name the release that it is taken as', () => {
    const source = readFileSync(join(__dirname, '../../lib/values/cluster-components.ts'), 'utf8');
    for (const [name, { oldest }] of Object.entries(CLUSTER_COMPONENTS) as [ComponentName, { oldest: string }][])
      expect(source).toMatch(new RegExp(`@default - taken as ${oldest}\\n   \\*/\\n  readonly ${name}\\?`));
  });

  test('an environment says how its manifests are delivered', () => {
    expect(new Environment('dev').delivery).toBe(Delivery.KUBECTL);
    expect(new Environment('prod', { delivery: Delivery.ARGO_CD }).delivery).toBe('argo-cd');
  });
});

describe('a cluster target from the files of kubectl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const good = JSON.stringify({ serverVersion: { major: '1', minor: '34+', gitVersion: 'v1.34.1-eks-1' } });

  test('has its version and its APIs', () => {
    const target = ClusterTarget.fromKubectl(
      { version: write('v.json', good), apiVersions: write('a.txt', 'apps/v1\nkeda.sh/v1alpha1\nv1\n') },
      { cloud: Cloud.EKS, apis: ['autoscaling.k8s.io/v1'] },
    );
    expect([target.version, target.cloud]).toEqual(['1.34', 'eks']);
    expect(
      ['keda.sh/v1alpha1', 'autoscaling.k8s.io/v1', 'kueue.x-k8s.io/v1beta2'].map((a) => target.servesApi(a)),
    ).toEqual([true, true, false]);
  });

  test.each([
    ['a missing file', '/nowhere/v.json', /ENOENT[\s\S]*kubectl version -o json > \/nowhere/],
    ['no JSON', write('text.json', 'Client Version: v1.33'), /JSON/],
    ['no server', write('client.json', '{"clientVersion":{"minor":"33"}}'), /serverVersion/],
  ])('refuses %s', (_what, version, message) => expect(() => ClusterTarget.fromKubectl({ version })).toThrow(message));

  test('refuses a list of APIs that is none', () => {
    const files = { version: write('v2.json', good), apiVersions: write('a2.txt', 'The connection was refused\n') };
    expect(() => ClusterTarget.fromKubectl(files)).toThrow(/apiVersions[\s\S]*one a line/);
  });
});

describeWithSchemas('the table of features agrees with the API', () => {
  test.each(features.filter(([, f]) => f.field))('%s: its field is there when the table says', (name, feature) => {
    const came = MINORS.find((minor) => schemasOf(minor).hasField(feature.field!));
    // Pod Security, not the API, decides from when an image volume is of use
    const first = name === 'imageVolumes' ? 31 : (feature.gateSince ?? feature.since);
    expect(came).toBe(Math.max(first, MINORS[0]));
  });
});
