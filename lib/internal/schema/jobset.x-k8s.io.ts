// Made by scripts/schemas.ts from jobset v0.12.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1alpha2.JobSet': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha2.JobSet.spec':
    'coordinator:. failurePolicy:. managedBy network:. replicatedJobs:[.|name startupPolicy:. successPolicy:. suspend:b ttlSecondsAfterFinished:i volumeClaimPolicies:[.',
  'v1alpha2.JobSet.spec.coordinator': 'jobIndex:i podIndex:i replicatedJob!',
  'v1alpha2.JobSet.spec.failurePolicy': 'maxRestarts:i restartStrategy rules:[.|name',
  'v1alpha2.JobSet.spec.failurePolicy.rules':
    'action! name! onJobFailureMessagePatterns:[s onJobFailureReasons:[s targetReplicatedJobs:[s',
  'v1alpha2.JobSet.spec.network': 'enableDNSHostnames:b publishNotReadyAddresses:b subdomain',
  'v1alpha2.JobSet.spec.replicatedJobs':
    'dependsOn:[.|name groupName name! replicas:i template!:batch/v1.JobTemplateSpec#36',
  'v1alpha2.JobSet.spec.replicatedJobs.dependsOn': 'name! status!',
  'v1alpha2.JobSet.spec.startupPolicy': 'startupPolicyOrder!',
  'v1alpha2.JobSet.spec.successPolicy': 'operator! targetReplicatedJobs:[s',
  'v1alpha2.JobSet.spec.volumeClaimPolicies': 'retentionPolicy:. templates:[core/v1.PersistentVolumeClaim#36',
  'v1alpha2.JobSet.spec.volumeClaimPolicies.retentionPolicy': 'whenDeleted',
};
