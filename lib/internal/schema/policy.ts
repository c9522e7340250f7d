// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.PodDisruptionBudget': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:PodDisruptionBudgetSpec status:*',
  'v1.PodDisruptionBudgetSpec':
    'maxUnavailable:x minAvailable:x selector:meta/v1.LabelSelector unhealthyPodEvictionPolicy',
};
