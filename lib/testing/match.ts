import { Checker, show } from '../internal/errors';
import { parseQuantity } from '../internal/quantity';
import { compareArrayWith } from './array-with';
import { compare, isObject } from './compare';
import { agrees, differs, matches } from './comparison';
import { describe } from './describe';
import { Matcher } from './matcher';

/**
 * Matchers for patterns, beside literals.
 *
 * A literal object matches any object that has its keys, even if it has others. A literal array matches an array of
 * the same length, element by element. Anything else must be equal. `undefined` means absent.
 *
 * @example
 * const server = Match.objectLike({ image: Match.stringLike('ghcr.io/your-org/*') });
 * const pod = { spec: { containers: Match.arrayWith([server]) } };
 */
export class Match {
  /**
   * An object that has these keys, and may have others. A literal object means the same, except inside `Match.exact`.
   *
   * @param pattern the keys, each with a literal or a matcher
   */
  public static objectLike(pattern: { [key: string]: any }): Matcher {
    expectObject('Match.objectLike', pattern);
    return Matcher._of(describe(pattern), (got, path) => compare(pattern, got, path));
  }

  /**
   * Exactly this value: an object with no other key, at any depth. Matchers inside keep their meaning.
   *
   * @param pattern the value, with literals and matchers
   */
  public static exact(pattern: any): Matcher {
    return Matcher._of(`exactly ${describe(pattern)}`, (got, path) => compare(pattern, got, path, 'exact'));
  }

  /**
   * An array that has a different element for each pattern, in any order, and may have others.
   *
   * @param patterns one for each element, literals or matchers
   */
  public static arrayWith(patterns: any[]): Matcher {
    expectArray('Match.arrayWith', patterns);
    return Matcher._of(`an array with ${describe(patterns)}`, (got, path) => compareArrayWith(patterns, got, path));
  }

  /**
   * An array with these elements, in this order, and no others. A literal array means the same.
   *
   * @param patterns one for each element, literals or matchers
   */
  public static arrayEquals(patterns: any[]): Matcher {
    expectArray('Match.arrayEquals', patterns);
    return Matcher._of(describe(patterns), (got, path) => compare(patterns, got, path));
  }

  /** The key is not in the object. */
  public static absent(): Matcher {
    return Matcher._of('nothing', (got, path) =>
      got === undefined ? agrees(path, show(got)) : differs(path, show(got), 'nothing'),
    );
  }

  /** Any value except null. */
  public static anyValue(): Matcher {
    return accept('any value', (got) => got !== undefined && got !== null);
  }

  /**
   * A value that does not match the pattern, or no value: `hostNetwork: Match.otherThan(true)`.
   *
   * @param pattern a literal or a matcher
   */
  public static otherThan(pattern: any): Matcher {
    return accept(`anything other than ${describe(pattern)}`, (got) => !matches(compare(pattern, got)));
  }

  /**
   * A string of this form, in which `*` means any characters: `ghcr.io/your-org/*:1.0.0`.
   *
   * @param form the whole string
   */
  public static stringLike(form: string): Matcher {
    const escaped = form.split('*').map((part) => part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'));
    const shape = new RegExp(`^${escaped.join('.*')}$`, 's');
    return accept(`a string like ${show(form)}`, (got) => typeof got === 'string' && shape.test(got));
  }

  /**
   * A string that the regular expression matches somewhere.
   *
   * @param expression in the syntax of JavaScript, without slashes; anchored only with `^` or `$`
   */
  public static regex(expression: string): Matcher {
    const shape = compileExpression(expression);
    return accept(`a string that matches /${expression}/`, (got) => typeof got === 'string' && shape.test(got));
  }

  /**
   * The same Kubernetes quantity in any notation: `Match.quantity('1Gi')` matches `1024Mi`.
   *
   * @param amount the quantity, for example `500m` or `2Gi`
   */
  public static quantity(amount: string): Matcher {
    const value = parseQuantity(String(amount));
    const check = Checker.named('Match.quantity').at('amount');
    if (value === undefined) check.refuse(amount, 'a Kubernetes quantity', "write it like '500m', '2' or '2Gi'");
    check.done();
    return accept(`the quantity ${amount}`, (got) => sameQuantity(got, value!));
  }

  private constructor() {}
}

function accept(description: string, test: (got: unknown) => boolean): Matcher {
  return Matcher._of(description, (got, path) =>
    test(got) ? agrees(path, show(got)) : differs(path, show(got), description),
  );
}

function sameQuantity(got: unknown, value: number): boolean {
  if (typeof got !== 'string' && typeof got !== 'number') return false;
  const other = parseQuantity(String(got));
  // milli and smaller units are not exact in binary
  return other !== undefined && Math.abs(other - value) <= 1e-12 * Math.abs(value);
}

function compileExpression(expression: string): RegExp {
  try {
    return new RegExp(expression);
  } catch (error) {
    const check = Checker.named('Match.regex').at('expression');
    check.refuse(expression, 'a JavaScript regular expression', `correct it: ${(error as Error).message}`);
    return check.done() as never;
  }
}

function expectObject(factory: string, pattern: unknown): void {
  const check = Checker.named(factory).at('pattern');
  if (!isObject(pattern)) check.refuse(pattern, 'an object with the keys to look for', 'write { key: value }');
  check.done();
}

function expectArray(factory: string, patterns: unknown): void {
  const check = Checker.named(factory).at('patterns');
  if (!Array.isArray(patterns)) check.refuse(patterns, 'a list of patterns', 'write [pattern, pattern]');
  check.done();
}
