// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.DaemonSet': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:DaemonSetSpec status:*',
  'v1.DaemonSetSpec':
    'minReadySeconds:i revisionHistoryLimit:i selector!:meta/v1.LabelSelector template!:core/v1.PodTemplateSpec updateStrategy:DaemonSetUpdateStrategy',
  'v1.DaemonSetUpdateStrategy': 'rollingUpdate:RollingUpdateDaemonSet type',
  'v1.Deployment': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:DeploymentSpec status:*',
  'v1.DeploymentSpec':
    'minReadySeconds:i paused:b progressDeadlineSeconds:i replicas:i revisionHistoryLimit:i selector!:meta/v1.LabelSelector strategy:DeploymentStrategy template!:core/v1.PodTemplateSpec',
  'v1.DeploymentStrategy': 'rollingUpdate:RollingUpdateDeployment type',
  'v1.RollingUpdateDaemonSet': 'maxSurge:x maxUnavailable:x',
  'v1.RollingUpdateDeployment': 'maxSurge:x maxUnavailable:x',
  'v1.RollingUpdateStatefulSetStrategy': 'maxUnavailable:x partition:i',
  'v1.StatefulSet': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:StatefulSetSpec status:*',
  'v1.StatefulSetOrdinals': 'start:i',
  'v1.StatefulSetPersistentVolumeClaimRetentionPolicy': 'whenDeleted whenScaled',
  'v1.StatefulSetSpec':
    'minReadySeconds:i ordinals:StatefulSetOrdinals persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy podManagementPolicy replicas:i revisionHistoryLimit:i selector!:meta/v1.LabelSelector serviceName!@-32 serviceName@33 template!:core/v1.PodTemplateSpec updateStrategy:StatefulSetUpdateStrategy volumeClaimTemplates:[core/v1.PersistentVolumeClaim',
  'v1.StatefulSetUpdateStrategy': 'rollingUpdate:RollingUpdateStatefulSetStrategy type',
};
