// Made by scripts/schemas.ts.
/** The oldest minor of Kubernetes 1 that the tables have. */
export const OLDEST_MINOR = 28;

/** The newest minor of Kubernetes 1 that the tables have. */
export const NEWEST_MINOR = 36;

/** The table of an API group. */
export interface Group {
  /** For custom resources: the release whose definition the table has, by version and kind. */
  readonly releases?: Readonly<Record<string, string>>;
  /** Loads the table: a program without overrides needs none. */
  readonly types: () => Readonly<Record<string, string>>;
}

export const GROUPS: Readonly<Record<string, Group>> = {
  apps: { types: () => (require('./apps') as typeof import('./apps')).TYPES },
  'argoproj.io': {
    releases: {
      'v1alpha1.Workflow': 'argo-workflows v4.1.2',
      'v1alpha1.CronWorkflow': 'argo-workflows v4.1.2',
      'v1alpha1.WorkflowTemplate': 'argo-workflows v4.1.2',
      'v1alpha1.Rollout': 'argo-rollouts v1.9.1',
      'v1alpha1.AnalysisTemplate': 'argo-rollouts v1.9.1',
    },
    types: () => (require('./argoproj.io') as typeof import('./argoproj.io')).TYPES,
  },
  autoscaling: { types: () => (require('./autoscaling') as typeof import('./autoscaling')).TYPES },
  'autoscaling.k8s.io': {
    releases: { 'v1.VerticalPodAutoscaler': 'autoscaler-vpa v1.7.1' },
    types: () => (require('./autoscaling.k8s.io') as typeof import('./autoscaling.k8s.io')).TYPES,
  },
  batch: { types: () => (require('./batch') as typeof import('./batch')).TYPES },
  'batch.volcano.sh': {
    releases: { 'v1alpha1.Job': 'volcano v1.15.1', 'v1alpha1.CronJob': 'volcano v1.15.1' },
    types: () => (require('./batch.volcano.sh') as typeof import('./batch.volcano.sh')).TYPES,
  },
  core: { types: () => (require('./core') as typeof import('./core')).TYPES },
  'external-secrets.io': {
    releases: { 'v1.ExternalSecret': 'external-secrets v2.9.0' },
    types: () => (require('./external-secrets.io') as typeof import('./external-secrets.io')).TYPES,
  },
  'flagger.app': {
    releases: { 'v1beta1.Canary': 'flagger v1.44.0', 'v1beta1.MetricTemplate': 'flagger v1.44.0' },
    types: () => (require('./flagger.app') as typeof import('./flagger.app')).TYPES,
  },
  'gateway.networking.k8s.io': {
    releases: {
      'v1.HTTPRoute': 'gateway-api v1.6.1',
      'v1beta1.HTTPRoute': 'gateway-api v1.6.1',
      'v1.GRPCRoute': 'gateway-api v1.6.1',
    },
    types: () => (require('./gateway.networking.k8s.io') as typeof import('./gateway.networking.k8s.io')).TYPES,
  },
  'grafana.integreatly.org': {
    releases: { 'v1beta1.GrafanaDashboard': 'grafana-operator v5.24.0' },
    types: () => (require('./grafana.integreatly.org') as typeof import('./grafana.integreatly.org')).TYPES,
  },
  'inference.networking.k8s.io': {
    releases: { 'v1.InferencePool': 'gateway-api-inference-extension v1.6.0' },
    types: () => (require('./inference.networking.k8s.io') as typeof import('./inference.networking.k8s.io')).TYPES,
  },
  'inference.networking.x-k8s.io': {
    releases: {
      'v1alpha2.InferenceObjective': 'gateway-api-inference-extension v1.5.0',
      'v1alpha2.InferenceModelRewrite': 'gateway-api-inference-extension v1.5.0',
      'v1alpha2.InferencePool': 'gateway-api-inference-extension v1.4.0',
      'v1alpha2.InferenceModel': 'gateway-api-inference-extension v0.5.1',
    },
    types: () => (require('./inference.networking.x-k8s.io') as typeof import('./inference.networking.x-k8s.io')).TYPES,
  },
  'jobset.x-k8s.io': {
    releases: { 'v1alpha2.JobSet': 'jobset v0.12.0' },
    types: () => (require('./jobset.x-k8s.io') as typeof import('./jobset.x-k8s.io')).TYPES,
  },
  'keda.sh': {
    releases: {
      'v1alpha1.ScaledObject': 'keda v2.20.2',
      'v1alpha1.ScaledJob': 'keda v2.20.2',
      'v1alpha1.TriggerAuthentication': 'keda v2.20.2',
    },
    types: () => (require('./keda.sh') as typeof import('./keda.sh')).TYPES,
  },
  'kubeflow.org': {
    releases: {
      'v1.TFJob': 'kubeflow-training-operator-v1 v1.9.4',
      'v1.PyTorchJob': 'kubeflow-training-operator-v1 v1.9.4',
      'v1.MPIJob': 'kubeflow-training-operator-v1 v1.9.4',
      'v1.JAXJob': 'kubeflow-training-operator-v1 v1.9.4',
      'v1.XGBoostJob': 'kubeflow-training-operator-v1 v1.9.4',
      'v1.PaddleJob': 'kubeflow-training-operator-v1 v1.9.4',
      'v1beta1.Experiment': 'kubeflow-katib v0.19.0',
      'v1.Notebook': 'kubeflow-notebooks v1.11.0',
      'v1alpha1.Notebook': 'kubeflow-notebooks v1.11.0',
      'v1beta1.Notebook': 'kubeflow-notebooks v1.11.0',
    },
    types: () => (require('./kubeflow.org') as typeof import('./kubeflow.org')).TYPES,
  },
  'kueue.x-k8s.io': {
    releases: {
      'v1beta1.ResourceFlavor': 'kueue v0.19.2',
      'v1beta2.ResourceFlavor': 'kueue v0.19.2',
      'v1beta1.ClusterQueue': 'kueue v0.19.2',
      'v1beta2.ClusterQueue': 'kueue v0.19.2',
      'v1beta1.LocalQueue': 'kueue v0.19.2',
      'v1beta2.LocalQueue': 'kueue v0.19.2',
      'v1beta1.WorkloadPriorityClass': 'kueue v0.19.2',
      'v1beta2.WorkloadPriorityClass': 'kueue v0.19.2',
      'v1beta1.Topology': 'kueue v0.19.2',
      'v1beta2.Topology': 'kueue v0.19.2',
      'v1beta1.AdmissionCheck': 'kueue v0.19.2',
      'v1beta2.AdmissionCheck': 'kueue v0.19.2',
      'v1beta1.Cohort': 'kueue v0.19.2',
      'v1beta2.Cohort': 'kueue v0.19.2',
      'v1beta1.ProvisioningRequestConfig': 'kueue v0.19.2',
      'v1beta2.ProvisioningRequestConfig': 'kueue v0.19.2',
    },
    types: () => (require('./kueue.x-k8s.io') as typeof import('./kueue.x-k8s.io')).TYPES,
  },
  'leaderworkerset.x-k8s.io': {
    releases: { 'v1.LeaderWorkerSet': 'lws v0.10.0' },
    types: () => (require('./leaderworkerset.x-k8s.io') as typeof import('./leaderworkerset.x-k8s.io')).TYPES,
  },
  meta: { types: () => (require('./meta') as typeof import('./meta')).TYPES },
  'monitoring.coreos.com': {
    releases: {
      'v1.ServiceMonitor': 'prometheus-operator v0.93.0',
      'v1.PodMonitor': 'prometheus-operator v0.93.0',
      'v1.PrometheusRule': 'prometheus-operator v0.93.0',
    },
    types: () => (require('./monitoring.coreos.com') as typeof import('./monitoring.coreos.com')).TYPES,
  },
  'networking.istio.io': {
    releases: {
      'v1.DestinationRule': 'istio v1.30.3',
      'v1alpha3.DestinationRule': 'istio v1.30.3',
      'v1beta1.DestinationRule': 'istio v1.30.3',
      'v1.VirtualService': 'istio v1.30.3',
      'v1alpha3.VirtualService': 'istio v1.30.3',
      'v1beta1.VirtualService': 'istio v1.30.3',
    },
    types: () => (require('./networking.istio.io') as typeof import('./networking.istio.io')).TYPES,
  },
  'networking.k8s.io': { types: () => (require('./networking.k8s.io') as typeof import('./networking.k8s.io')).TYPES },
  policy: { types: () => (require('./policy') as typeof import('./policy')).TYPES },
  'ray.io': {
    releases: {
      'v1.RayCluster': 'kuberay v1.7.0',
      'v1alpha1.RayCluster': 'kuberay v1.7.0',
      'v1.RayJob': 'kuberay v1.7.0',
      'v1alpha1.RayJob': 'kuberay v1.7.0',
      'v1.RayService': 'kuberay v1.7.0',
      'v1alpha1.RayService': 'kuberay v1.7.0',
      'v1.RayCronJob': 'kuberay v1.7.0',
    },
    types: () => (require('./ray.io') as typeof import('./ray.io')).TYPES,
  },
  'rbac.authorization.k8s.io': {
    types: () => (require('./rbac.authorization.k8s.io') as typeof import('./rbac.authorization.k8s.io')).TYPES,
  },
  'resource.k8s.io': { types: () => (require('./resource.k8s.io') as typeof import('./resource.k8s.io')).TYPES },
  'scheduling.k8s.io': { types: () => (require('./scheduling.k8s.io') as typeof import('./scheduling.k8s.io')).TYPES },
  'scheduling.volcano.sh': {
    releases: { 'v1beta1.Queue': 'volcano v1.15.1', 'v1beta1.PodGroup': 'volcano v1.15.1' },
    types: () => (require('./scheduling.volcano.sh') as typeof import('./scheduling.volcano.sh')).TYPES,
  },
  'serving.kserve.io': {
    releases: {
      'v1beta1.InferenceService': 'kserve v0.20.0',
      'v1alpha1.ServingRuntime': 'kserve v0.20.0',
      'v1alpha1.ClusterServingRuntime': 'kserve v0.20.0',
      'v1alpha1.InferenceGraph': 'kserve v0.20.0',
      'v1alpha1.TrainedModel': 'kserve v0.20.0',
      'v1alpha1.LLMInferenceService': 'kserve v0.20.0',
      'v1alpha2.LLMInferenceService': 'kserve v0.20.0',
    },
    types: () => (require('./serving.kserve.io') as typeof import('./serving.kserve.io')).TYPES,
  },
  'storage.k8s.io': { types: () => (require('./storage.k8s.io') as typeof import('./storage.k8s.io')).TYPES },
  'trainer.kubeflow.org': {
    releases: {
      'v1alpha1.TrainJob': 'kubeflow-trainer-v2 v2.3.0',
      'v1alpha1.TrainingRuntime': 'kubeflow-trainer-v2 v2.3.0',
      'v1alpha1.ClusterTrainingRuntime': 'kubeflow-trainer-v2 v2.3.0',
    },
    types: () => (require('./trainer.kubeflow.org') as typeof import('./trainer.kubeflow.org')).TYPES,
  },
};
