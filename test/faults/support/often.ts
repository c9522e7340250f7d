/** How much of what has no end is tried: `FAULT_RUNS=10` tries ten times as much as usual, and so does CI. */
export const EFFORT = Number(process.env.FAULT_RUNS ?? (process.env.CI ? 10 : 1));

export function often(times: number): number {
  return Math.round(times * EFFORT);
}
