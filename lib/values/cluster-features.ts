/** A capability of Kubernetes that the library uses and that not every supported minor has. */
export interface ClusterFeature {
  /** How errors call it. */
  readonly title: string;
  /** First minor of Kubernetes 1 where it works without a feature gate being turned on. */
  readonly since: number;
  /** The feature gate that turns it on earlier. */
  readonly gate?: string;
  /** First minor that knows the gate. */
  readonly gateSince?: number;
}

const feature = (title: string, since: number, gate?: string, gateSince?: number): ClusterFeature => ({
  title,
  since,
  gate,
  gateSince,
});

/**
 * Which minor brought what. "Since" is the first minor with the gate on by default (beta on, or stable), read from
 * the feature gates reference, https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
export const CLUSTER_FEATURES = {
  nativeSidecars: feature('native sidecar containers (initContainers[].restartPolicy)', 29, 'SidecarContainers', 28),
  preStopSleep: feature('the preStop sleep action (lifecycle.preStop.sleep)', 30, 'PodLifecycleSleepAction', 29),
  imageVolumes: feature('OCI image volumes (volumes[].image)', 35, 'ImageVolume', 31),
  hpaTolerance: feature('tolerance in HPA behavior (autoscaling/v2)', 35, 'HPAConfigurableTolerance', 33),
  hpaContainerResource: feature('HPA metrics of one container (type ContainerResource)', 27),
  inPlaceResize: feature('in-place resize of pods (VPA mode InPlaceOrRecreate)', 33, 'InPlacePodVerticalScaling', 27),
  matchLabelKeys: feature('matchLabelKeys in topologySpreadConstraints', 27),
  unhealthyPodEviction: feature('unhealthyPodEvictionPolicy in PodDisruptionBudgets', 27),
} as const satisfies Record<string, ClusterFeature>;

export type ClusterFeatureName = keyof typeof CLUSTER_FEATURES;
