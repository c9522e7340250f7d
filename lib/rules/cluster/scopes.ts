/**
 * The kinds that have no namespace. Kubernetes' own are read from its OpenAPI 1.28 to 1.36 (paths without `{namespace}`),
 * the others from the CRDs' `scope`; a test compares both.
 */
const CLUSTER_SCOPED: Record<string, string> = {
  '': 'Namespace Node PersistentVolume ComponentStatus',
  'admissionregistration.k8s.io':
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration',
  'apiextensions.k8s.io': 'CustomResourceDefinition',
  'apiregistration.k8s.io': 'APIService',
  'certificates.k8s.io': 'CertificateSigningRequest ClusterTrustBundle',
  'flowcontrol.apiserver.k8s.io': 'FlowSchema PriorityLevelConfiguration',
  'internal.apiserver.k8s.io': 'StorageVersion',
  'networking.k8s.io': 'ClusterCIDR IPAddress IngressClass ServiceCIDR',
  'node.k8s.io': 'RuntimeClass',
  'rbac.authorization.k8s.io': 'ClusterRole ClusterRoleBinding',
  'resource.k8s.io': 'DeviceClass DeviceTaintRule ResourceClass ResourcePoolStatusRequest ResourceSlice',
  'scheduling.k8s.io': 'PriorityClass',
  'storage.k8s.io': 'CSIDriver CSINode StorageClass VolumeAttachment VolumeAttributesClass',
  'storagemigration.k8s.io': 'StorageVersionMigration',
  'argoproj.io': 'ClusterAnalysisTemplate ClusterWorkflowTemplate',
  'cert-manager.io': 'ClusterIssuer',
  'external-secrets.io': 'ClusterExternalSecret ClusterPushSecret ClusterSecretStore',
  'gateway.networking.k8s.io': 'GatewayClass',
  'karpenter.sh': 'NodeClaim NodeOverlay NodePool',
  'keda.sh': 'ClusterTriggerAuthentication',
  'kueue.x-k8s.io':
    'AdmissionCheck ClusterQueue Cohort MultiKueueCluster MultiKueueConfig ProvisioningRequestConfig ResourceFlavor Topology WorkloadPriorityClass',
  'kyverno.io': 'ClusterPolicy ClusterCleanupPolicy',
  'nvidia.com': 'ClusterPolicy GPUCluster NVIDIADriver',
  'policies.kyverno.io': 'MutatingPolicy ValidatingPolicy',
  'scheduling.volcano.sh': 'Queue',
  'serving.kserve.io': 'ClusterServingRuntime ClusterStorageContainer LocalModelCache LocalModelNodeGroup',
  'topology.volcano.sh': 'HyperNode',
  'trainer.kubeflow.org': 'ClusterTrainingRuntime',
};

const KINDS = new Set(Object.entries(CLUSTER_SCOPED).flatMap(([g, kinds]) => kinds.split(' ').map((k) => `${g}/${k}`)));

/** True for a kind that is known to have no namespace. */
export function isClusterScoped(group: string, kind: string): boolean {
  return KINDS.has(`${group}/${kind}`);
}
