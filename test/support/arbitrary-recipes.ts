import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import * as lib from '../../lib';
import { LinkTarget } from './link-target';

/**
 * A value of the API as plain data, so that a failure can print it, fast-check can shrink it, and each construct gets an
 * own copy: calls of factories stand as `{ call: 'Gpu.nvidia', args: [{ count: 2 }] }`.
 */
export type Recipe = unknown;

interface Call {
  readonly call: string;
  readonly args: readonly Recipe[];
}

/** Random values of a prop. */
export type Values = fc.Arbitrary<Recipe>;

/** Random values for each prop of a struct: a new prop does not compile until it has some. */
export type ValuesOf<Props> = { readonly [Prop in keyof Required<Props>]: Values };

/** A call of a factory with random arguments; what is `undefined` at the end is left out. */
export function call(name: string, ...args: Values[]): Values {
  return fc.tuple(...args).map((given) => ({ call: name, args: withoutTail(given) }));
}

/** One of the values. */
export function pick(...values: Recipe[]): Values {
  return fc.constantFrom(...values);
}

/** A right value, or, once in a while, a wrong one: of sets with forty values each, half are to stay right. */
export function mostly(right: Values, ...wrong: Recipe[]): Values {
  return rarely(right, pick(...wrong));
}

export function rarely(right: Values, wrong: Values): Values {
  return fc.oneof({ weight: 300, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

/** What is left out is smaller than any value, so that a counterexample holds no more than it must. */
const SMALLER = { withCrossShrink: true };

/** How many of ten sets have an optional prop: few of forty, more where a struct is small. */
type InTen = 3 | 6;

function some(values: Values, inTen: InTen): Values {
  return fc.oneof(
    SMALLER,
    { weight: 10 - inTen, arbitrary: fc.constant(undefined) },
    { weight: inTen, arbitrary: values },
  );
}

/** Props of which some are always there, and each other is mostly left out. */
export function props(
  required: { [prop: string]: Values },
  optional: { [prop: string]: Values } = {},
  inTen: InTen = 3,
): Values {
  const rare = Object.entries(optional).map(([prop, values]) => [prop, some(values, inTen)]);
  return fc.record({ ...required, ...Object.fromEntries(rare) }).map(withoutUndefined);
}

/** The same for the props of a construct, of which none may be forgotten. */
export function propsOf<Props>(values: ValuesOf<Props>, required: (keyof Props)[] = [], inTen: InTen = 3): Values {
  const entries = Object.entries(values) as [string & keyof Props, Values][];
  const among = (wanted: boolean) => entries.filter(([prop]) => required.includes(prop) === wanted);
  return props(Object.fromEntries(among(true)), Object.fromEntries(among(false)), inTen);
}

export function whole(min: number, max: number, ...wrong: Recipe[]): Values {
  const right = fc.integer({ min, max });
  return wrong.length > 0 ? mostly(right, ...wrong) : right;
}

export function list(values: Values, max = 2): Values {
  return fc.uniqueArray(values, { minLength: 1, maxLength: max, selector: (one) => JSON.stringify(one) });
}

export function map(keys: Values, values: Values, max = 3): Values {
  return fc.dictionary(keys as fc.Arbitrary<string>, values, { minKeys: 1, maxKeys: max, noNullPrototype: true });
}

export function seconds(min: number, max: number, ...wrong: number[]): Values {
  return call('Duration.seconds', whole(min, max, ...wrong));
}

/** The place where the construct of a recipe is to stand, as an argument. */
export const SCOPE = { scope: true };

/** Makes the value that a recipe stands for; constructs among its parts are made in `scope`. */
export function cook(recipe: Recipe, scope: Construct): any {
  if (Array.isArray(recipe)) return recipe.map((one) => cook(one, scope));
  if (typeof recipe !== 'object' || recipe === null) return recipe;
  if ('scope' in recipe) return scope;
  if (isCall(recipe)) {
    const args = recipe.args.map((one) => cook(one, scope));
    const [type, member] = recipe.call.split('.');
    if (type === 'kplus' || type === 'theirs') return theirs(member, args);
    const owner = (type === 'Duration' ? Duration : (lib as any)[type]) as any;
    return typeof owner[member] === 'function' ? owner[member](...args) : owner[member];
  }
  return Object.fromEntries(Object.entries(recipe).map(([key, one]) => [key, cook(one, scope)]));
}

/** Constructs that somebody else would hand over. */
function theirs(kind: string, args: readonly any[]): unknown {
  const [scope, name]: [Construct, string] = [args[0], args[1]];
  const id = `theirs-${kind}-${scope.node.children.length}`;
  if (kind === 'ConfigMap') return kplus.ConfigMap.fromConfigMapName(scope, id, name);
  if (kind === 'Secret') return kplus.Secret.fromSecretName(scope, id, name);
  if (kind === 'ServiceAccount') return new kplus.ServiceAccount(scope, id, { metadata: { name } });
  if (kind === 'LinkTarget') return new LinkTarget(scope, id, name);
  return kplus.Namespaces.select(scope, id, { names: [name] });
}

/** Each call in a recipe, innermost first. */
export function callsIn(recipe: Recipe): Call[] {
  if (typeof recipe !== 'object' || recipe === null) return [];
  const inside = Object.values(recipe).flatMap(callsIn);
  return isCall(recipe) ? [...inside, recipe] : inside;
}

function isCall(recipe: object): recipe is Call {
  return 'call' in recipe && 'args' in recipe;
}

function withoutTail(args: Recipe[]): Recipe[] {
  const end = args.findLastIndex((arg) => arg !== undefined) + 1;
  return args.slice(0, end);
}

function withoutUndefined(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What needs a namespace below the level "restricted": https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
const BELOW_RESTRICTED = ['PodSecurity.relaxed', 'ExtraVolume.hostPath', 'ExtraVolume.nfs'];

/** True for props that ask for less than "restricted"; the annotation of the object says so. */
export function asksForLess(props: Recipe): boolean {
  return callsIn(props).some(({ call }) => BELOW_RESTRICTED.includes(call));
}
