// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.LabelSelector': 'matchExpressions:[LabelSelectorRequirement matchLabels:{s',
  'v1.LabelSelectorRequirement': 'key! operator! values:[s',
  'v1.ManagedFieldsEntry': 'apiVersion fieldsType fieldsV1:* manager operation subresource time',
  'v1.ObjectMeta':
    'annotations:{s creationTimestamp deletionGracePeriodSeconds:i deletionTimestamp finalizers:[s generateName generation:i labels:{s managedFields:[ManagedFieldsEntry name namespace ownerReferences:[OwnerReference|uid resourceVersion selfLink uid',
  'v1.OwnerReference': 'apiVersion! blockOwnerDeletion:b controller:b kind! name! uid!',
};
