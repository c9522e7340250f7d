import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { LimitRange, NetworkPolicySpec, ResourceQuota } from '../../internal/kubernetes';
import { DNS } from '../../traits/network-access/plan';
import type { GuardRails } from '../../values/guard-rails';
import type { OwnedPlan } from './plan';

/** Emits the namespace and its guard rails below `scope`; returns the Namespace object, which comes before all others. */
export function emitNamespace(scope: Construct, rails: GuardRails, plan: OwnedPlan): ApiObject {
  const namespace = namespaceObject(scope, rails, plan);
  quotaObject(scope, rails);
  limitRange(scope, rails, plan);
  networkPolicies(scope, rails, plan);
  for (const name of plan.serviceAccounts) serviceAccount(scope, name);
  for (const binding of plan.bindings) roleBinding(scope, binding);
  // documents are written in the order of dependencies: whatever a user makes depend on what, the Namespace stays first
  for (const child of scope.node.children) if (child !== namespace) child.node.addDependency(namespace);
  return namespace;
}

function namespaceObject(scope: Construct, rails: GuardRails, plan: OwnedPlan): ApiObject {
  return new ApiObject(scope, 'namespace', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: rails.namespace, labels: plan.labels, annotations: plan.annotations },
  });
}

function quotaObject(scope: Construct, { quota = {} }: GuardRails): void {
  if (Object.keys(quota).length === 0) return;
  const spec: ResourceQuota['spec'] = { hard: quota };
  new ApiObject(scope, 'quota', { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'quota' }, spec });
}

function limitRange(scope: Construct, { containers }: GuardRails, { maxClaimSize }: OwnedPlan): void {
  const limits = [
    ...(containers ? [{ type: 'Container', ...containers }] : []),
    ...(maxClaimSize ? [{ type: 'PersistentVolumeClaim', max: { storage: maxClaimSize } }] : []),
  ];
  if (limits.length === 0) return;
  const spec: LimitRange['spec'] = { limits };
  new ApiObject(scope, 'limits', { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'limits' }, spec });
}

function networkPolicies(scope: Construct, rails: GuardRails, plan: OwnedPlan): void {
  const everyPod = { podSelector: {} };
  if (rails.defaultDenyIngress) networkPolicy(scope, 'default-deny-ingress', { ...everyPod, policyTypes: ['Ingress'] });
  if (rails.defaultDenyEgress) {
    networkPolicy(scope, 'default-deny-egress', { ...everyPod, policyTypes: ['Egress'] });
    networkPolicy(scope, 'allow-dns', { ...everyPod, policyTypes: ['Egress'], egress: [DNS] });
  }
  if (plan.allowWithin) networkPolicy(scope, 'allow-within-namespace', withinNamespace(rails));
  if (plan.allowFromNamespaces.length > 0)
    networkPolicy(scope, 'allow-from-namespaces', {
      ...everyPod,
      policyTypes: ['Ingress'],
      ingress: [{ from: plan.allowFromNamespaces.map(podsOfNamespace) }],
    });
}

const podsOfNamespace = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});

/** Only the directions that are closed: a rule for an open one would close it to everything else. */
function withinNamespace(rails: GuardRails): NetworkPolicySpec {
  const peers = [{ podSelector: {} }];
  return {
    podSelector: {},
    policyTypes: [...(rails.defaultDenyIngress ? ['Ingress'] : []), ...(rails.defaultDenyEgress ? ['Egress'] : [])],
    ...(rails.defaultDenyIngress && { ingress: [{ from: peers }] }),
    ...(rails.defaultDenyEgress && { egress: [{ to: peers }] }),
  };
}

function networkPolicy(scope: Construct, name: string, spec: NetworkPolicySpec): void {
  new ApiObject(scope, name, { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name }, spec });
}

/**
 * A ServiceAccount whose pods get no token. The one named `default` is left to the cluster, which makes it moments after
 * the namespace: `kubectl apply` of our own would race with that, and fail in one namespace of two.
 */
export function serviceAccount(scope: Construct, name: string): kplus.ServiceAccount {
  return new kplus.ServiceAccount(scope, `service-account-${name}`, { metadata: { name }, automountToken: false });
}

function roleBinding(scope: Construct, { name, clusterRole, groups }: OwnedPlan['bindings'][number]): void {
  const holder = new Construct(scope, `binding-${name}`);
  const role = kplus.ClusterRole.fromClusterRoleName(holder, 'role', clusterRole);
  const binding = new kplus.RoleBinding(holder, 'binding', { metadata: { name }, role });
  binding.addSubjects(...groups.map((group, i) => kplus.Group.fromName(holder, `group-${i}`, group)));
}
