import type { Item } from './item';
import type { Pods } from './pods';

const known = new WeakMap<readonly Pods[], readonly Item[]>();

/** The workloads that make the pods, each once. Remembered, because an index gives the same answer to many objects. */
export function ownersOf(pods: readonly Pods[]): readonly Item[] {
  const owners = known.get(pods) ?? [...new Set(pods.map(({ item }) => item))];
  known.set(pods, owners);
  return owners;
}

/** True for pods that a controller counts by a selector; the pods of Jobs and bare ones are not. */
export function isSelected({ kind }: Pods): boolean {
  return kind.selector !== undefined;
}
