// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.StorageClass':
    'allowVolumeExpansion:b allowedTopologies:[core/v1.TopologySelectorTerm apiVersion kind metadata:meta/v1.ObjectMeta mountOptions:[s parameters:{s provisioner! reclaimPolicy volumeBindingMode',
};
