// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.CrossVersionObjectReference': 'apiVersion kind! name!',
  'v1.HorizontalPodAutoscaler':
    'apiVersion kind metadata:meta/v1.ObjectMeta spec:HorizontalPodAutoscalerSpec@-35 spec!:HorizontalPodAutoscalerSpec@36 status:*',
  'v1.HorizontalPodAutoscalerSpec':
    'maxReplicas!:i minReplicas:i scaleTargetRef!:CrossVersionObjectReference targetCPUUtilizationPercentage:i',
  'v2.ContainerResourceMetricSource': 'container! name! target!:MetricTarget',
  'v2.CrossVersionObjectReference': 'apiVersion kind! name!',
  'v2.ExternalMetricSource': 'metric!:MetricIdentifier target!:MetricTarget',
  'v2.HPAScalingPolicy': 'periodSeconds!:i type! value!:i',
  'v2.HPAScalingRules': 'policies:[HPAScalingPolicy selectPolicy stabilizationWindowSeconds:i tolerance:x@33',
  'v2.HorizontalPodAutoscaler':
    'apiVersion kind metadata:meta/v1.ObjectMeta spec:HorizontalPodAutoscalerSpec@-35 spec!:HorizontalPodAutoscalerSpec@36 status:*',
  'v2.HorizontalPodAutoscalerBehavior': 'scaleDown:HPAScalingRules scaleUp:HPAScalingRules',
  'v2.HorizontalPodAutoscalerSpec':
    'behavior:HorizontalPodAutoscalerBehavior maxReplicas!:i metrics:[MetricSpec minReplicas:i scaleTargetRef!:CrossVersionObjectReference',
  'v2.MetricIdentifier': 'name! selector:meta/v1.LabelSelector',
  'v2.MetricSpec':
    'containerResource:ContainerResourceMetricSource external:ExternalMetricSource object:ObjectMetricSource pods:PodsMetricSource resource:ResourceMetricSource type!',
  'v2.MetricTarget': 'averageUtilization:i averageValue:x type! value:x',
  'v2.ObjectMetricSource': 'describedObject!:CrossVersionObjectReference metric!:MetricIdentifier target!:MetricTarget',
  'v2.PodsMetricSource': 'metric!:MetricIdentifier target!:MetricTarget',
  'v2.ResourceMetricSource': 'name! target!:MetricTarget',
};
