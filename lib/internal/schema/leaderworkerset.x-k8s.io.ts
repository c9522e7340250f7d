// Made by scripts/schemas.ts from lws v0.10.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.LeaderWorkerSet': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.LeaderWorkerSet.spec': 'leaderWorkerTemplate!:. networkConfig:. replicas:i rolloutStrategy:. startupPolicy',
  'v1.LeaderWorkerSet.spec.leaderWorkerTemplate':
    'leaderTemplate:core/v1.PodTemplateSpec#36 persistentVolumeClaimRetentionPolicy:apps/v1.StatefulSetPersistentVolumeClaimRetentionPolicy#36 restartPolicy size:i subGroupPolicy:. volumeClaimTemplates:[core/v1.PersistentVolumeClaim#36 workerTemplate!:core/v1.PodTemplateSpec#36',
  'v1.LeaderWorkerSet.spec.leaderWorkerTemplate.subGroupPolicy': 'subGroupPolicyType subGroupSize:i',
  'v1.LeaderWorkerSet.spec.networkConfig': 'subdomainPolicy!',
  'v1.LeaderWorkerSet.spec.rolloutStrategy': 'rollingUpdateConfiguration:. type',
  'v1.LeaderWorkerSet.spec.rolloutStrategy.rollingUpdateConfiguration': 'maxSurge:x maxUnavailable:x partition:i',
};
