import fc from 'fast-check';
import { FUNCTIONS } from '../../lib/internal/signatures';
import { type Field, fieldsOf, parametersOf } from '../../lib/internal/types';
import { callsIn, type Recipe } from '../support/arbitrary-recipes';
import { distribution } from '../support/arbitrary-training';
import { CONSTRUCTS } from '../support/workloads';

/** Not values that a construct is given. */
const NO_VALUES = /^(new |MlApp\.|MlNamespace\.|ClusterTarget\.)/;

/** The table of wrong inputs tries them. */
const ALWAYS_WRONG = /^(Sidecar|InitContainer)\..* options\.compute\.gpu$/;

/** A distribution has many options several levels down: its own samples, as one job in several has one of its kinds. */
const samples = [...CONSTRUCTS.map(({ random }) => random), distribution].flatMap((random) =>
  fc.sample<unknown>(random, { numRuns: random === distribution ? 12_000 : 3000, seed: 1 }),
);
const calls = samples.flatMap((sample) => callsIn(sample as any));

it('the random tests call every factory whose value a construct can be given', () => {
  const called = new Set(calls.map(({ call }) => call));
  expect(Object.keys(FUNCTIONS).filter((name) => !NO_VALUES.test(name) && !called.has(name))).toEqual([]);
});

it('the random tests give every option of every factory', () => {
  const seen = new Set<string>();
  for (const { call, args } of calls)
    parametersOf(call).forEach((parameter, i) => {
      note(seen, `${call} ${parameter.name}`, parameter, args[i]);
    });
  const wanted = Object.keys(FUNCTIONS)
    .filter((name) => !NO_VALUES.test(name))
    .flatMap((name) => parametersOf(name).flatMap((parameter) => optionsOf(`${name} ${parameter.name}`, parameter)));
  expect(wanted.filter((option) => !seen.has(option) && !ALWAYS_WRONG.test(option))).toEqual([]);
});

/** Where a struct is, its fields; with lists of structs, the fields of one in the list. */
function optionsOf(way: string, { type }: Field): string[] {
  const inner = type.kind === 'list' ? type.of : type;
  if (inner.kind !== 'struct') return [way];
  return fieldsOf(inner.name).flatMap((field) => optionsOf(`${way}.${field.name}`, field));
}

function note(seen: Set<string>, way: string, { type }: Field, value: Recipe): void {
  if (value === undefined) return;
  seen.add(way);
  const inner = type.kind === 'list' ? type.of : type;
  if (inner.kind !== 'struct') return;
  for (const one of Array.isArray(value) ? value : [value])
    for (const field of fieldsOf(inner.name)) note(seen, `${way}.${field.name}`, field, (one as any)?.[field.name]);
}
