/**
 * The types of the objects that we emit, from the current Kubernetes client: types only, nothing of it runs.
 *
 * They are for inside the library. An exported declaration never names one, so that users need no such package.
 */
import type {
  V1Affinity,
  V1Container,
  V1Deployment,
  V1EnvFromSource,
  V1EnvVar,
  V1IngressSpec,
  V1JobSpec,
  V1LabelSelector,
  V1LimitRange,
  V1Namespace,
  V1NetworkPolicyPeer,
  V1NetworkPolicyPort,
  V1NetworkPolicySpec,
  V1NodeSelectorRequirement,
  V1ObjectMeta,
  V1PersistentVolumeClaim,
  V1PodDisruptionBudget,
  V1PodSpec,
  V1PodTemplateSpec,
  V1Probe,
  V1ResourceQuota,
  V1ResourceRequirements,
  V1ServiceSpec,
  V1Toleration,
  V1TopologySpreadConstraint,
  V1Volume,
  V1VolumeMount,
  V2HorizontalPodAutoscaler,
  V2HorizontalPodAutoscalerBehavior,
  V2HorizontalPodAutoscalerSpec,
  V2MetricSpec,
} from '@kubernetes/client-node';

export type Affinity = V1Affinity;
export type Container = V1Container;
export type Deployment = V1Deployment;
export type EnvVar = V1EnvVar;
export type EnvFromSource = V1EnvFromSource;
export type HorizontalPodAutoscaler = V2HorizontalPodAutoscaler;
export type HorizontalPodAutoscalerBehavior = V2HorizontalPodAutoscalerBehavior;
export type HorizontalPodAutoscalerSpec = V2HorizontalPodAutoscalerSpec;
export type IngressSpec = V1IngressSpec;
export type JobSpec = V1JobSpec;
export type LabelSelector = V1LabelSelector;
export type LimitRange = V1LimitRange;
export type MetricSpec = V2MetricSpec;
export type Namespace = V1Namespace;
export type NetworkPolicyPeer = V1NetworkPolicyPeer;
export type NetworkPolicyPort = V1NetworkPolicyPort;
export type NodeRequirement = V1NodeSelectorRequirement;
export type ObjectMeta = V1ObjectMeta;
export type PersistentVolumeClaim = V1PersistentVolumeClaim;
export type PodDisruptionBudget = V1PodDisruptionBudget;
export type PodSpec = V1PodSpec;
export type PodTemplateSpec = V1PodTemplateSpec;
export type Probe = V1Probe;
export type ResourceQuota = V1ResourceQuota;
export type ResourceRequirements = V1ResourceRequirements;
export type ServiceSpec = V1ServiceSpec;
export type Toleration = V1Toleration;
export type TopologySpreadConstraint = V1TopologySpreadConstraint;
export type Volume = V1Volume;
export type VolumeMount = V1VolumeMount;

/** The client renames `from` to `_from` (a word of Python's); what is emitted is `from`. */
export interface NetworkPolicySpec extends Omit<V1NetworkPolicySpec, 'ingress' | 'egress'> {
  ingress?: { from?: NetworkPolicyPeer[]; ports?: NetworkPolicyPort[] }[];
  egress?: { to?: NetworkPolicyPeer[]; ports?: NetworkPolicyPort[] }[];
}
