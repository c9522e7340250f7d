import fc from 'fast-check';
import { type ExistingNamespaceProps, MlNamespace, type MlNamespaceProps, PodSecurityLevel } from '../../../lib';
import { claimSize, clusterRoles, containers, groups, level, quota, version } from '../arbitrary-namespace';
import { list, mostly } from '../arbitrary-recipes';
import { annotations, label, labels, subdomain } from '../arbitrary-text';
import { randomOf, valuesOf } from './rows';
import type { PropRows, TestedConstruct } from './types';

const EXISTING: PropRows<ExistingNamespaceProps> = {
  name: {
    value: 'p-namespace',
    random: label(),
    faulty: { value: 'P_Namespace', at: 'name' },
  },
  podSecurity: {
    value: PodSecurityLevel.BASELINE,
    random: level,
    faulty: { value: 'strict', at: 'podSecurity' },
  },
  quota: {
    value: {
      cpu: '64',
      cpuLimit: '128',
      memory: '256Gi',
      memoryLimit: '512Gi',
      gpus: 8,
      storage: '2Ti',
      ephemeralStorage: '500Gi',
      pods: 100,
      jobs: 50,
      claims: 20,
      loadBalancers: 1,
      nodePorts: 2,
      hard: { 'requests.amd.com/gpu': '4' },
    },
    random: quota,
    faulty: { value: { cpu: 'many' }, at: 'quota.cpu' },
  },
  containers: {
    value: {
      cpu: '100m',
      cpuLimit: '2',
      memory: '256Mi',
      memoryLimit: '2Gi',
      minCpu: '10m',
      minMemory: '16Mi',
      maxCpu: '32',
      maxMemory: '128Gi',
    },
    random: containers,
    faulty: { value: { memory: 'much' }, at: 'containers.memory' },
  },
  defaultDenyIngress: {
    value: true,
    random: fc.boolean(),
    faulty: { value: 'no', at: 'defaultDenyIngress' },
  },
  defaultDenyEgress: {
    value: true,
    random: fc.boolean(),
    faulty: { value: 'no', at: 'defaultDenyEgress' },
  },
  prometheusNamespace: {
    value: 'p-monitoring',
    random: label(),
    faulty: { value: '', at: 'prometheusNamespace' },
  },
};

const OWNED: PropRows<MlNamespaceProps> = {
  ...EXISTING,
  name: { ...EXISTING.name, trace: '"p-namespace"', random: mostly(label(), 'default', 'kube-system') },
  podSecurity: { ...EXISTING.podSecurity, trace: '"pod-security.kubernetes.io/enforce":"baseline"' },
  quota: { ...EXISTING.quota, trace: '"requests.amd.com/gpu":"4"' },
  containers: { ...EXISTING.containers, trace: '"memory":"128Gi"' },
  defaultDenyIngress: { ...EXISTING.defaultDenyIngress, trace: '"default-deny-ingress"' },
  defaultDenyEgress: { ...EXISTING.defaultDenyEgress, trace: '"default-deny-egress"' },
  labels: {
    value: { 'istio-injection': 'disabled' },
    trace: '"istio-injection":"disabled"',
    random: labels,
    faulty: { value: { 'my label': 'x' }, at: 'labels.my label' },
  },
  annotations: {
    value: { 'example.com/team': 'fraud' },
    trace: '"example.com/team":"fraud"',
    random: annotations,
    faulty: { value: { 'a b': 'c' }, at: 'annotations.a b' },
  },
  protect: {
    value: true,
    trace: 'Prune=false,Delete=false',
    random: fc.boolean(),
    faulty: { value: 'yes', at: 'protect' },
  },
  podSecurityWarn: {
    value: PodSecurityLevel.BASELINE,
    trace: '"pod-security.kubernetes.io/warn":"baseline"',
    random: level,
    faulty: { value: 'strict', at: 'podSecurityWarn' },
  },
  podSecurityAudit: {
    value: PodSecurityLevel.PRIVILEGED,
    trace: '"pod-security.kubernetes.io/audit":"privileged"',
    random: level,
    faulty: { value: 'strict', at: 'podSecurityAudit' },
  },
  podSecurityVersion: {
    value: 'v1.33',
    trace: '"pod-security.kubernetes.io/enforce-version":"v1.33"',
    random: version,
    faulty: { value: '1.33', at: 'podSecurityVersion' },
  },
  maxClaimSize: {
    value: '500Gi',
    trace: '"storage":"500Gi"',
    random: claimSize,
    faulty: { value: 'much', at: 'maxClaimSize' },
  },
  allowWithin: {
    value: true,
    trace: '"allow-within-namespace"',
    random: fc.boolean(),
    faulty: { value: 'no', at: 'allowWithin' },
  },
  allowFromNamespaces: {
    value: ['p-gateways'],
    trace: '"p-gateways"',
    random: list(label(), 3),
    faulty: { value: ['P_Gateways'], at: 'allowFromNamespaces[0]' },
  },
  serviceAccounts: {
    value: ['p-batch'],
    trace: '"p-batch"',
    random: list(mostly(subdomain, 'default'), 3),
    faulty: { value: ['p_batch'], at: 'serviceAccounts[0]' },
  },
  admins: {
    value: ['p-leads'],
    trace: '"p-leads"',
    random: groups,
    faulty: { value: [' '], at: 'admins[0]' },
  },
  editors: {
    value: ['p-engineers'],
    trace: '"p-engineers"',
    random: groups,
    faulty: { value: [''], at: 'editors[0]' },
  },
  viewers: {
    value: ['p-analysts'],
    trace: '"p-analysts"',
    random: groups,
    faulty: { value: ['system:authenticated'], at: 'viewers[0]' },
  },
  clusterRoles: {
    value: { 'system:monitoring': ['p-watchers'] },
    trace: '"p-watchers"',
    random: clusterRoles,
    faulty: { value: { 'a/b': ['p-watchers'] }, at: 'clusterRoles.a/b' },
  },
};

/** A namespace that the app owns. */
export const mlNamespace: TestedConstruct<MlNamespaceProps> = {
  name: 'MlNamespace',
  called: 'new MlNamespace',
  within: 'app',
  make: (scope, id, props) => new MlNamespace(scope, id, props),
  minimal: {},
  rows: OWNED,
  separable: (scope) => valuesOf(OWNED, scope),
  random: randomOf(OWNED, [], 6),
  receives: {},
};

/** A namespace that somebody else owns: it makes no object, so no prop leaves a trace in it. */
export const existingNamespace: TestedConstruct<ExistingNamespaceProps> = {
  name: 'MlNamespace.existing',
  called: 'MlNamespace.existing',
  within: 'app',
  make: (scope, id, props) => MlNamespace.existing(scope, id, props),
  minimal: {},
  rows: EXISTING,
  separable: (scope) => valuesOf(EXISTING, scope),
  random: randomOf(EXISTING, [], 6),
  receives: {},
};
