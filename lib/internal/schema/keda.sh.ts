// Made by scripts/schemas.ts from keda v2.20.2: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1alpha1.ScaledJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.ScaledJob.spec':
    'envSourceContainerName failedJobsHistoryLimit:i jobTargetRef!:batch/v1.JobSpec#35 maxReplicaCount:i minReplicaCount:i pollingInterval:i rollout:. rolloutStrategy scalingStrategy:. successfulJobsHistoryLimit:i triggers!:[v1alpha1.ScaledObject.spec.triggers',
  'v1alpha1.ScaledJob.spec.rollout': 'propagationPolicy strategy',
  'v1alpha1.ScaledJob.spec.scalingStrategy':
    'customScalingQueueLengthDeduction:i customScalingRunningJobPercentage multipleScalersCalculation pendingPodConditions:[s strategy',
  'v1alpha1.ScaledObject': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1alpha1.ScaledObject.spec':
    'advanced:. cooldownPeriod:i fallback:. idleReplicaCount:i initialCooldownPeriod:i maxReplicaCount:i minReplicaCount:i pollingInterval:i scaleTargetRef!:. triggers!:[.',
  'v1alpha1.ScaledObject.spec.advanced':
    'horizontalPodAutoscalerConfig:. restoreToOriginalReplicaCount:b scalingModifiers:.',
  'v1alpha1.ScaledObject.spec.advanced.horizontalPodAutoscalerConfig':
    'behavior:autoscaling/v2.HorizontalPodAutoscalerBehavior#36 name',
  'v1alpha1.ScaledObject.spec.advanced.scalingModifiers': 'activationTarget formula metricType target',
  'v1alpha1.ScaledObject.spec.fallback': 'behavior failureThreshold!:i replicas!:i',
  'v1alpha1.ScaledObject.spec.scaleTargetRef': 'apiVersion envSourceContainerName kind name!',
  'v1alpha1.ScaledObject.spec.triggers': 'authenticationRef:. metadata!:{s metricType name type! useCachedMetrics:b',
  'v1alpha1.ScaledObject.spec.triggers.authenticationRef': 'kind name!',
  'v1alpha1.TriggerAuthentication': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1alpha1.TriggerAuthentication.spec':
    'awsSecretManager:. azureKeyVault:. boundServiceAccountToken:[. configMapTargetRef:[.|parameter env:[.|parameter filePath gcpSecretManager:. hashiCorpVault:. oauth2:. podIdentity:v1alpha1.TriggerAuthentication.spec.awsSecretManager.podIdentity secretTargetRef:[v1alpha1.TriggerAuthentication.spec.configMapTargetRef|parameter',
  'v1alpha1.TriggerAuthentication.spec.awsSecretManager': 'credentials:. podIdentity:. region secrets!:[.|parameter',
  'v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials':
    'accessKey!:. accessSecretKey!:v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials.accessKey accessToken:v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials.accessKey',
  'v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials.accessKey': 'valueFrom!:.',
  'v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials.accessKey.valueFrom': 'secretKeyRef!:.',
  'v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials.accessKey.valueFrom.secretKeyRef': 'key! name!',
  'v1alpha1.TriggerAuthentication.spec.awsSecretManager.podIdentity':
    'externalID identityAuthorityHost identityId identityOwner identityTenantId provider! roleArn',
  'v1alpha1.TriggerAuthentication.spec.awsSecretManager.secrets': 'name! parameter! secretKey versionId versionStage',
  'v1alpha1.TriggerAuthentication.spec.azureKeyVault':
    'cloud:. credentials:. podIdentity:v1alpha1.TriggerAuthentication.spec.awsSecretManager.podIdentity secrets!:[.|parameter vaultUri!',
  'v1alpha1.TriggerAuthentication.spec.azureKeyVault.cloud': 'activeDirectoryEndpoint keyVaultResourceURL type!',
  'v1alpha1.TriggerAuthentication.spec.azureKeyVault.credentials':
    'clientId! clientSecret!:v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials.accessKey tenantId!',
  'v1alpha1.TriggerAuthentication.spec.azureKeyVault.secrets': 'name! parameter! version',
  'v1alpha1.TriggerAuthentication.spec.boundServiceAccountToken': 'parameter! serviceAccountName!',
  'v1alpha1.TriggerAuthentication.spec.configMapTargetRef': 'key! name! parameter!',
  'v1alpha1.TriggerAuthentication.spec.env': 'containerName name! parameter!',
  'v1alpha1.TriggerAuthentication.spec.gcpSecretManager':
    'credentials:. podIdentity:v1alpha1.TriggerAuthentication.spec.awsSecretManager.podIdentity secrets!:[.|parameter',
  'v1alpha1.TriggerAuthentication.spec.gcpSecretManager.credentials':
    'clientSecret!:v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials.accessKey',
  'v1alpha1.TriggerAuthentication.spec.gcpSecretManager.secrets': 'id! parameter! version',
  'v1alpha1.TriggerAuthentication.spec.hashiCorpVault':
    'address! authentication! credential:. mount namespace role secrets!:[.|parameter',
  'v1alpha1.TriggerAuthentication.spec.hashiCorpVault.credential': 'serviceAccount serviceAccountName token',
  'v1alpha1.TriggerAuthentication.spec.hashiCorpVault.secrets': 'key! parameter! path! pkiData:. type',
  'v1alpha1.TriggerAuthentication.spec.hashiCorpVault.secrets.pkiData':
    'altNames commonName format ipSans otherSans ttl uriSans',
  'v1alpha1.TriggerAuthentication.spec.oauth2':
    'clientId! clientSecret:v1alpha1.TriggerAuthentication.spec.awsSecretManager.credentials.accessKey scopes:[s tokenUrl! tokenUrlParams:{s type',
};
