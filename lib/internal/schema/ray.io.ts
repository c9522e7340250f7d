// Made by scripts/schemas.ts from kuberay v1.7.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.RayCluster': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.RayCluster.spec':
    'authOptions:. autoscalerOptions:. enableInTreeAutoscaling:b gcsFaultToleranceOptions:. headGroupSpec!:. headServiceAnnotations:{s historyServerOptions:. managedBy networkPolicy:. rayVersion suspend:b tlsOptions:. upgradeStrategy:. workerGroupSpecs:[.|groupName',
  'v1.RayCluster.spec.authOptions': 'enableK8sTokenAuth:b mode secretName',
  'v1.RayCluster.spec.autoscalerOptions':
    'args:[s command:[s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 idleTimeoutSeconds:i image imagePullPolicy resources:core/v1.ResourceRequirements#36 securityContext:core/v1.SecurityContext#36 upscalingMode version volumeMounts:[core/v1.VolumeMount#36|mountPath',
  'v1.RayCluster.spec.gcsFaultToleranceOptions':
    'backend externalStorageNamespace redisAddress redisPassword:. redisUsername:v1.RayCluster.spec.gcsFaultToleranceOptions.redisPassword storage:.',
  'v1.RayCluster.spec.gcsFaultToleranceOptions.redisPassword': 'value valueFrom:core/v1.EnvVarSource#36',
  'v1.RayCluster.spec.gcsFaultToleranceOptions.storage':
    'accessModes:[s claimName deletionPolicy size:x storageClassName subPath',
  'v1.RayCluster.spec.headGroupSpec':
    'enableIngress:b headService:. ingressOptions:. labels:{s rayStartParams:{s resources:{s serviceType template!:core/v1.PodTemplateSpec#36',
  'v1.RayCluster.spec.headGroupSpec.headService':
    'apiVersion kind metadata:meta/v1.ObjectMeta spec:core/v1.ServiceSpec#36 status:.',
  'v1.RayCluster.spec.headGroupSpec.headService.status': 'conditions:[.|type loadBalancer:.',
  'v1.RayCluster.spec.headGroupSpec.headService.status.conditions':
    'lastTransitionTime! message! observedGeneration:i reason! status! type!',
  'v1.RayCluster.spec.headGroupSpec.headService.status.loadBalancer': 'ingress:[.',
  'v1.RayCluster.spec.headGroupSpec.headService.status.loadBalancer.ingress': 'hostname ip ipMode ports:[.',
  'v1.RayCluster.spec.headGroupSpec.headService.status.loadBalancer.ingress.ports': 'error! port!:i protocol!',
  'v1.RayCluster.spec.headGroupSpec.ingressOptions': 'host path pathType tls:[networking.k8s.io/v1.IngressTLS#36',
  'v1.RayCluster.spec.historyServerOptions': 'collectorOptions:.',
  'v1.RayCluster.spec.historyServerOptions.collectorOptions':
    'env:[core/v1.EnvVar#36|name image imagePullPolicy resources:core/v1.ResourceRequirements#36',
  'v1.RayCluster.spec.networkPolicy':
    'head:. mode worker:v1.RayCluster.spec.networkPolicy.head workerGroups:[.|groupName',
  'v1.RayCluster.spec.networkPolicy.head':
    'egressRules:[networking.k8s.io/v1.NetworkPolicyEgressRule#36 ingressRules:[networking.k8s.io/v1.NetworkPolicyIngressRule#36',
  'v1.RayCluster.spec.networkPolicy.workerGroups':
    'egressRules:[networking.k8s.io/v1.NetworkPolicyEgressRule#36 groupName! ingressRules:[networking.k8s.io/v1.NetworkPolicyIngressRule#36',
  'v1.RayCluster.spec.tlsOptions': 'enabled:b',
  'v1.RayCluster.spec.upgradeStrategy': 'type',
  'v1.RayCluster.spec.workerGroupSpecs':
    'groupName! idleTimeoutSeconds:i labels:{s maxReplicas:i minReplicas:i numOfHosts:i priority:i rayStartParams:{s replicas:i resources:{s scaleStrategy:. suspend:b template!:core/v1.PodTemplateSpec#36',
  'v1.RayCluster.spec.workerGroupSpecs.scaleStrategy': 'workersToDelete:[s',
  'v1.RayCronJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.RayCronJob.spec': 'jobTemplate!:v1.RayJob.spec schedule! suspend:b timeZone',
  'v1.RayJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.RayJob.spec':
    'activeDeadlineSeconds:i backoffLimit:i clusterSelector:{s deletionStrategy:. entrypoint entrypointNumCpus:n entrypointNumGpus:n entrypointResources jobId managedBy metadata:{s preRunningDeadlineSeconds:i rayClusterSpec:v1.RayCluster.spec runtimeEnvYAML shutdownAfterJobFinishes:b submissionMode submitterConfig:. submitterPodTemplate:core/v1.PodTemplateSpec#36 suspend:b ttlSecondsAfterFinished:i',
  'v1.RayJob.spec.deletionStrategy': 'deletionRules:[. onFailure:. onSuccess:v1.RayJob.spec.deletionStrategy.onFailure',
  'v1.RayJob.spec.deletionStrategy.deletionRules': 'condition!:. policy!',
  'v1.RayJob.spec.deletionStrategy.deletionRules.condition': 'jobDeploymentStatus jobStatus ttlSeconds:i',
  'v1.RayJob.spec.deletionStrategy.onFailure': 'policy',
  'v1.RayJob.spec.submitterConfig': 'backoffLimit:i',
  'v1.RayService': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.RayService.spec':
    'deploymentUnhealthySecondThreshold:i excludeHeadPodFromServeSvc:b managedBy rayClusterConfig!:v1.RayCluster.spec rayClusterDeletionDelaySeconds:i serveConfigV2 serveService:v1.RayCluster.spec.headGroupSpec.headService serviceUnhealthySecondThreshold:i suspend:b upgradeStrategy:.',
  'v1.RayService.spec.upgradeStrategy': 'clusterUpgradeOptions:. type',
  'v1.RayService.spec.upgradeStrategy.clusterUpgradeOptions':
    'gatewayClassName! intervalSeconds!:i maxSurgePercent:i stepSizePercent!:i',
  'v1alpha1.RayCluster': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.RayCluster.spec':
    'autoscalerOptions:. enableInTreeAutoscaling:b headGroupSpec!:. headServiceAnnotations:{s rayVersion suspend:b workerGroupSpecs:[.|groupName',
  'v1alpha1.RayCluster.spec.autoscalerOptions':
    'env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 idleTimeoutSeconds:i image imagePullPolicy resources:core/v1.ResourceRequirements#36 securityContext:core/v1.SecurityContext#36 upscalingMode volumeMounts:[core/v1.VolumeMount#36|mountPath',
  'v1alpha1.RayCluster.spec.headGroupSpec':
    'enableIngress:b headService:v1.RayCluster.spec.headGroupSpec.headService rayStartParams!:{s serviceType template!:core/v1.PodTemplateSpec#36',
  'v1alpha1.RayCluster.spec.workerGroupSpecs':
    'groupName! maxReplicas:i minReplicas:i rayStartParams!:{s replicas:i scaleStrategy:v1.RayCluster.spec.workerGroupSpecs.scaleStrategy template!:core/v1.PodTemplateSpec#36',
  'v1alpha1.RayJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.RayJob.spec':
    'clusterSelector:{s entrypoint! entrypointNumCpus:n entrypointNumGpus:n entrypointResources jobId metadata:{s rayClusterSpec:v1alpha1.RayCluster.spec runtimeEnvYAML shutdownAfterJobFinishes:b submitterPodTemplate:core/v1.PodTemplateSpec#36 suspend:b ttlSecondsAfterFinished:i',
  'v1alpha1.RayService': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.RayService.spec':
    'deploymentUnhealthySecondThreshold:i rayClusterConfig:v1alpha1.RayCluster.spec serveConfigV2 serveService:v1.RayCluster.spec.headGroupSpec.headService serviceUnhealthySecondThreshold:i',
};
