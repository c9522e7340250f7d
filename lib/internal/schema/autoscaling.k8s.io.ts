// Made by scripts/schemas.ts from autoscaler-vpa v1.7.1: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.VerticalPodAutoscaler': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1.VerticalPodAutoscaler.spec':
    'recommenders:[.|name resourcePolicy:. startupBoost:v1.VerticalPodAutoscaler.spec.resourcePolicy.containerPolicies.startupBoost targetRef!:autoscaling/v1.CrossVersionObjectReference#36 updatePolicy:.',
  'v1.VerticalPodAutoscaler.spec.recommenders': 'name!',
  'v1.VerticalPodAutoscaler.spec.resourcePolicy': 'containerPolicies:[.|containerName',
  'v1.VerticalPodAutoscaler.spec.resourcePolicy.containerPolicies':
    'containerName controlledResources:[s controlledValues maxAllowed:{x memoryAggregationIntervalCount:i memoryAggregationIntervalSeconds:i minAllowed:{x mode oomBumpUpRatio:x oomMinBumpUp:x startupBoost:.',
  'v1.VerticalPodAutoscaler.spec.resourcePolicy.containerPolicies.startupBoost': 'cpu:.',
  'v1.VerticalPodAutoscaler.spec.resourcePolicy.containerPolicies.startupBoost.cpu':
    'durationSeconds:i factor:i quantity:x type!',
  'v1.VerticalPodAutoscaler.spec.updatePolicy':
    'evictAfterOOMSeconds:i evictionRequirements:[. minReplicas:i updateMode',
  'v1.VerticalPodAutoscaler.spec.updatePolicy.evictionRequirements': 'changeRequirement! resources!:[s',
};
