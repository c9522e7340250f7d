import { COMPONENT_LABEL, SCHEDULE_COMPONENT } from '../../internal/labels';

/** True for the labels of a ConfigMap whose text is the object of a scheduled run: its pods are not in the manifests. */
export function holdsScheduledRun(labels: Readonly<Record<string, unknown>>): boolean {
  return labels[COMPONENT_LABEL] === SCHEDULE_COMPONENT;
}

/** Groups (or single kinds) of custom resources that make no pods. All other unknown kinds may make some, with any labels. */
const WITHOUT_PODS = new Set([
  'argoproj.io/AnalysisTemplate',
  'argoproj.io/AppProject',
  'argoproj.io/ClusterAnalysisTemplate',
  'autoscaling.k8s.io',
  'autoscaling.x-k8s.io',
  'bitnami.com',
  'cert-manager.io',
  'cilium.io',
  'external-secrets.io',
  'gateway.networking.k8s.io/BackendTLSPolicy',
  'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/GatewayClass',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/ReferenceGrant',
  'gateway.networking.k8s.io/TCPRoute',
  'gateway.networking.k8s.io/TLSRoute',
  'grafana.integreatly.org/GrafanaDashboard',
  'karpenter.sh',
  'keda.sh/ClusterTriggerAuthentication',
  'keda.sh/ScaledObject',
  'keda.sh/TriggerAuthentication',
  'kueue.x-k8s.io',
  'kyverno.io',
  'monitoring.coreos.com/PodMonitor',
  'monitoring.coreos.com/Probe',
  'monitoring.coreos.com/PrometheusRule',
  'monitoring.coreos.com/ScrapeConfig',
  'monitoring.coreos.com/ServiceMonitor',
  'networking.istio.io',
  'policies.kyverno.io',
  'secrets-store.csi.x-k8s.io',
  'security.istio.io',
  'snapshot.storage.k8s.io',
  'telemetry.istio.io',
]);

const BUILT_IN_GROUPS = new Set(['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy']);

/** True for the groups that Kubernetes itself serves. */
export function isBuiltInGroup(group: string): boolean {
  return BUILT_IN_GROUPS.has(group) || BUILT_IN_DOTTED.has(group);
}

const BUILT_IN_DOTTED = new Set(
  [
    'admissionregistration apiextensions apiregistration authentication authorization certificates coordination discovery',
    'events flowcontrol.apiserver internal.apiserver networking node rbac.authorization resource scheduling storage',
    'storagemigration',
  ]
    .join(' ')
    .split(' ')
    .map((name) => `${name}.k8s.io`),
);

/** True where pods may come into being that no rule can see, because a controller we know nothing of makes them. */
export function mayMakeUnseenPods(group: string, kind: string): boolean {
  if (isBuiltInGroup(group)) return false;
  if (group === 'argoproj.io' && kind === 'Rollout') return false;
  return !WITHOUT_PODS.has(group) && !WITHOUT_PODS.has(`${group}/${kind}`);
}
