import type { Checker } from '../errors';
import { UNHOLDABLE } from '../type-check';

/** Deeper than any object of Kubernetes: a schema in a CustomResourceDefinition is nested about thirty levels. */
const DEEPEST = 100;

/** An object of etcd has at most 1.5 MiB (https://etcd.io/docs/v3.6/dev-guide/limits/), and each value takes two bytes. */
const MOST_VALUES = 750_000;

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object as JSON has it: written as `{ ... }`, or parsed, also in another realm (a `vm`, a test runner's). */
export function isObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Words that an error prints as they are, in place of a value. */
export interface Words {
  toHumanString(): string;
}

export function words(text: string): Words {
  return { toHumanString: () => text };
}

/** What a value is, without saying what is in it: that may be a secret. */
export function kindOf(value: unknown): Words {
  return words(kindWords(value));
}

function kindWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value);
  if (typeof value === 'boolean') return 'true or false';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  return typeof value === 'object' ? 'an instance of a class' : `a ${typeof value}`;
}

/** Refuses what JSON cannot hold; true where there is no such value. */
export function checkJson(check: Checker, value: unknown): boolean {
  if (isJson(value, 0, { values: 0 })) return true;
  const walk = new JsonWalk();
  walk.visit(check, value, []);
  return walk.isPlain;
}

/** Without a place for each value, which only errors need. */
function isJson(value: unknown, level: number, size: { values: number }): boolean {
  size.values += 1;
  if (size.values > MOST_VALUES) return false;
  if (typeof value === 'string') return !UNHOLDABLE.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  if (level >= DEEPEST) return false;
  if (Array.isArray(value)) return Array.from(value).every((one) => isJson(one, level + 1, size));
  if (!isObject(value)) return false;
  return Object.keys(value).every((key) => !(key in Object.prototype) && isJson(value[key], level + 1, size));
}

/** Refuses each value that JSON cannot hold. */
class JsonWalk {
  isPlain = true;
  private values = 0;

  visit(check: Checker, value: unknown, parents: readonly unknown[]): void {
    this.values += 1;
    const fault = this.values > MOST_VALUES ? TOO_LARGE : faultOf(value, parents);
    if (fault) {
      // of what is too large, one error is enough
      if (this.values <= MOST_VALUES + 1) check.refuse(kindOf(value), fault.expected, fault.fix);
      this.isPlain = false;
    } else if (Array.isArray(value)) {
      for (const [i, one] of Array.from(value).entries()) this.visit(check.at(i), one, [...parents, value]);
    } else if (isObject(value)) {
      for (const [key, one] of Object.entries(value)) this.visitField(check.at(key), key, one, [...parents, value]);
    }
  }

  private visitField(check: Checker, key: string, value: unknown, parents: readonly unknown[]): void {
    if (key in Object.prototype) {
      check.refuse(key, 'another name: every object of JavaScript has this one', 'choose another name');
      this.isPlain = false;
    } else this.visit(check, value, parents);
  }
}

interface JsonFault {
  readonly expected: string;
  readonly fix: string;
}

const TOO_LARGE: JsonFault = {
  expected: 'a patch of at most 1.5 MiB',
  fix: 'put large data on a volume or into the image',
};

function faultOf(value: unknown, parents: readonly unknown[]): JsonFault | undefined {
  if (value === undefined) return { expected: PLAIN, fix: 'leave the field out; null removes it from the object' };
  if (typeof value === 'string' && UNHOLDABLE.test(value))
    return { expected: 'text without NUL, other control characters and halves of characters', fix: 'remove them' };
  if (['string', 'boolean'].includes(typeof value) || value === null || Number.isFinite(value)) return undefined;
  if (!Array.isArray(value) && !isObject(value))
    return { expected: PLAIN, fix: 'write text, numbers, booleans, lists and maps; null removes a field' };
  if (parents.includes(value))
    return { expected: 'data without a cycle', fix: 'remove the reference to its own parent' };
  return parents.length >= DEEPEST
    ? { expected: `at most ${DEEPEST} levels of lists and objects`, fix: 'check how the patch is made' }
    : undefined;
}

const PLAIN = 'a plain JSON value';
