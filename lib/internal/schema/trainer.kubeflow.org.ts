// Made by scripts/schemas.ts from kubeflow-trainer-v2 v2.3.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1alpha1.ClusterTrainingRuntime': '=v1alpha1.TrainingRuntime',
  'v1alpha1.TrainJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.TrainJob.spec':
    'activeDeadlineSeconds:i initializer:. managedBy runtimePatches:[.|manager runtimeRef!:. suspend:b trainer:.',
  'v1alpha1.TrainJob.spec.initializer': 'dataset:. model:v1alpha1.TrainJob.spec.initializer.dataset',
  'v1alpha1.TrainJob.spec.initializer.dataset': 'env:[core/v1.EnvVar#36|name secretRef:. storageUri',
  'v1alpha1.TrainJob.spec.initializer.dataset.secretRef': 'name',
  'v1alpha1.TrainJob.spec.runtimePatches': 'manager! time trainingRuntimeSpec:.',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec': 'template:.',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template': 'metadata:meta/v1.ObjectMeta spec:.',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec': 'replicatedJobs:[.|name',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec.replicatedJobs': 'name! template:.',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec.replicatedJobs.template':
    'metadata:meta/v1.ObjectMeta spec:.',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec.replicatedJobs.template.spec': 'template:.',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec.replicatedJobs.template.spec.template':
    'metadata:meta/v1.ObjectMeta spec:.',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec.replicatedJobs.template.spec.template.spec':
    'affinity:core/v1.Affinity#36 containers:[.|name imagePullSecrets:[v1alpha1.TrainJob.spec.initializer.dataset.secretRef|name initContainers:[v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec.replicatedJobs.template.spec.template.spec.containers|name nodeSelector:{s schedulingGates:[.|name securityContext:core/v1.PodSecurityContext#36 serviceAccountName terminationGracePeriodSeconds:i tolerations:[core/v1.Toleration#36 volumes:[core/v1.Volume#36|name',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec.replicatedJobs.template.spec.template.spec.containers':
    'env:[core/v1.EnvVar#36|name name! securityContext:core/v1.SecurityContext#36 volumeMounts:[core/v1.VolumeMount#36|name',
  'v1alpha1.TrainJob.spec.runtimePatches.trainingRuntimeSpec.template.spec.replicatedJobs.template.spec.template.spec.schedulingGates':
    'name!',
  'v1alpha1.TrainJob.spec.runtimeRef': 'apiGroup kind name!',
  'v1alpha1.TrainJob.spec.trainer':
    'args:[s command:[s env:[core/v1.EnvVar#36|name image numNodes:i numProcPerNode:i resourcesPerNode:core/v1.ResourceRequirements#36',
  'v1alpha1.TrainingRuntime': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:.',
  'v1alpha1.TrainingRuntime.spec': 'mlPolicy:. podGroupPolicy:. template:.',
  'v1alpha1.TrainingRuntime.spec.mlPolicy': 'flux:. jax:* mpi:. numNodes:i torch:. xgboost:*',
  'v1alpha1.TrainingRuntime.spec.mlPolicy.flux': 'numProcPerNode:i',
  'v1alpha1.TrainingRuntime.spec.mlPolicy.mpi':
    'mpiImplementation numProcPerNode:i runLauncherAsNode:b sshAuthMountPath',
  'v1alpha1.TrainingRuntime.spec.mlPolicy.torch': 'envInjection:.',
  'v1alpha1.TrainingRuntime.spec.mlPolicy.torch.envInjection': 'targets:[.|jobName',
  'v1alpha1.TrainingRuntime.spec.mlPolicy.torch.envInjection.targets': 'containerNames!:[s jobName!',
  'v1alpha1.TrainingRuntime.spec.podGroupPolicy': 'coscheduling:. volcano:.',
  'v1alpha1.TrainingRuntime.spec.podGroupPolicy.coscheduling': 'scheduleTimeoutSeconds:i',
  'v1alpha1.TrainingRuntime.spec.podGroupPolicy.volcano': 'networkTopology:.',
  'v1alpha1.TrainingRuntime.spec.podGroupPolicy.volcano.networkTopology': 'highestTierAllowed:i mode',
  'v1alpha1.TrainingRuntime.spec.template': 'metadata:meta/v1.ObjectMeta spec:.',
  'v1alpha1.TrainingRuntime.spec.template.spec':
    'coordinator:. failurePolicy:. managedBy network:. replicatedJobs:[.|name startupPolicy:. successPolicy:. suspend:b ttlSecondsAfterFinished:i volumeClaimPolicies:[.',
  'v1alpha1.TrainingRuntime.spec.template.spec.coordinator': 'jobIndex:i podIndex:i replicatedJob!',
  'v1alpha1.TrainingRuntime.spec.template.spec.failurePolicy': 'maxRestarts:i restartStrategy rules:[.|name',
  'v1alpha1.TrainingRuntime.spec.template.spec.failurePolicy.rules':
    'action! name! onJobFailureMessagePatterns:[s onJobFailureReasons:[s targetReplicatedJobs:[s',
  'v1alpha1.TrainingRuntime.spec.template.spec.network': 'enableDNSHostnames:b publishNotReadyAddresses:b subdomain',
  'v1alpha1.TrainingRuntime.spec.template.spec.replicatedJobs':
    'dependsOn:[.|name groupName name! replicas:i template!:batch/v1.JobTemplateSpec#36',
  'v1alpha1.TrainingRuntime.spec.template.spec.replicatedJobs.dependsOn': 'name! status!',
  'v1alpha1.TrainingRuntime.spec.template.spec.startupPolicy': 'startupPolicyOrder!',
  'v1alpha1.TrainingRuntime.spec.template.spec.successPolicy': 'operator! targetReplicatedJobs:[s',
  'v1alpha1.TrainingRuntime.spec.template.spec.volumeClaimPolicies':
    'retentionPolicy:. templates:[core/v1.PersistentVolumeClaim#36',
  'v1alpha1.TrainingRuntime.spec.template.spec.volumeClaimPolicies.retentionPolicy': 'whenDeleted',
};
