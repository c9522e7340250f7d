// Made by scripts/schemas.ts from kubeflow-training-operator-v1 v1.9.4, kubeflow-katib v0.19.0, kubeflow-notebooks v1.11.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.JAXJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.JAXJob.spec': 'jaxReplicaSpecs!:{v1.TFJob.spec.tfReplicaSpecs runPolicy:v1.TFJob.spec.runPolicy',
  'v1.MPIJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.MPIJob.spec':
    'cleanPodPolicy mainContainer mpiReplicaSpecs!:{v1.TFJob.spec.tfReplicaSpecs runPolicy:v1.TFJob.spec.runPolicy slotsPerWorker:i',
  'v1.Notebook': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.Notebook.spec': 'template:.',
  'v1.Notebook.spec.template': 'spec:.',
  'v1.Notebook.spec.template.spec':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#28 automountServiceAccountToken:b containers!:[.|name dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy enableServiceLinks:b ephemeralContainers:[.|name hostAliases:[core/v1.HostAlias#29|ip hostIPC:b hostNetwork:b hostPID:b hostname imagePullSecrets:[.|name initContainers:[v1.Notebook.spec.template.spec.containers|name nodeName nodeSelector:{s os:. overhead:{x preemptionPolicy priority:i priorityClassName readinessGates:[. restartPolicy runtimeClassName schedulerName securityContext:core/v1.PodSecurityContext#29 serviceAccount serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b subdomain terminationGracePeriodSeconds:i tolerations:[core/v1.Toleration#36 topologySpreadConstraints:[.|topologyKey,whenUnsatisfiable volumes:[.|name',
  'v1.Notebook.spec.template.spec.containers':
    'args:[s command:[s env:[core/v1.EnvVar#33|name envFrom:[core/v1.EnvFromSource#36 image+ imagePullPolicy lifecycle:core/v1.Lifecycle#28 livenessProbe:core/v1.Probe#36 name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:core/v1.Probe#36 resources:core/v1.VolumeResourceRequirements#36 securityContext:core/v1.SecurityContext#29 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#29|mountPath workingDir',
  'v1.Notebook.spec.template.spec.ephemeralContainers':
    'args:[s command:[s env:[core/v1.EnvVar#33|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#28 livenessProbe:core/v1.Probe#36 name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:core/v1.Probe#36 resources:core/v1.VolumeResourceRequirements#36 securityContext:core/v1.SecurityContext#29 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b targetContainerName terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#29|mountPath workingDir',
  'v1.Notebook.spec.template.spec.imagePullSecrets': 'name',
  'v1.Notebook.spec.template.spec.os': 'name!',
  'v1.Notebook.spec.template.spec.readinessGates': 'conditionType!',
  'v1.Notebook.spec.template.spec.topologySpreadConstraints':
    'labelSelector:meta/v1.LabelSelector#36 maxSkew!:i topologyKey! whenUnsatisfiable!',
  'v1.Notebook.spec.template.spec.volumes':
    'awsElasticBlockStore:core/v1.AWSElasticBlockStoreVolumeSource#36 azureDisk:core/v1.AzureDiskVolumeSource#36 azureFile:core/v1.AzureFileVolumeSource#36 cephfs:core/v1.CephFSVolumeSource#36 cinder:core/v1.CinderVolumeSource#36 configMap:core/v1.ConfigMapVolumeSource#36 csi:core/v1.CSIVolumeSource#36 downwardAPI:core/v1.DownwardAPIVolumeSource#36 emptyDir:core/v1.EmptyDirVolumeSource#36 ephemeral:. fc:core/v1.FCVolumeSource#36 flexVolume:core/v1.FlexVolumeSource#36 flocker:core/v1.FlockerVolumeSource#36 gcePersistentDisk:core/v1.GCEPersistentDiskVolumeSource#36 gitRepo:core/v1.GitRepoVolumeSource#36 glusterfs:core/v1.GlusterfsVolumeSource#36 hostPath:core/v1.HostPathVolumeSource#36 iscsi:core/v1.ISCSIVolumeSource#36 name! nfs:core/v1.NFSVolumeSource#36 persistentVolumeClaim:core/v1.PersistentVolumeClaimVolumeSource#36 photonPersistentDisk:core/v1.PhotonPersistentDiskVolumeSource#36 portworxVolume:core/v1.PortworxVolumeSource#36 projected:core/v1.ProjectedVolumeSource#28 quobyte:core/v1.QuobyteVolumeSource#36 rbd:core/v1.RBDVolumeSource#36 scaleIO:core/v1.ScaleIOVolumeSource#36 secret:core/v1.SecretVolumeSource#36 storageos:core/v1.StorageOSVolumeSource#36 vsphereVolume:core/v1.VsphereVirtualDiskVolumeSource#36',
  'v1.Notebook.spec.template.spec.volumes.ephemeral': 'volumeClaimTemplate:.',
  'v1.Notebook.spec.template.spec.volumes.ephemeral.volumeClaimTemplate': 'metadata:meta/v1.ObjectMeta spec!:.',
  'v1.Notebook.spec.template.spec.volumes.ephemeral.volumeClaimTemplate.spec':
    'accessModes:[s dataSource:core/v1.TypedLocalObjectReference#36 dataSourceRef:core/v1.TypedLocalObjectReference#36 resources:core/v1.VolumeResourceRequirements#36 selector:meta/v1.LabelSelector#36 storageClassName volumeMode volumeName',
  'v1.PaddleJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.PaddleJob.spec':
    'elasticPolicy:. paddleReplicaSpecs!:{v1.TFJob.spec.tfReplicaSpecs runPolicy:v1.TFJob.spec.runPolicy',
  'v1.PaddleJob.spec.elasticPolicy': 'maxReplicas:i maxRestarts:i metrics:[autoscaling/v2.MetricSpec#36 minReplicas:i',
  'v1.PyTorchJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.PyTorchJob.spec':
    'elasticPolicy:. nprocPerNode pytorchReplicaSpecs!:{v1.TFJob.spec.tfReplicaSpecs runPolicy:v1.TFJob.spec.runPolicy',
  'v1.PyTorchJob.spec.elasticPolicy':
    'maxReplicas:i maxRestarts:i metrics:[autoscaling/v2.MetricSpec#36 minReplicas:i nProcPerNode:i rdzvBackend rdzvConf:[. rdzvHost rdzvId rdzvPort:i standalone:b',
  'v1.PyTorchJob.spec.elasticPolicy.rdzvConf': 'key value',
  'v1.TFJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.TFJob.spec': 'enableDynamicWorker:b runPolicy:. successPolicy tfReplicaSpecs!:{.',
  'v1.TFJob.spec.runPolicy':
    'activeDeadlineSeconds:i backoffLimit:i cleanPodPolicy managedBy schedulingPolicy:. suspend:b ttlSecondsAfterFinished:i',
  'v1.TFJob.spec.runPolicy.schedulingPolicy':
    'minAvailable:i minResources:{x priorityClass queue scheduleTimeoutSeconds:i',
  'v1.TFJob.spec.tfReplicaSpecs': 'replicas:i restartPolicy template:core/v1.PodTemplateSpec#36',
  'v1.XGBoostJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.XGBoostJob.spec': 'runPolicy:v1.TFJob.spec.runPolicy xgbReplicaSpecs!:{v1.TFJob.spec.tfReplicaSpecs',
  'v1alpha1.Notebook': '=v1.Notebook',
  'v1beta1.Experiment': '* apiVersion kind metadata:meta/v1.ObjectMeta',
  'v1beta1.Notebook': '=v1.Notebook',
  'v2beta1.MPIJob': '* apiVersion kind metadata:meta/v1.ObjectMeta spec:.',
  'v2beta1.MPIJob.spec':
    '* launcherCreationPolicy mpiImplementation mpiReplicaSpecs!:{. runLauncherAsWorker:b runPolicy:. slotsPerWorker:i sshAuthMountPath',
  'v2beta1.MPIJob.spec.mpiReplicaSpecs': '* replicas:i restartPolicy template:core/v1.PodTemplateSpec',
  'v2beta1.MPIJob.spec.runPolicy':
    '* activeDeadlineSeconds:i backoffLimit:i cleanPodPolicy schedulingPolicy:. suspend:b ttlSecondsAfterFinished:i',
  'v2beta1.MPIJob.spec.runPolicy.schedulingPolicy':
    '* minAvailable:i minResources:{x priorityClass queue scheduleTimeoutSeconds:i',
};
