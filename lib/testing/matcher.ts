import type { Comparison } from './comparison';

/**
 * A condition for a value, where a literal would be too strict or not strict enough. Made by `Match`, and used in a pattern in
 * place of a literal.
 */
export class Matcher {
  /** For `Match` only. @internal */
  public static _of(description: string, compare: (got: unknown, path: string) => Comparison): Matcher {
    return new Matcher(description, compare);
  }

  private constructor(
    private readonly description: string,
    private readonly comparison: (got: unknown, path: string) => Comparison,
  ) {}

  /** What is expected, in words, as failure messages print it. */
  public toString(): string {
    return this.description;
  }

  /** @internal */
  public _compare(got: unknown, path: string): Comparison {
    return this.comparison(got, path);
  }
}
