import type { App } from 'cdk8s';
import { MlNamespace, type MlNamespaceProps } from '../../lib/platform';
import { app, refusal } from './support';

const refused = (props: MlNamespaceProps) => refusal((tree) => new MlNamespace(tree, 'refused', props));

test.each<[string, MlNamespaceProps, string]>([
  ['a name that is no label', { name: 'ML_Serving' }, 'name'],
  ['a name of the cluster', { name: 'kube-ml' }, 'name'],
  ['the default namespace', { name: 'default' }, 'name'],
  ['an illegal label', { labels: { team: 'a b' } }, 'labels.team'],
  ['a label of Pod Security', { labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } }, 'labels.pod-security'],
  ['the label of the name', { labels: { 'kubernetes.io/metadata.name': 'x' } }, 'labels.kubernetes.io/metadata.name'],
  ['an illegal annotation', { annotations: { 'a b': 'c' } }, 'annotations.a b'],
  ['an unknown level', { podSecurity: 'strict' as any }, 'podSecurity'],
  ['an unknown level of warnings', { podSecurityWarn: 'none' as any }, 'podSecurityWarn'],
  ['a version that is none', { podSecurityVersion: '1.33' }, 'podSecurityVersion'],
  ['an amount that is no quantity', { quota: { cpu: 'many' } }, 'quota.cpu'],
  ['an amount below zero', { quota: { memory: '-1Gi' } }, 'quota.memory'],
  ['CPU in bytes', { quota: { cpu: '64Gi' } }, 'quota.cpu'],
  ['memory in thousandths of bytes', { quota: { memory: '512m' } }, 'quota.memory'],
  ['half a GPU', { quota: { gpus: 0.5 } }, 'quota.gpus'],
  ['requests above limits', { quota: { cpu: '8', cpuLimit: '4000m' } }, 'quota.cpu'],
  ['an entry that has a prop', { quota: { hard: { 'requests.memory': '1Gi' } } }, 'quota.hard.requests.memory'],
  ['an entry by its other name', { quota: { hard: { cpu: '1' } } }, 'quota.hard.cpu'],
  ['an entry by its counting name', { quota: { hard: { 'count/pods': '1' } } }, 'quota.hard.count/pods'],
  ['an entry that names nothing', { quota: { hard: { 'a b': '1' } } }, 'quota.hard.a b'],
  ['an entry without an amount', { quota: { hard: { 'count/secrets': 'few' } } }, 'quota.hard.count/secrets'],
  ['a default request above its limit', { containers: { memory: '2Gi', memoryLimit: '1Gi' } }, 'containers.memory'],
  ['a default limit above the bound', { containers: { cpuLimit: '2', maxCpu: '1' } }, 'containers.cpuLimit'],
  ['a default request above the bound', { containers: { cpu: '2', maxCpu: '1' } }, 'containers.cpu'],
  ['a default request below the bound', { containers: { minCpu: '1', cpu: '100m' } }, 'containers.minCpu'],
  ['a default limit below the bound', { containers: { minCpu: '2', cpuLimit: '1' } }, 'containers.minCpu'],
  ['bounds that cross', { containers: { minMemory: '2Gi', maxMemory: '1Gi' } }, 'containers.minMemory'],
  ['a claim of a few bytes', { maxClaimSize: '500' }, 'maxClaimSize'],
  ['a caller that is no namespace', { allowFromNamespaces: ['Ingress Nginx'] }, 'allowFromNamespaces[0]'],
  ['itself as a caller', { name: 'ml', allowFromNamespaces: ['ml'] }, 'allowFromNamespaces[0]'],
  ['callers where all may call', { defaultDenyIngress: false, allowFromNamespaces: ['x'] }, 'allowFromNamespaces'],
  ['pods that may call each other already', { defaultDenyIngress: false, allowWithin: true }, 'allowWithin'],
  ['a Prometheus that is nowhere', { prometheusNamespace: '' }, 'prometheusNamespace'],
  ['an illegal ServiceAccount', { serviceAccounts: ['a_b'] }, 'serviceAccounts[0]'],
  ['the ServiceAccount that exists', { serviceAccounts: ['default'] }, 'serviceAccounts[0]'],
  ['a ServiceAccount twice', { serviceAccounts: ['a', 'a'] }, 'serviceAccounts[1]'],
  ['a group without a name', { admins: [' '] }, 'admins[0]'],
  ['everybody as a group', { viewers: ['system:authenticated'] }, 'viewers[0]'],
  ['a group twice', { editors: ['a', 'b', 'a'] }, 'editors[2]'],
  ['a ClusterRole that has a prop', { clusterRoles: { edit: ['a'] } }, 'clusterRoles.edit'],
  ['a ClusterRole that cannot be', { clusterRoles: { 'a/b': ['a'] } }, 'clusterRoles.a/b'],
  ['everybody in a ClusterRole', { clusterRoles: { run: ['system:unauthenticated'] } }, 'clusterRoles.run[0]'],
])('refuses %s', (_title, props, prop) => {
  const message = refused(props);
  expect(message).toMatch(/^refused: 1 problem\n/);
  expect(message.split('\n')[1]).toContain(prop);
  expect(message).toMatch(/\n {4}got {7}.+\n {4}expected {2}.+\n {4}fix {7}.+/);
});

