// Made by scripts/schemas.ts from volcano v1.15.1: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1alpha1.CronJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.CronJob.spec':
    'concurrencyPolicy failedJobsHistoryLimit:i jobTemplate!:. schedule! startingDeadlineSeconds:i successfulJobsHistoryLimit:i suspend:b timeZone',
  'v1alpha1.CronJob.spec.jobTemplate': 'metadata:meta/v1.ObjectMeta spec:v1alpha1.Job.spec',
  'v1alpha1.Job': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.Job.spec':
    'maxRetry:i minAvailable:i minSuccess:i networkTopology:. plugins:{[s policies:[. priorityClassName queue runningEstimate schedulerName tasks:[.|name ttlSecondsAfterFinished:i volumes:[.',
  'v1alpha1.Job.spec.networkTopology': 'highestTierAllowed:i highestTierName mode',
  'v1alpha1.Job.spec.policies': 'action event events:[s exitCode:i timeout',
  'v1alpha1.Job.spec.tasks':
    'dependsOn:. maxRetry:i minAvailable:i name partitionPolicy:. policies:[v1alpha1.Job.spec.policies replicas:i template+:core/v1.PodTemplateSpec#35 topologyPolicy',
  'v1alpha1.Job.spec.tasks.dependsOn': 'iteration name:[s',
  'v1alpha1.Job.spec.tasks.partitionPolicy':
    'minPartitions:i networkTopology:v1alpha1.Job.spec.networkTopology partitionSize!:i totalPartitions!:i',
  'v1alpha1.Job.spec.volumes': 'mountPath! volumeClaim:core/v1.PersistentVolumeClaimSpec#36 volumeClaimName',
};
