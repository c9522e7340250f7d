import type { Item } from './item';
import type { Pods } from './pods';

/** The workloads that make the pods, each once. */
export function ownersOf(pods: readonly Pods[]): Item[] {
  return [...new Set(pods.map(({ item }) => item))];
}

/** True for pods that a controller counts by a selector; the pods of Jobs and bare ones are not. */
export function isSelected({ kind }: Pods): boolean {
  return kind.selector !== undefined;
}
