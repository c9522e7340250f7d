import type { Item } from './item';
import type { PodRecord } from './pod-record';

/** The workloads that make the pods, each once. */
export const ownersOf = remembered((pods) => [...new Set(pods.map(({ item }) => item))]);

/** Those among them that count their pods by a selector: not Jobs, nor bare Pods. */
export const selectingOwnersOf = remembered((pods) => ownersOf(pods.filter(({ selector }) => selector !== undefined)));

/** The index gives the same list of pods to many objects, so what is made of it is remembered. */
function remembered(
  make: (pods: readonly PodRecord[]) => readonly Item[],
): (pods: readonly PodRecord[]) => readonly Item[] {
  const known = new WeakMap<readonly PodRecord[], readonly Item[]>();
  return (pods) => {
    const found = known.get(pods) ?? make(pods);
    known.set(pods, found);
    return found;
  };
}
