// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.PriorityClass':
    'apiVersion description globalDefault:b kind metadata:meta/v1.ObjectMeta preemptionPolicy value!:i@-35 value:i@36',
};
