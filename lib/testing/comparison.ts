/** A place where an object differs from a pattern. */
export interface Difference {
  readonly path: string;
  readonly got: string;
  readonly expected: string;
}

/** What comparing a pattern with a value found, in words that can be printed. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Paths and values of the leaves that match the pattern: the more there are, the nearer the object is. */
  readonly agreed: readonly Agreement[];
}

export interface Agreement {
  readonly path: string;
  readonly value: string;
}

/** The whole object, where a path would be empty. */
export const WHOLE = '(object)';

export function differs(path: string, got: string, expected: string): Comparison {
  return { differences: [{ path: path || WHOLE, got, expected }], agreed: [] };
}

export function agrees(path: string, value: string): Comparison {
  return { differences: [], agreed: [{ path: path || WHOLE, value }] };
}

export function matches(comparison: Comparison): boolean {
  return comparison.differences.length === 0;
}

export function together(parts: readonly Comparison[]): Comparison {
  return {
    differences: parts.flatMap((part) => part.differences),
    agreed: parts.flatMap((part) => part.agreed),
  };
}

/** The one with the most that agrees, then the fewest differences; the first where they are equal. */
export function nearest<T extends Comparison>(candidates: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const candidate of candidates) {
    if (
      !best ||
      candidate.agreed.length > best.agreed.length ||
      (candidate.agreed.length === best.agreed.length && candidate.differences.length < best.differences.length)
    )
      best = candidate;
  }
  return best;
}
