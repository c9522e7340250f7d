import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CLUSTER_SCOPED_KINDS, groupOf, isClusterScoped } from '../../lib/internal/cluster-scoped';
import { NOTHING_MAY_BE_MISSING } from '../support/ci';

const SHARED = resolve(__dirname, '../../../shared');

/** Known to us, but not to the files: kinds of projects or versions that are not among them. */
const BEYOND = [
  '/ComponentStatus',
  'argoproj.io/ClusterWorkflowTemplate',
  'external-secrets.io/ClusterPushSecret',
  'generators.external-secrets.io/ClusterGenerator',
  'karpenter.k8s.aws/EC2NodeClass',
  'kubeflow.org/Profile',
  'kyverno.io/ClusterCleanupPolicy',
  'nfd.k8s-sigs.io/NodeFeatureRule',
];

test('the core group has no name', () => {
  expect([groupOf('v1'), groupOf('apps/v1')]).toEqual(['', 'apps']);
  expect(isClusterScoped('', 'Namespace')).toBe(true);
  expect(isClusterScoped('', 'ConfigMap')).toBe(false);
  // the kind alone says nothing
  expect(isClusterScoped('scheduling.volcano.sh', 'Queue')).toBe(true);
  expect(isClusterScoped('jms.example.com', 'Queue')).toBe(false);
});

if (!existsSync(SHARED) && !NOTHING_MAY_BE_MISSING) {
  console.warn('../shared is not here: the cluster-scoped kinds are not compared with upstream');
  test.skip('the table is what upstream says', () => {});
} else {
  test('the table is what upstream says', () => {
    const found = new Set([...kubernetesKinds(), ...customKinds()]);
    expect([...CLUSTER_SCOPED_KINDS].sort()).toEqual([...found, ...BEYOND].sort());
  });
}

/** Kinds that are created by a POST to a path without a namespace, in any supported minor. */
function kubernetesKinds(): string[] {
  const folder = join(SHARED, 'openapi');
  const minors = readdirSync(folder).filter((name) => /^v1\.\d+$/.test(name));
  expect(minors.length).toBeGreaterThan(0);
  return minors.flatMap((minor) => {
    const swagger = JSON.parse(gunzipSync(readFileSync(join(folder, minor, 'swagger.json.gz'))).toString());
    return Object.entries<any>(swagger.paths)
      .filter(
        ([path, { post }]) => post?.['x-kubernetes-action'] === 'post' && !/\/namespaces\/\{namespace\}\//.test(path),
      )
      .map(([, { post }]) => post['x-kubernetes-group-version-kind'])
      .map(({ group, kind }) => `${group}/${kind}`)
      .filter((kind) => kind !== 'policy/Eviction');
  });
}

function customKinds(): string[] {
  const index: { group: string; kind: string; scope: string }[] = JSON.parse(
    readFileSync(join(SHARED, 'crds', 'index.json'), 'utf8'),
  );
  return index.filter(({ scope }) => scope === 'Cluster').map(({ group, kind }) => `${group}/${kind}`);
}
