// Made by scripts/schemas.ts from volcano v1.15.1: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1beta1.PodGroup': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta1.PodGroup.spec':
    'minMember:i minResources:{x minTaskMember:{i networkTopology:. priorityClassName queue subGroupPolicy:[.|name',
  'v1beta1.PodGroup.spec.networkTopology': 'highestTierAllowed:i highestTierName mode',
  'v1beta1.PodGroup.spec.subGroupPolicy':
    'labelSelector:meta/v1.LabelSelector#36 matchLabelKeys:[s minSubGroups:i name networkTopology:v1beta1.PodGroup.spec.networkTopology subGroupSize:i',
  'v1beta1.Queue': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta1.Queue.spec':
    'affinity:. capability:{x dequeueStrategy deserved:{x extendClusters:[.|name guarantee:. parent priority:i reclaimable:b type weight:i',
  'v1beta1.Queue.spec.affinity':
    'nodeGroupAffinity:. nodeGroupAntiAffinity:v1beta1.Queue.spec.affinity.nodeGroupAffinity',
  'v1beta1.Queue.spec.affinity.nodeGroupAffinity':
    'preferredDuringSchedulingIgnoredDuringExecution:[s requiredDuringSchedulingIgnoredDuringExecution:[s',
  'v1beta1.Queue.spec.extendClusters': 'capacity:{x name weight:i',
  'v1beta1.Queue.spec.guarantee': 'resource:{x',
};
