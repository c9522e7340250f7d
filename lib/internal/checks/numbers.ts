import type { Checker } from '../errors';

/** Bounds of a number, both allowed themselves. */
export interface Bounds {
  readonly min: number;
  readonly max?: number;
}

/** Refuses what is not a whole number within the bounds; says nothing of what was left out. */
export function checkWhole(check: Checker, value: number | undefined, bounds: Bounds, fix: string): void {
  if (value === undefined) return;
  if (Number.isInteger(value) && value >= bounds.min && value <= (bounds.max ?? Number.POSITIVE_INFINITY)) return;
  check.refuse(value, `a whole number, ${boundsInWords(bounds)}`, fix);
}

/** The bounds in words. */
export function boundsInWords({ min, max }: Bounds): string {
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}
