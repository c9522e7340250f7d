// Made by scripts/schemas.ts from kueue v0.19.2: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1beta1.AdmissionCheck': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta1.AdmissionCheck.spec':
    'controllerName! parameters:rbac.authorization.k8s.io/v1.RoleRef#35 retryDelayMinutes:i',
  'v1beta1.ClusterQueue': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta1.ClusterQueue.spec':
    'admissionChecks:[s admissionChecksStrategy:. admissionScope:v1beta2.ClusterQueue.spec.admissionScope cohort fairSharing:v1beta2.ClusterQueue.spec.fairSharing flavorFungibility:v1beta2.ClusterQueue.spec.flavorFungibility namespaceSelector:meta/v1.LabelSelector#36 preemption:v1beta2.ClusterQueue.spec.preemption queueingStrategy resourceGroups:[v1beta2.ClusterQueue.spec.resourceGroups stopPolicy',
  'v1beta1.ClusterQueue.spec.admissionChecksStrategy':
    'admissionChecks:[v1beta2.ClusterQueue.spec.admissionChecksStrategy.admissionChecks|name',
  'v1beta1.Cohort': '=v1beta2.Cohort',
  'v1beta1.LocalQueue': '=v1beta2.LocalQueue',
  'v1beta1.ProvisioningRequestConfig': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:.',
  'v1beta1.ProvisioningRequestConfig.spec':
    'managedResources:[s parameters:{s podSetMergePolicy podSetUpdates:. provisioningClassName! retryStrategy:v1beta2.ProvisioningRequestConfig.spec.retryStrategy',
  'v1beta1.ProvisioningRequestConfig.spec.podSetUpdates':
    'nodeSelector:[v1beta2.ProvisioningRequestConfig.spec.podSetUpdates.nodeSelector',
  'v1beta1.ResourceFlavor': '=v1beta2.ResourceFlavor',
  'v1beta1.Topology': '=v1beta2.Topology',
  'v1beta1.WorkloadPriorityClass': '=v1beta2.WorkloadPriorityClass',
  'v1beta2.AdmissionCheck': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta2.AdmissionCheck.spec': 'controllerName! parameters:rbac.authorization.k8s.io/v1.RoleRef#35',
  'v1beta2.ClusterQueue': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta2.ClusterQueue.spec':
    'admissionChecksStrategy:. admissionScope:. cohortName concurrentAdmissionPolicy:. fairSharing:. flavorFungibility:. namespaceSelector:meta/v1.LabelSelector#36 preemption:. queueingStrategy resourceGroups:[. stopPolicy',
  'v1beta2.ClusterQueue.spec.admissionChecksStrategy': 'admissionChecks!:[.|name',
  'v1beta2.ClusterQueue.spec.admissionChecksStrategy.admissionChecks': 'name! onFlavors:[s',
  'v1beta2.ClusterQueue.spec.admissionScope': 'admissionMode!',
  'v1beta2.ClusterQueue.spec.concurrentAdmissionPolicy': 'migration!:.',
  'v1beta2.ClusterQueue.spec.concurrentAdmissionPolicy.migration': 'constraints:. mode!',
  'v1beta2.ClusterQueue.spec.concurrentAdmissionPolicy.migration.constraints': 'lastAcceptableFlavorName',
  'v1beta2.ClusterQueue.spec.fairSharing': 'weight:x',
  'v1beta2.ClusterQueue.spec.flavorFungibility': 'preference whenCanBorrow whenCanPreempt',
  'v1beta2.ClusterQueue.spec.preemption': 'borrowWithinCohort:. reclaimWithinCohort withinClusterQueue',
  'v1beta2.ClusterQueue.spec.preemption.borrowWithinCohort': 'maxPriorityThreshold:i policy',
  'v1beta2.ClusterQueue.spec.resourceGroups': 'coveredResources!:[s flavors!:[.|name',
  'v1beta2.ClusterQueue.spec.resourceGroups.flavors': 'name! resources!:[.|name',
  'v1beta2.ClusterQueue.spec.resourceGroups.flavors.resources': 'borrowingLimit:x lendingLimit:x name! nominalQuota!:x',
  'v1beta2.Cohort': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta2.Cohort.spec':
    'fairSharing:v1beta2.ClusterQueue.spec.fairSharing parentName resourceGroups:[v1beta2.ClusterQueue.spec.resourceGroups',
  'v1beta2.LocalQueue': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta2.LocalQueue.spec': 'clusterQueue fairSharing:v1beta2.ClusterQueue.spec.fairSharing stopPolicy',
  'v1beta2.ProvisioningRequestConfig': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:.',
  'v1beta2.ProvisioningRequestConfig.spec':
    'managedResources:[s parameters:{s podSetMergePolicy podSetUpdates:. provisioningClassName! retryStrategy:.',
  'v1beta2.ProvisioningRequestConfig.spec.podSetUpdates': 'nodeSelector:[.|key',
  'v1beta2.ProvisioningRequestConfig.spec.podSetUpdates.nodeSelector': 'key! valueFromProvisioningClassDetail!',
  'v1beta2.ProvisioningRequestConfig.spec.retryStrategy':
    'backoffBaseSeconds:i backoffLimitCount:i backoffMaxSeconds:i',
  'v1beta2.ResourceFlavor': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:.',
  'v1beta2.ResourceFlavor.spec': 'nodeLabels:{s nodeTaints:[. tolerations:[core/v1.Toleration#36 topologyName',
  'v1beta2.ResourceFlavor.spec.nodeTaints': 'effect! key! timeAdded value',
  'v1beta2.Topology': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:.',
  'v1beta2.Topology.spec': 'levels!:[.',
  'v1beta2.Topology.spec.levels': 'nodeLabel!',
  'v1beta2.WorkloadPriorityClass': 'apiVersion description kind metadata:meta/v1.ObjectMeta value!:i',
};
