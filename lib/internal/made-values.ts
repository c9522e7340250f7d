import { FUNCTIONS } from './signatures';
import { bare } from './spelling';

/**
 * Values are made by the static factories of their classes. TypeScript forbids `new ModelServer({ ... })`; JavaScript does
 * not, and what comes of it is no server.
 */

// a registered symbol, so that two copies of the library in one program know each other's values
const MADE = Symbol.for('cdk8s-ml.made');

/** A class whose values only its factories make, and its constants. */
interface MadeClass {
  readonly factories: readonly string[];
  readonly constants: readonly string[];
}

const classes = new Map<string, MadeClass>();

/** Remembers a class without a constructor for users, and marks what its factories make. */
export function addMadeClass(name: string, type: object): void {
  const statics = type as Record<string, unknown>;
  const names = Object.getOwnPropertyNames(type).filter((one) => !one.startsWith('_'));
  const factories = names.filter((one) => typeof statics[one] === 'function' && one !== 'of');
  const constants = names.filter((one) => isInstance(statics[one], type));
  for (const one of constants) markMade(statics[one] as object);
  for (const one of factories) statics[one] = marking(`${name}.${one}`, statics[one] as Factory, type);
  classes.set(name, { factories: factories.sort(), constants });
}

/** Marks a value that a factory made. */
export function markMade<Value extends object>(value: Value): Value {
  return Object.defineProperty(value, MADE, { value: true });
}

/** False for an instance that was made around the factories of its class. */
export function isMade(name: string, value: object): boolean {
  return !classes.has(name) || MADE in value;
}

/** The factories of a class, in the order of the alphabet; none where it has no such class. */
export function factoriesOf(name: string): readonly string[] {
  return classes.get(name)?.factories ?? [];
}

/** The constants of a class, in the order in which it has them. */
export function constantsOf(name: string): readonly string[] {
  return classes.get(name)?.constants ?? [];
}

/**
 * What the text means of a class: `L40S` is a constant, `A100` the beginning of several, `nobody` a factory. As it is
 * written in a program.
 */
export function meantBy(name: string, text: string): readonly string[] {
  const wanted = letters(text);
  if (wanted === '') return [];
  const constants = constantsOf(name);
  const exact = constants.filter((one) => letters(one) === wanted);
  const meant = exact.length > 0 ? exact : constants.filter((one) => letters(one).startsWith(wanted));
  const factories = factoriesOf(name).filter((one) => letters(one) === wanted);
  return [...meant.map((one) => `${name}.${one}`), ...factories.map((one) => asCall(`${name}.${one}`))];
}

/** The call of a factory; the table has those with parameters. */
export function asCall(called: string): string {
  return called in FUNCTIONS ? `${called}(...)` : `${called}()`;
}

type Factory = (...args: unknown[]) => unknown;

function marking(called: string, factory: Factory, type: object): Factory {
  const marked = function (this: unknown, ...args: unknown[]) {
    const value = factory.apply(this, args);
    return isInstance(value, type) ? markMade(value) : value;
  };
  // named, for errors that print it where somebody forgot to call it
  return Object.defineProperty(marked, 'name', { value: called });
}

function isInstance(value: unknown, type: object): value is object {
  return typeof value === 'object' && value instanceof (type as new () => object);
}

/** `A100 80GB`, `a100-80gb` and `A100_80GB` are one name. */
export function letters(text: string): string {
  return bare(text).replace(/[^a-z0-9]/g, '');
}
