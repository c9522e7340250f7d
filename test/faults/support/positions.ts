import { FUNCTIONS } from '../../../lib/internal/signatures';
import { type Field, fieldsOf, parametersOf, type Type } from '../../../lib/internal/types';

/** A place in the arguments of a function: the way to it, and what is wanted there. */
export interface Position {
  readonly called: string;
  readonly way: readonly (string | number)[];
  readonly type: Type;
  readonly optional: boolean;
  /** The names of the way as an error prints them, without the parameter that holds the options. */
  readonly prop: string;
}

/** Every place in every function of the exported API that a value can be given at. */
export function positions(): Position[] {
  return Object.keys(FUNCTIONS).flatMap((called) =>
    parametersOf(called).flatMap((parameter, i) => below(called, [i], parameter, parameter.type.kind === 'struct')),
  );
}

function below(called: string, way: readonly (string | number)[], field: Field, isOptions: boolean): Position[] {
  const { type, optional } = field;
  const prop = printed([isOptions ? '' : field.name]);
  return [{ called, way, type, optional, prop }, ...inside(called, way, type, prop)];
}

function inside(called: string, way: readonly (string | number)[], type: Type, prop: string): Position[] {
  if (type.kind === 'list') return inside(called, [...way, 0], type.of, `${prop}[0]`);
  if (type.kind !== 'struct') return [];
  return fieldsOf(type.name).flatMap((field) => {
    const at = { called, way: [...way, field.name], type: field.type, optional: field.optional };
    const name = prop ? `${prop}.${field.name}` : field.name;
    return [{ ...at, prop: name }, ...inside(called, at.way, field.type, name)];
  });
}

function printed(names: readonly string[]): string {
  return names.filter(Boolean).join('.');
}

/** The arguments with the value at the place; what holds the value is made where it is missing, and copied else. */
export function withValue(args: readonly any[], way: readonly (string | number)[], value: unknown): any[] {
  const [first, ...rest] = way;
  const copy: any = Array.isArray(args) ? [...args] : { ...(args as object) };
  copy[first] =
    rest.length === 0 ? value : withValue(copy[first] ?? (typeof rest[0] === 'number' ? [] : {}), rest, value);
  return copy;
}

/** The arguments without what stands at the place. */
export function without(args: readonly any[], way: readonly (string | number)[]): any[] {
  const [first, ...rest] = way;
  const copy: any = Array.isArray(args) ? [...args] : { ...(args as object) };
  if (rest.length > 0 && copy[first] !== undefined) copy[first] = without(copy[first], rest);
  else if (rest.length === 0 && Array.isArray(copy)) copy.length = Math.min(copy.length, first as number);
  else if (rest.length === 0) delete copy[first];
  return copy;
}
