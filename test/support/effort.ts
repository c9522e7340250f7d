/**
 * How much is tried of what has no end: 1 in `npm test`, 10 in `npm run test:long`, which says so in its configuration.
 * `TEST_EFFORT=3 npx jest test/faults` tries three times as much as usual.
 */
export const EFFORT = Number(process.env.TEST_EFFORT ?? (globalThis as { TEST_EFFORT?: number }).TEST_EFFORT ?? 1);

/** Whether all is tried of what has an end but takes long. */
const ALL = EFFORT >= 10;

/** All of the list in the long suite, every n-th elsewhere. */
export function everyNth<T>(n: number, list: readonly T[]): readonly T[] {
  return ALL ? list : list.filter((_, i) => i % n === 0);
}

/** A number of trials, times the effort. */
export function often(times: number): number {
  return Math.round(times * EFFORT);
}
