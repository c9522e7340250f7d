import type { PodPlan } from '../../pod/plan';

/** What a pod takes that the library adds beside a run. */
export interface AddedResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly cpu: string; readonly memory: string };
}

/** The limit of CPU stands where a pod of the run has one itself: a quota of CPU limits refuses pods without. */
export function addedResources({ requests, limits }: AddedResources, run: readonly PodPlan[]) {
  const isLimited = run.some(({ containers }) => containers[0].resources.limits?.cpu !== undefined);
  return { requests, limits: isLimited ? limits : { memory: limits.memory } };
}
