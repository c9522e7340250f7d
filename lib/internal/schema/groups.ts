// Made by scripts/schemas.ts.
/** The oldest minor of Kubernetes 1 that the tables have. */
export const OLDEST_MINOR = 28;

/** The newest minor of Kubernetes 1 that the tables have. */
export const NEWEST_MINOR = 36;

/** The table of an API group. */
export interface Group {
  /** For custom resources: the release whose definition the table has, by kind. */
  readonly releases?: Readonly<Record<string, string>>;
  /** Loads the table: a program without overrides needs none. */
  readonly types: () => Readonly<Record<string, string>>;
}

export const GROUPS: Readonly<Record<string, Group>> = {
  apps: { types: () => (require('./apps') as typeof import('./apps')).TYPES },
  'argoproj.io': {
    releases: {
      Workflow: 'argo-workflows v4.1.2',
      CronWorkflow: 'argo-workflows v4.1.2',
      WorkflowTemplate: 'argo-workflows v4.1.2',
      Rollout: 'argo-rollouts v1.9.1',
      AnalysisTemplate: 'argo-rollouts v1.9.1',
    },
    types: () => (require('./argoproj.io') as typeof import('./argoproj.io')).TYPES,
  },
  autoscaling: { types: () => (require('./autoscaling') as typeof import('./autoscaling')).TYPES },
  'autoscaling.k8s.io': {
    releases: { VerticalPodAutoscaler: 'autoscaler-vpa v1.7.1' },
    types: () => (require('./autoscaling.k8s.io') as typeof import('./autoscaling.k8s.io')).TYPES,
  },
  batch: { types: () => (require('./batch') as typeof import('./batch')).TYPES },
  'batch.volcano.sh': {
    releases: { Job: 'volcano v1.15.1', CronJob: 'volcano v1.15.1' },
    types: () => (require('./batch.volcano.sh') as typeof import('./batch.volcano.sh')).TYPES,
  },
  core: { types: () => (require('./core') as typeof import('./core')).TYPES },
  'external-secrets.io': {
    releases: { ExternalSecret: 'external-secrets v2.9.0' },
    types: () => (require('./external-secrets.io') as typeof import('./external-secrets.io')).TYPES,
  },
  'flagger.app': {
    releases: { Canary: 'flagger v1.44.0', MetricTemplate: 'flagger v1.44.0' },
    types: () => (require('./flagger.app') as typeof import('./flagger.app')).TYPES,
  },
  'gateway.networking.k8s.io': {
    releases: { HTTPRoute: 'gateway-api v1.6.1', GRPCRoute: 'gateway-api v1.6.1' },
    types: () => (require('./gateway.networking.k8s.io') as typeof import('./gateway.networking.k8s.io')).TYPES,
  },
  'grafana.integreatly.org': {
    releases: { GrafanaDashboard: 'grafana-operator v5.24.0' },
    types: () => (require('./grafana.integreatly.org') as typeof import('./grafana.integreatly.org')).TYPES,
  },
  'inference.networking.k8s.io': {
    releases: { InferencePool: 'gateway-api-inference-extension v1.6.0' },
    types: () => (require('./inference.networking.k8s.io') as typeof import('./inference.networking.k8s.io')).TYPES,
  },
  'inference.networking.x-k8s.io': {
    releases: {
      InferenceObjective: 'gateway-api-inference-extension v1.5.0',
      InferenceModelRewrite: 'gateway-api-inference-extension v1.5.0',
      InferencePool: 'gateway-api-inference-extension v1.4.0',
      InferenceModel: 'gateway-api-inference-extension v0.5.1',
    },
    types: () => (require('./inference.networking.x-k8s.io') as typeof import('./inference.networking.x-k8s.io')).TYPES,
  },
  'jobset.x-k8s.io': {
    releases: { JobSet: 'jobset v0.12.0' },
    types: () => (require('./jobset.x-k8s.io') as typeof import('./jobset.x-k8s.io')).TYPES,
  },
  'keda.sh': {
    releases: { ScaledObject: 'keda v2.20.2', ScaledJob: 'keda v2.20.2', TriggerAuthentication: 'keda v2.20.2' },
    types: () => (require('./keda.sh') as typeof import('./keda.sh')).TYPES,
  },
  'kubeflow.org': {
    releases: {
      TFJob: 'kubeflow-training-operator-v1 v1.9.4',
      PyTorchJob: 'kubeflow-training-operator-v1 v1.9.4',
      MPIJob: 'kubeflow-training-operator-v1 v1.9.4',
      JAXJob: 'kubeflow-training-operator-v1 v1.9.4',
      XGBoostJob: 'kubeflow-training-operator-v1 v1.9.4',
      PaddleJob: 'kubeflow-training-operator-v1 v1.9.4',
      Experiment: 'kubeflow-katib v0.19.0',
      Notebook: 'kubeflow-notebooks v1.11.0',
    },
    types: () => (require('./kubeflow.org') as typeof import('./kubeflow.org')).TYPES,
  },
  'kueue.x-k8s.io': {
    releases: {
      ResourceFlavor: 'kueue v0.19.2',
      ClusterQueue: 'kueue v0.19.2',
      LocalQueue: 'kueue v0.19.2',
      WorkloadPriorityClass: 'kueue v0.19.2',
      Topology: 'kueue v0.19.2',
      AdmissionCheck: 'kueue v0.19.2',
      Cohort: 'kueue v0.19.2',
      ProvisioningRequestConfig: 'kueue v0.19.2',
    },
    types: () => (require('./kueue.x-k8s.io') as typeof import('./kueue.x-k8s.io')).TYPES,
  },
  'leaderworkerset.x-k8s.io': {
    releases: { LeaderWorkerSet: 'lws v0.10.0' },
    types: () => (require('./leaderworkerset.x-k8s.io') as typeof import('./leaderworkerset.x-k8s.io')).TYPES,
  },
  meta: { types: () => (require('./meta') as typeof import('./meta')).TYPES },
  'monitoring.coreos.com': {
    releases: {
      ServiceMonitor: 'prometheus-operator v0.93.0',
      PodMonitor: 'prometheus-operator v0.93.0',
      PrometheusRule: 'prometheus-operator v0.93.0',
    },
    types: () => (require('./monitoring.coreos.com') as typeof import('./monitoring.coreos.com')).TYPES,
  },
  'networking.istio.io': {
    releases: { DestinationRule: 'istio v1.30.3', VirtualService: 'istio v1.30.3' },
    types: () => (require('./networking.istio.io') as typeof import('./networking.istio.io')).TYPES,
  },
  'networking.k8s.io': { types: () => (require('./networking.k8s.io') as typeof import('./networking.k8s.io')).TYPES },
  policy: { types: () => (require('./policy') as typeof import('./policy')).TYPES },
  'ray.io': {
    releases: {
      RayCluster: 'kuberay v1.7.0',
      RayJob: 'kuberay v1.7.0',
      RayService: 'kuberay v1.7.0',
      RayCronJob: 'kuberay v1.7.0',
    },
    types: () => (require('./ray.io') as typeof import('./ray.io')).TYPES,
  },
  'rbac.authorization.k8s.io': {
    types: () => (require('./rbac.authorization.k8s.io') as typeof import('./rbac.authorization.k8s.io')).TYPES,
  },
  'resource.k8s.io': { types: () => (require('./resource.k8s.io') as typeof import('./resource.k8s.io')).TYPES },
  'scheduling.k8s.io': { types: () => (require('./scheduling.k8s.io') as typeof import('./scheduling.k8s.io')).TYPES },
  'scheduling.volcano.sh': {
    releases: { Queue: 'volcano v1.15.1', PodGroup: 'volcano v1.15.1' },
    types: () => (require('./scheduling.volcano.sh') as typeof import('./scheduling.volcano.sh')).TYPES,
  },
  'serving.kserve.io': {
    releases: {
      InferenceService: 'kserve v0.20.0',
      ServingRuntime: 'kserve v0.20.0',
      ClusterServingRuntime: 'kserve v0.20.0',
      InferenceGraph: 'kserve v0.20.0',
      TrainedModel: 'kserve v0.20.0',
      LLMInferenceService: 'kserve v0.20.0',
    },
    types: () => (require('./serving.kserve.io') as typeof import('./serving.kserve.io')).TYPES,
  },
  'storage.k8s.io': { types: () => (require('./storage.k8s.io') as typeof import('./storage.k8s.io')).TYPES },
  'trainer.kubeflow.org': {
    releases: {
      TrainJob: 'kubeflow-trainer-v2 v2.3.0',
      TrainingRuntime: 'kubeflow-trainer-v2 v2.3.0',
      ClusterTrainingRuntime: 'kubeflow-trainer-v2 v2.3.0',
    },
    types: () => (require('./trainer.kubeflow.org') as typeof import('./trainer.kubeflow.org')).TYPES,
  },
};
