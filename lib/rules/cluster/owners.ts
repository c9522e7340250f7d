import type { Item } from './item';
import type { Pods } from './pods';

/** The workloads that make the pods, each once. */
export const ownersOf = remembered((pods) => [...new Set(pods.map(({ item }) => item))]);

/** Those among them that count their pods by a selector: not Jobs, nor bare Pods. */
export const selectingOwnersOf = remembered((pods) => ownersOf(pods.filter(({ set }) => set.selector !== undefined)));

/** An index gives the same answer to many objects, so what is made of it is kept. */
function remembered(make: (pods: readonly Pods[]) => readonly Item[]): (pods: readonly Pods[]) => readonly Item[] {
  const known = new WeakMap<readonly Pods[], readonly Item[]>();
  return (pods) => {
    const made = known.get(pods) ?? make(pods);
    known.set(pods, made);
    return made;
  };
}
