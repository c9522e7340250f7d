import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Testing } from 'cdk8s';
import { MlNamespace, type MlNamespaceProps, PodSecurityLevel } from '../../lib/platform';
import { NAMESPACE_DEFAULTS } from '../../lib/platform/ml-namespace/plan';
import { app, documents } from './support';

const ALL_PROPS: Required<MlNamespaceProps> = {
  name: 'credit-risk',
  labels: { 'istio-injection': 'enabled', 'cost-center': 'risk' },
  annotations: { 'argocd.argoproj.io/sync-options': 'ServerSideApply=true, Replace=false', owner: 'risk-platform' },
  protect: true,
  podSecurity: PodSecurityLevel.BASELINE,
  podSecurityWarn: PodSecurityLevel.PRIVILEGED,
  podSecurityAudit: PodSecurityLevel.RESTRICTED,
  podSecurityVersion: 'v1.33',
  quota: {
    cpu: '64',
    cpuLimit: '128',
    memory: '256Gi',
    memoryLimit: '512Gi',
    gpus: 8,
    storage: '2Ti',
    ephemeralStorage: '500Gi',
    pods: 200,
    jobs: 50,
    claims: 20,
    loadBalancers: 0,
    nodePorts: 1,
    hard: { 'requests.amd.com/gpu': '4', 'count/rayclusters.ray.io': '2' },
  },
  containers: {
    cpu: '200m',
    cpuLimit: '2',
    memory: '512Mi',
    memoryLimit: '2Gi',
    minCpu: '10m',
    minMemory: '16Mi',
    maxCpu: '32',
    maxMemory: '128Gi',
  },
  maxClaimSize: '500Gi',
  defaultDenyIngress: true,
  defaultDenyEgress: true,
  allowWithin: true,
  allowFromNamespaces: ['ingress-nginx', 'monitoring'],
  prometheusNamespace: 'monitoring',
  serviceAccounts: ['trainer'],
  admins: ['risk-leads'],
  editors: ['risk-engineers'],
  viewers: ['auditors', 'risk-analysts'],
  clusterRoles: { 'kubeflow-edit': ['risk-engineers'], 'argo:viewer': ['auditors'] },
};

test('minimal: a restricted namespace, a default account without a token, closed to callers', () => {
  const objects = documents(new MlNamespace(app(), 'ml-serving'));
  expect([...objects.values()]).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'ml-serving',
        labels: {
          'pod-security.kubernetes.io/audit': 'restricted',
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/warn': 'restricted',
        },
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'default-deny-ingress', namespace: 'ml-serving' },
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    },
  ]);
});

describe('all props', () => {
  const objects = documents(new MlNamespace(app(), 'ml', ALL_PROPS));

  test('the objects, under stable names and in this order', () => {
    expect([...objects.keys()]).toEqual([
      'Namespace/credit-risk',
      'ResourceQuota/quota',
      'LimitRange/limits',
      'NetworkPolicy/default-deny-ingress',
      'NetworkPolicy/default-deny-egress',
      'NetworkPolicy/allow-dns',
      'NetworkPolicy/allow-within-namespace',
      'NetworkPolicy/allow-from-namespaces',
      'ServiceAccount/trainer',
      'RoleBinding/admins',
      'RoleBinding/editors',
      'RoleBinding/viewers',
      'RoleBinding/cluster-role-argo-viewer',
      'RoleBinding/cluster-role-kubeflow-edit',
    ]);
  });

  test('the Namespace has the labels of both, pinned levels, and keeps the sync options of the user', () => {
    expect(objects.get('Namespace/credit-risk').metadata).toEqual({
      name: 'credit-risk',
      labels: {
        'cost-center': 'risk',
        'istio-injection': 'enabled',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/audit-version': 'v1.33',
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/enforce-version': 'v1.33',
        'pod-security.kubernetes.io/warn': 'privileged',
        'pod-security.kubernetes.io/warn-version': 'v1.33',
      },
      annotations: {
        'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Replace=false,Prune=false,Delete=false',
        'helm.sh/resource-policy': 'keep',
        'kustomize.toolkit.fluxcd.io/prune': 'disabled',
        owner: 'risk-platform',
      },
    });
  });

  test('the quota', () => {
    expect(objects.get('ResourceQuota/quota').spec.hard).toEqual({
      'requests.cpu': '64',
      'limits.cpu': '128',
      'requests.memory': '256Gi',
      'limits.memory': '512Gi',
      'requests.nvidia.com/gpu': '8',
      'requests.amd.com/gpu': '4',
      'requests.storage': '2Ti',
      'requests.ephemeral-storage': '500Gi',
      pods: '200',
      'count/jobs.batch': '50',
      'count/rayclusters.ray.io': '2',
      persistentvolumeclaims: '20',
      'services.loadbalancers': '0',
      'services.nodeports': '1',
    });
  });

  test('the limits', () => {
    expect(objects.get('LimitRange/limits').spec.limits).toEqual([
      {
        type: 'Container',
        defaultRequest: { cpu: '200m', memory: '512Mi' },
        default: { cpu: '2', memory: '2Gi' },
        min: { cpu: '10m', memory: '16Mi' },
        max: { cpu: '32', memory: '128Gi' },
      },
      { type: 'PersistentVolumeClaim', max: { storage: '500Gi' } },
    ]);
  });

  test('DNS stays open to any resolver, on both protocols', () => {
    expect(objects.get('NetworkPolicy/default-deny-egress').spec).toEqual({ podSelector: {}, policyTypes: ['Egress'] });
    expect(objects.get('NetworkPolicy/allow-dns').spec).toEqual({
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
  });

  test('pods call each other, and the named namespaces call them', () => {
    expect(objects.get('NetworkPolicy/allow-within-namespace').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }],
    });
    expect(objects.get('NetworkPolicy/allow-from-namespaces').spec.ingress).toEqual([
      {
        from: ['ingress-nginx', 'monitoring'].map((name) => ({
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
        })),
      },
    ]);
  });

  test('groups get the ClusterRoles', () => {
    const roles = [...objects.values()]
      .filter((object) => object.kind === 'RoleBinding')
      .map(({ roleRef, subjects }) => [
        roleRef.name,
        ...subjects.map((subject: any) => `${subject.kind} ${subject.name}`),
      ]);
    expect(roles).toEqual([
      ['admin', 'Group risk-leads'],
      ['edit', 'Group risk-engineers'],
      ['view', 'Group auditors', 'Group risk-analysts'],
      ['argo:viewer', 'Group auditors'],
      ['kubeflow-edit', 'Group risk-engineers'],
    ]);
  });

  test('the order of keys in props changes nothing', () => {
    const reversed = (value: any): any =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, reversed(inner)]),
          )
        : value;
    const other = new MlNamespace(app(), 'ml', reversed(ALL_PROPS));
    expect(JSON.stringify(Testing.synth(other))).toBe(JSON.stringify([...objects.values()]));
  });
});

