/**
 * How much is tried of what has no end: 1 in `npm test`, 10 in `npm run test:long`, which says so in its configuration.
 * `TEST_EFFORT=3 npx jest test/faults` tries three times as much as usual.
 */
export const EFFORT = Number(process.env.TEST_EFFORT ?? (globalThis as { TEST_EFFORT?: number }).TEST_EFFORT ?? 1);

/** A number of trials, times the effort. */
export function often(times: number): number {
  return Math.round(times * EFFORT);
}
