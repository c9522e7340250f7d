import type { ObjectType } from './item';
import type { PodRecord } from './pod-record';

/** Objects whose pods work together and open connections to each other. */
const GANGS =
  /^(jobset\.x-k8s\.io|leaderworkerset\.x-k8s\.io|ray\.io|batch\.volcano\.sh|trainer\.kubeflow\.org|kubeflow\.org\/\w+Job$)/;

/** Kinds whose pods end, so that the object is complete. */
const RUNS =
  /^(batch\/(Job|CronJob)|jobset\.x-k8s\.io\/JobSet|trainer\.kubeflow\.org\/TrainJob|kubeflow\.org\/\w+Job|batch\.volcano\.sh\/(Job|CronJob)|ray\.io\/RayJob)$/;

/** True for an object whose several pods need each other. `sets` are all its pods. */
export function isGang(sets: readonly PodRecord[]): boolean {
  const [{ item, reusable, isIndexed }] = sets;
  const count = sets.reduce((sum, pods) => sum + pods.maxCount, 0);
  return !reusable && count > 1 && (GANGS.test(item.type.id) || isIndexed);
}

/** True for kinds of objects that run to their end. */
export function runsToCompletion({ id }: ObjectType): boolean {
  return RUNS.test(id);
}
