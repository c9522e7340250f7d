import type { Checker } from './errors';
import { addMadeClass, isMade, markMade } from './made-values';
import { ENUMS, FUNCTIONS } from './signatures';
import { FOREIGN, fixOf, words } from './type-words';
import { type Field, fieldsOf, LARGEST, parametersOf, type Type } from './types';
import { type Audience, unknownProps } from './unknown-props';

/**
 * What the compiler of a TypeScript user has checked already: that every prop and argument has its type. Somebody who
 * writes JavaScript, casts, or reads props from a file has no compiler; what follows may rely on the types all the same.
 */
interface Fault {
  readonly way: readonly (string | number)[];
  readonly got: unknown;
  readonly expected: string;
  readonly fix: string;
}

// registered symbols, so that two copies of the library in one program know each other's values
const TYPE = Symbol.for('cdk8s-ml.type');
const FAULTS = Symbol.for('cdk8s-ml.faults');

/** Refuses the arguments of a function that are not of their types; then throws. */
export function checkArguments(check: Checker, called: string, args: readonly unknown[]): void {
  report(check, argumentFaults(called, args));
  check.done();
}

/**
 * Refuses the arguments of a constructor that are not of their types, and gives the props without them as plain objects,
 * so that the rest can be checked in the same run. Throws where there is no construct to place it in, no id, or no props at all.
 */
export function soundProps<Props extends object>(
  check: Checker,
  called: string,
  [scope, id, props]: readonly [scope: unknown, id: unknown, props: Props],
): Props {
  const faults = argumentFaults(called, [scope, id, props]);
  report(check, faults);
  if (!isOf(SCOPE, scope) || typeof id !== 'string' || faults.some(({ way }) => way.length === 0)) check.done();
  const sound = faults.reduce<unknown>((rest, { way }) => without(rest, way), props);
  const [, , parameter] = parametersOf(called);
  return (parameter ? plain(parameter.type, sound) : sound) as Props;
}

const SCOPE: Type = { kind: 'class', name: 'constructs.Construct' };

/** A copy without the value at the path. A list gets a hole, which iteration skips, so that the others keep their index. */
function without(value: unknown, [step, ...rest]: Fault['way']): unknown {
  if (step === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? [...value.keys()].reduce<unknown[]>((all, i) => (i in value ? Object.assign(all, { [i]: value[i] }) : all), [])
    : Object.create(Object.getPrototypeOf(value), Object.getOwnPropertyDescriptors(value));
  const left = without((value as Record<string | number, unknown>)[step], rest);
  if (left === undefined && Array.isArray(copy)) delete copy[step as number];
  else Object.defineProperty(copy, step, { value: left, enumerable: left !== undefined, configurable: true });
  return copy;
}

/** Has instances of a class known as such, which props that want one ask for. */
export function isType(name: string, type: { readonly prototype: object }): void {
  Object.defineProperty(type.prototype, TYPE, { value: name });
  if (!(`new ${name}` in FUNCTIONS)) addMadeClass(name, type);
}

/**
 * Has the static factories of a value check their arguments. A factory does not throw, so that the error has the path of
 * a construct: where something is wrong it gives an empty value, and the construct that receives it reports the faults.
 */
export function checksArguments(name: string, type: { readonly prototype: object }): void {
  isType(name, type);
  const statics = type as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const called of Object.keys(FUNCTIONS)) {
    const [owner, method] = called.split('.');
    if (owner !== name || method === undefined) continue;
    const factory = statics[method];
    const checked = function (this: unknown, ...args: unknown[]) {
      const faults = argumentFaults(called, args);
      if (faults.length === 0) return factory.apply(this, asWritten(called, args));
      const refuse = (check: Checker) => report(check, faults);
      return Object.defineProperties(markMade(Object.create(type.prototype)), {
        [FAULTS]: { value: faults },
        _check: { value: refuse },
        _definition: { value: { check: refuse, plan: () => undefined } },
      });
    };
    // named, for errors that print it where somebody forgot to call it
    statics[method] = Object.defineProperty(checked, 'name', { value: called });
  }
}

function report(check: Checker, faults: readonly Fault[]): void {
  for (const { way, got, expected, fix } of faults)
    way.reduce<Checker>((at, step) => at.at(step), check).refuseType(got, expected, fix);
}

/** Options are told by the names of their props, other arguments by that of the parameter. */
function argumentFaults(called: string, args: readonly unknown[]): Fault[] {
  const parameters = parametersOf(called);
  const isFactory = !called.startsWith('new ');
  return parameters.flatMap((parameter, i) => {
    const way = parameter.type.kind === 'struct' ? [] : [parameter.name];
    const faults = fieldFaults(parameter, args[i], way, isFactory ? 'value' : 'construct');
    // nobody sets a parameter of a factory by its name
    return isFactory && args[i] === undefined
      ? faults.map((one) => ({ ...one, fix: callOf(called, parameters) }))
      : faults;
  });
}

/** `write SecretSource.existing(name, { ... })`: with the arguments that have to be given. */
function callOf(called: string, parameters: readonly Field[]): string {
  const required = parameters.filter(({ optional }) => !optional);
  return `write ${called}(${required.map(({ name, type }) => (type.kind === 'struct' ? '{ ... }' : name)).join(', ')})`;
}