describe('the LimitRange matches the quota', () => {
  const limits = (props: MlNamespaceProps) =>
    documents(new MlNamespace(app(), 'ml', props)).get('LimitRange/limits')?.spec.limits[0];

  test.each<[string, MlNamespaceProps, object | undefined]>([
    [
      'none for counts, storage and GPUs, which refuse no container',
      { quota: { pods: 5, storage: '1Ti', gpus: 1 } },
      undefined,
    ],
    [
      'requests where requests are bounded',
      { quota: { cpu: '4', memory: '8Gi' } },
      { defaultRequest: { cpu: '100m', memory: '256Mi' } },
    ],
    [
      'limits where limits are bounded, and requests that are smaller',
      { quota: { cpuLimit: '4', memoryLimit: '8Gi' } },
      { default: { cpu: '1', memory: '1Gi' }, defaultRequest: { cpu: '100m', memory: '256Mi' } },
    ],
    [
      'the upper bound is the default limit, as Kubernetes would have it',
      { containers: { maxCpu: '50m' } },
      { default: { cpu: '50m' }, defaultRequest: { cpu: '50m' }, max: { cpu: '50m' } },
    ],
    [
      'a small default limit under a large bound where the quota counts limits, and never one above the bound',
      { quota: { cpuLimit: '64', memoryLimit: '1Ti' }, containers: { maxCpu: '32', maxMemory: '512Mi' } },
      {
        default: { cpu: '1', memory: '512Mi' },
        defaultRequest: { cpu: '100m', memory: '256Mi' },
        max: { cpu: '32', memory: '512Mi' },
      },
    ],
    [
      'a default limit never below what is requested or the least that is allowed',
      { quota: { cpuLimit: '64', memoryLimit: '1Ti' }, containers: { cpu: '2', minMemory: '4Gi' } },
      { default: { cpu: '2', memory: '4Gi' }, defaultRequest: { cpu: '2', memory: '4Gi' }, min: { memory: '4Gi' } },
    ],
  ])('%s', (_title, props, expected) => {
    const { type, ...found } = limits(props) ?? {};
    expect(found).toEqual(expected ?? {});
  });
});

test('what is said of the defaults in the docs of the props is what happens', () => {
  const source = readFileSync(resolve(__dirname, '../../lib/platform/ml-namespace/props.ts'), 'utf8');
  const owned = source.slice(
    source.indexOf('interface MlNamespaceProps'),
    source.indexOf('interface ExistingNamespaceProps'),
  );
  const literal = Object.fromEntries(
    [...owned.matchAll(/@default ([^-].*)\n \*?\s+\*\/\n\s+readonly (\w+)\?/g)].map(([, value, prop]) => [prop, value]),
  );
  const table = Object.fromEntries(
    Object.entries(NAMESPACE_DEFAULTS).map(([prop, value]) => [
      prop,
      typeof value === 'string' ? `PodSecurityLevel.${value.toUpperCase()}` : String(value),
    ]),
  );
  expect(literal).toEqual(table);
});