test('one error tells everything, in the words of the props', () => {
  const props = { name: 'default', quota: { cpu: '8', cpuLimit: '4', gpus: -1 }, admins: [''] };
  expect(refused(props)).toBe(`refused: 4 problems
  name
    got       'default'
    expected  a namespace of its own: every cluster has this one already, and it cannot be deleted
    fix       choose another name, or place workloads in it with MlNamespace.existing
  quota.gpus
    got       -1
    expected  a whole number, 0 or more
    fix       give the number of them
  quota.cpu
    got       '8'
    expected  at most cpuLimit (4)
    fix       lower cpu or raise cpuLimit
  admins[0]
    got       ''
    expected  the name of a group, as the login of the cluster gives it
    fix       name the group`);
});

test('two owners of one namespace are refused, wherever they stand', () => {
  const twice = (tree: App) => {
    new MlNamespace(tree, 'ml-serving');
    new MlNamespace(tree, 'refused', { name: 'ml-serving' });
  };
  expect(refusal(twice)).toContain('(ml-serving owns it)');
  // another app is another cluster
  expect(() => [app(), app()].map((tree) => new MlNamespace(tree, 'ml-serving'))).not.toThrow();
});

test('a refused namespace leaves its name free', () => {
  const tree = app();
  expect(() => new MlNamespace(tree, 'ml', { admins: [''] })).toThrow();
  expect(() => new MlNamespace(tree, 'ml')).not.toThrow();
});

test('what is said of an existing namespace is checked too', () => {
  const existing = (props: object) => refusal((tree) => MlNamespace.existing(tree, 'refused', props));
  expect(existing({ name: 'A' })).toContain('  name\n');
  expect(existing({ quota: { cpu: 'x' } })).toContain('  quota.cpu\n');
  expect(existing({ containers: { cpu: 'x' } })).toContain('  containers.cpu\n');
  expect(existing({ podSecurity: 'x' })).toContain('  podSecurity\n');
  expect(existing({ prometheusNamespace: 'A' })).toContain('  prometheusNamespace\n');
});

test('a further ServiceAccount is checked like those of the props', () => {
  const namespace = new MlNamespace(app(), 'ml', { serviceAccounts: ['trainer'] });
  expect(() => namespace.addServiceAccount('trainer')).toThrow(/^ml: 1 problem\n {2}serviceAccounts\n/);
  expect(() => namespace.addServiceAccount('A')).toThrow(/^ml: 1 problem/);
});
