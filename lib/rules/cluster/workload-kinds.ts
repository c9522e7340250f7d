/** Where a kind of object keeps the pods it makes. A new kind of workload is one more line here. */
export interface WorkloadKind {
  readonly group: string;
  readonly kind: string;
  /** Path of the pod template; `*` stands for every entry of a list or map; empty where the object is the pod itself. */
  readonly template: string;
  /** Path of the label selector that must match the template. */
  readonly selector?: string;
  /** Path of the number of pods; absent counts as one. */
  readonly replicas?: string;
}

const kind = (name: string, template: string, selector?: string, replicas?: string): WorkloadKind => {
  const [group, type] = name.includes('/') ? name.split('/') : ['', name];
  return { group, kind: type, template, selector, replicas };
};

/** Kubernetes' own. */
export const BUILT_IN_WORKLOADS: readonly WorkloadKind[] = [
  kind('Pod', ''),
  kind('ReplicationController', 'spec.template', undefined, 'spec.replicas'),
  kind('apps/Deployment', 'spec.template', 'spec.selector', 'spec.replicas'),
  kind('apps/ReplicaSet', 'spec.template', 'spec.selector', 'spec.replicas'),
  kind('apps/StatefulSet', 'spec.template', 'spec.selector', 'spec.replicas'),
  kind('apps/DaemonSet', 'spec.template', 'spec.selector'),
  kind('batch/Job', 'spec.template', undefined, 'spec.parallelism'),
  kind('batch/CronJob', 'spec.jobTemplate.spec.template', undefined, 'spec.jobTemplate.spec.parallelism'),
];

/** Custom resources, paths from their CRDs (a test compares them). Their controllers may add labels to the pods. */
export const CUSTOM_WORKLOADS: readonly WorkloadKind[] = [
  kind('argoproj.io/Rollout', 'spec.template', 'spec.selector', 'spec.replicas'),
  kind('batch.volcano.sh/Job', 'spec.tasks.*.template'),
  kind('jobset.x-k8s.io/JobSet', 'spec.replicatedJobs.*.template.spec.template'),
  kind('keda.sh/ScaledJob', 'spec.jobTargetRef.template'),
  kind('kubeflow.org/JAXJob', 'spec.jaxReplicaSpecs.*.template'),
  kind('kubeflow.org/MPIJob', 'spec.mpiReplicaSpecs.*.template'),
  kind('kubeflow.org/Notebook', 'spec.template'),
  kind('kubeflow.org/PaddleJob', 'spec.paddleReplicaSpecs.*.template'),
  kind('kubeflow.org/PyTorchJob', 'spec.pytorchReplicaSpecs.*.template'),
  kind('kubeflow.org/TFJob', 'spec.tfReplicaSpecs.*.template'),
  kind('kubeflow.org/XGBoostJob', 'spec.xgbReplicaSpecs.*.template'),
  kind('leaderworkerset.x-k8s.io/LeaderWorkerSet', 'spec.leaderWorkerTemplate.leaderTemplate'),
  kind('leaderworkerset.x-k8s.io/LeaderWorkerSet', 'spec.leaderWorkerTemplate.workerTemplate'),
  kind('ray.io/RayCluster', 'spec.headGroupSpec.template'),
  kind('ray.io/RayCluster', 'spec.workerGroupSpecs.*.template'),
  kind('ray.io/RayJob', 'spec.rayClusterSpec.headGroupSpec.template'),
  kind('ray.io/RayJob', 'spec.rayClusterSpec.workerGroupSpecs.*.template'),
  kind('ray.io/RayService', 'spec.rayClusterConfig.headGroupSpec.template'),
  kind('ray.io/RayService', 'spec.rayClusterConfig.workerGroupSpecs.*.template'),
];

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
