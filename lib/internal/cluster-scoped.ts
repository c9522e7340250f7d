/**
 * The kinds that have no namespace, by API group. Kubernetes' own are read from the paths of its OpenAPI 1.28 to 1.36,
 * those of CRDs from their `scope`; a test compares both with the upstream files.
 */
const CLUSTER_SCOPED: Record<string, string> = {
  '': 'ComponentStatus Namespace Node PersistentVolume',
  'admissionregistration.k8s.io':
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration',
  'apiextensions.k8s.io': 'CustomResourceDefinition',
  'apiregistration.k8s.io': 'APIService',
  'argoproj.io': 'ClusterAnalysisTemplate ClusterWorkflowTemplate',
  'authentication.k8s.io': 'SelfSubjectReview TokenReview',
  'authorization.k8s.io': 'SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  'cert-manager.io': 'ClusterIssuer',
  'certificates.k8s.io': 'CertificateSigningRequest ClusterTrustBundle',
  'external-secrets.io': 'ClusterExternalSecret ClusterPushSecret ClusterSecretStore',
  'flowcontrol.apiserver.k8s.io': 'FlowSchema PriorityLevelConfiguration',
  'gateway.networking.k8s.io': 'GatewayClass',
  'generators.external-secrets.io': 'ClusterGenerator',
  'internal.apiserver.k8s.io': 'StorageVersion',
  'karpenter.k8s.aws': 'EC2NodeClass',
  'karpenter.sh': 'NodeClaim NodeOverlay NodePool',
  'keda.sh': 'ClusterTriggerAuthentication',
  'kubeflow.org': 'Profile',
  'kueue.x-k8s.io':
    'AdmissionCheck ClusterQueue Cohort MultiKueueCluster MultiKueueConfig ProvisioningRequestConfig ResourceFlavor Topology WorkloadPriorityClass',
  'kyverno.io': 'ClusterCleanupPolicy ClusterPolicy',
  'networking.k8s.io': 'ClusterCIDR IPAddress IngressClass ServiceCIDR',
  'nfd.k8s-sigs.io': 'NodeFeatureRule',
  'node.k8s.io': 'RuntimeClass',
  'nvidia.com': 'ClusterPolicy GPUCluster NVIDIADriver',
  'policies.kyverno.io': 'MutatingPolicy ValidatingPolicy',
  'rbac.authorization.k8s.io': 'ClusterRole ClusterRoleBinding',
  'resource.k8s.io': 'DeviceClass DeviceTaintRule ResourceClass ResourcePoolStatusRequest ResourceSlice',
  'scheduling.k8s.io': 'PriorityClass',
  'scheduling.volcano.sh': 'Queue',
  'serving.kserve.io': 'ClusterServingRuntime ClusterStorageContainer LocalModelCache LocalModelNodeGroup',
  'storage.k8s.io': 'CSIDriver CSINode StorageClass VolumeAttachment VolumeAttributesClass',
  'storagemigration.k8s.io': 'StorageVersionMigration',
  'topology.volcano.sh': 'HyperNode',
  'trainer.kubeflow.org': 'ClusterTrainingRuntime',
};

/** All of them as `group/Kind`, the core group being the empty one. */
export const CLUSTER_SCOPED_KINDS: ReadonlySet<string> = new Set(
  Object.entries(CLUSTER_SCOPED).flatMap(([group, kinds]) => kinds.split(' ').map((kind) => `${group}/${kind}`)),
);

/** True for a kind that is known to have no namespace; the core group is the empty one. */
export function isClusterScoped(group: string, kind: string): boolean {
  return CLUSTER_SCOPED_KINDS.has(`${group}/${kind}`);
}

/** The API group of an `apiVersion`, empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
