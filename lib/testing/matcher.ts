import type { Comparison } from './comparison';

/**
 * What a place in an object must be like, where a literal value would say too much or too little.
 * Made by `Match`, and put into a pattern wherever a literal could stand.
 */
export class Matcher {
  /** For `Match` alone. @internal */
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
