import type { ComponentName } from './cluster-components';

/** A feature of Kubernetes that not every supported minor has. */
export interface KubernetesFeature {
  /** How errors name it. */
  readonly title: string;
  /** First minor of Kubernetes 1 where it is on by default: beta and on, or stable. */
  readonly since: number;
  /** Number of the enhancement, https://kep.k8s.io/<number>. */
  readonly kep: number;
  /** `Schema.field` that it adds to the API; a test looks up in the OpenAPI when it was added. */
  readonly field?: string;
  /** The feature gate that turns it on earlier. */
  readonly gate?: string;
  /** First minor that knows the gate and the field. */
  readonly gateSince?: number;
}

/** A feature of a component that not every supported release has. */
export interface ComponentFeature {
  /** How errors name it. */
  readonly title: string;
  readonly component: ComponentName;
  /** First release that has it by default; without, every supported one does. */
  readonly since?: string;
  /** First release that does not have it by default any more. */
  readonly until?: string;
  /** Where that is written. */
  readonly source: string;
}

export type ClusterFeature = KubernetesFeature | ComponentFeature;

/**
 * Features, and the minor of Kubernetes or the release of a component that has them. Minors of gates:
 * https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
export const CLUSTER_FEATURES = {
  nativeSidecars: {
    title: 'native sidecar containers (initContainers[].restartPolicy)',
    since: 29,
    kep: 753,
    field: 'v1.Container.restartPolicy',
    gate: 'SidecarContainers',
    gateSince: 28,
  },
  preStopSleep: {
    title: 'the preStop sleep action (lifecycle.preStop.sleep)',
    since: 30,
    kep: 3960,
    field: 'v1.LifecycleHandler.sleep',
    gate: 'PodLifecycleSleepAction',
    gateSince: 29,
  },
  podHostIps: {
    title: 'all addresses of the node (status.hostIPs)',
    since: 29,
    kep: 2681,
    field: 'v1.PodStatus.hostIPs',
    gate: 'PodHostIPs',
    gateSince: 28,
  },
  jobPodReplacementPolicy: {
    title: 'podReplacementPolicy of a Job',
    since: 29,
    kep: 3939,
    field: 'v1.JobSpec.podReplacementPolicy',
    gate: 'JobPodReplacementPolicy',
    gateSince: 28,
  },
  imageVolumes: {
    title: 'OCI image volumes (volumes[].image)',
    since: 35,
    kep: 4639,
    field: 'v1.Volume.image',
    gate: 'ImageVolume',
    // known from 1.31, but Pod Security "restricted" admits the volume from 1.33 only (kubernetes#130394)
    gateSince: 33,
  },
  hpaTolerance: {
    title: 'tolerance in HPA behavior (autoscaling/v2)',
    since: 35,
    kep: 4951,
    field: 'v2.HPAScalingRules.tolerance',
    gate: 'HPAConfigurableTolerance',
    gateSince: 33,
  },
  hpaContainerResource: {
    title: 'HPA metrics of one container (type ContainerResource)',
    since: 27,
    kep: 1610,
    field: 'v2.MetricSpec.containerResource',
  },
  inPlaceResize: {
    title: 'in-place resize of pods (VPA mode InPlaceOrRecreate)',
    since: 33,
    kep: 1287,
    gate: 'InPlacePodVerticalScaling',
    gateSince: 28,
  },
  matchLabelKeys: {
    title: 'matchLabelKeys in topologySpreadConstraints',
    since: 27,
    kep: 3243,
    field: 'v1.TopologySpreadConstraint.matchLabelKeys',
  },
  unhealthyPodEviction: {
    title: 'unhealthyPodEvictionPolicy in PodDisruptionBudgets',
    since: 27,
    kep: 3017,
    field: 'v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy',
  },
  jobSuccessPolicy: {
    title: 'success policies of Jobs (spec.successPolicy)',
    since: 31,
    kep: 3998,
    field: 'v1.JobSpec.successPolicy',
    gate: 'JobSuccessPolicy',
    gateSince: 30,
  },
  jobManagedBy: {
    title: 'Jobs run by another controller (spec.managedBy)',
    since: 32,
    kep: 4368,
    field: 'v1.JobSpec.managedBy',
    gate: 'JobManagedBy',
    gateSince: 30,
  },
  kueueElasticJobs: {
    title: 'elastic jobs of Kueue (annotation kueue.x-k8s.io/elastic-job)',
    component: 'kueue',
    since: '0.18',
    source: 'kueue CHANGELOG-0.18: ElasticJobsViaWorkloadSlices is beta (#11547)',
  },
  kueueTrainingOperatorJobs: {
    title: 'queues for the kubeflow.org/v1 jobs of the training operator',
    component: 'kueue',
    until: '0.19',
    source: 'kueue CHANGELOG-0.19: the default settings do not include training v1 (#12606)',
  },
  vpaInPlace: {
    title: 'the VPA update mode InPlace, which never evicts',
    component: 'vpa',
    since: '1.7',
    source: 'kubernetes/autoscaler, vertical-pod-autoscaler 1.7.0',
  },
} as const satisfies Record<string, ClusterFeature>;

export type ClusterFeatureName = keyof typeof CLUSTER_FEATURES;