/** With options as plain objects: a factory may copy them, and a copy lacks what a class or a prototype gives. */
function asWritten(called: string, args: readonly unknown[]): unknown[] {
  const parameters = parametersOf(called);
  return args.map((one, i) => (parameters[i] === undefined ? one : plain(parameters[i].type, one)));
}

function plain(type: Type, value: unknown): unknown {
  if (value === undefined) return value;
  if (type.kind === 'list') return type.of.kind === 'struct' ? (value as []).map((one) => plain(type.of, one)) : value;
  if (type.kind !== 'struct') return value;
  const options = value as Record<string, unknown>;
  const given = fieldsOf(type.name).filter(({ name }) => options[name] !== undefined);
  return Object.fromEntries(given.map((field) => [field.name, plain(field.type, options[field.name])]));
}

function fieldFaults(
  { name, type, optional, meaning }: Field,
  value: unknown,
  way: Fault['way'],
  audience: Audience = 'value',
): Fault[] {
  if (value === undefined)
    return optional ? [] : [{ way, got: value, expected: missing(type, meaning), fix: `set ${name}` }];
  if (isOf(type, value)) return faultsInside(type, value, way, audience);
  const expected = meaning === undefined ? words(type, value) : `${words(type, value)}: ${meaning}`;
  if (value === null && optional) return [{ way, got: value, expected, fix: 'leave it out for the default' }];
  const needsUnit = typeof value === 'number' && /(memory|storage|size)(limit)?$/i.test(name);
  return [{ way, got: value, expected, fix: needsUnit ? `write it with its unit: '${value}Mi'` : fixOf(type, value) }];
}

function missing(type: Type, meaning: string | undefined): string {
  if (meaning === undefined) return words(type);
  return type.kind === 'struct' ? `an object: ${meaning}` : meaning;
}

function elementFaults(type: Type, value: unknown, way: Fault['way']): Fault[] {
  if (isOf(type, value)) return faultsInside(type, value, way);
  const fix = value === undefined || value === null ? 'give it a value, or leave it out' : fixOf(type, value);
  return [{ way, got: value, expected: words(type, value), fix }];
}

/** The faults in something that is itself of its type. */
function faultsInside(type: Type, value: unknown, way: Fault['way'], audience: Audience = 'value'): Fault[] {
  switch (type.kind) {
    case 'list':
      return Array.from(value as unknown[]).flatMap((one, i) => elementFaults(type.of, one, [...way, i]));
    case 'map':
      return Object.entries(value as object).flatMap(([key, one]) => elementFaults(type.of, one, [...way, key]));
    case 'struct':
      return structFaults(type.name, value as Record<string, unknown>, way, audience);
    case 'class':
      return givenFaults(value as object, way);
    default:
      return [];
  }
}

function structFaults(
  struct: string,
  value: Readonly<Record<string, unknown>>,
  way: Fault['way'],
  audience: Audience,
): Fault[] {
  const known: Fault[] = [];
  for (const field of fieldsOf(struct)) {
    const given = value[field.name];
    // most props are left out
    if (given !== undefined || !field.optional) known.push(...fieldFaults(field, given, [...way, field.name]));
  }
  const unknown = unknownProps(struct, value, audience);
  return unknown.length === 0
    ? known
    : [...known, ...unknown.map(({ name, ...fault }) => ({ ...fault, way: [...way, name] }))];
}

/** The faults of the arguments that a value was made with. */
function givenFaults(value: object, way: Fault['way']): Fault[] {
  const faults = (value as { [FAULTS]?: readonly Fault[] })[FAULTS] ?? [];
  return faults.map((fault) => ({ ...fault, way: [...way, ...fault.way] }));
}

/**
 * NUL ends every string of a program in C, half a character cannot be written in UTF-8, and the rest is what the API
 * server's reader of YAML refuses, also in the JSON that a server-side apply sends: https://yaml.org/spec/1.1/#c-printable
 */
export const UNHOLDABLE = /[\0\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/u;

function isOf(type: Type, value: unknown): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'string':
      return typeof value === 'string' && !UNHOLDABLE.test(value);
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= LARGEST;
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'struct':
      // a Map, a Date or a promise has no props of its own, and would read as one that is empty
      return Object.prototype.toString.call(value) === '[object Object]' && !(TYPE in (value as object));
    case 'enum':
      return Object.values(ENUMS[type.name]).includes(value as string);
    case 'class':
      return (
        typeof value === 'object' &&
        value !== null &&
        isInstance(type.name, value as Record<PropertyKey, unknown>) &&
        isMade(type.name, value)
      );
    default:
      return typeof value === type.kind;
  }
}

function isInstance(name: string, value: Record<PropertyKey, unknown>): boolean {
  if (!(name in FOREIGN)) return value[TYPE] === name;
  const { has, kind } = FOREIGN[name];
  const isOther = kind !== undefined && typeof value.kind === 'string' && value.kind !== kind;
  return !isOther && has.every((member) => value[member] != null);
}
