// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.CronJob': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:CronJobSpec@-35 spec!:CronJobSpec@36 status:*',
  'v1.CronJobSpec':
    'concurrencyPolicy failedJobsHistoryLimit:i jobTemplate!:JobTemplateSpec schedule! startingDeadlineSeconds:i successfulJobsHistoryLimit:i suspend:b timeZone',
  'v1.Job': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:JobSpec status:*',
  'v1.JobSpec':
    'activeDeadlineSeconds:i backoffLimit:i backoffLimitPerIndex:i completionMode completions:i managedBy@30 manualSelector:b maxFailedIndexes:i parallelism:i podFailurePolicy:PodFailurePolicy podReplacementPolicy selector:meta/v1.LabelSelector successPolicy:SuccessPolicy@30 suspend:b template!:core/v1.PodTemplateSpec ttlSecondsAfterFinished:i',
  'v1.JobTemplateSpec': 'metadata:meta/v1.ObjectMeta spec:JobSpec',
  'v1.PodFailurePolicy': 'rules!:[PodFailurePolicyRule',
  'v1.PodFailurePolicyOnExitCodesRequirement': 'containerName operator! values!:[i',
  'v1.PodFailurePolicyOnPodConditionsPattern': 'status!@-34 status@35 type!',
  'v1.PodFailurePolicyRule':
    'action! onExitCodes:PodFailurePolicyOnExitCodesRequirement onPodConditions:[PodFailurePolicyOnPodConditionsPattern',
  'v1.SuccessPolicy': 'rules!:[SuccessPolicyRule@30',
  'v1.SuccessPolicyRule': 'succeededCount:i@30 succeededIndexes@30',
};
