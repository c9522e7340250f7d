import { Duration } from 'cdk8s';
import { type ApiType, exportedTypes, type Member } from './support/assembly';
import { filesUnder, ROOT } from './support/tree';

/**
 * A literal default stands once, in a table that the code reads: `export const MODEL_SERVICE_DEFAULTS = { struct:
 * 'ModelServiceProps', values: { drain: Duration.seconds(30) } }` in a `defaults.ts`. This compares each with `@default`.
 */
interface DefaultsTable {
  readonly file: string;
  readonly struct: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const tables: DefaultsTable[] = filesUnder('lib', 'defaults.ts').flatMap((file) =>
  Object.values(require(`${ROOT}/${file}`))
    .filter(isTable)
    .map((table) => ({ file, ...table })),
);

let types: readonly ApiType[] = [];

function propsOf(struct: string): readonly Member[] {
  if (types.length === 0) throw Object.assign(new Error(), { stack: 'nothing to compare with: lib/ does not compile' });
  return types.find(({ name }) => name === struct)?.properties ?? [];
}

test('jsii compiles lib/', () => {
  types = exportedTypes();
}, 120_000);

test('tables name structs of the public API, each once', () => {
  const structs = tables.map(({ struct }) => struct);
  expect(structs.filter((struct) => propsOf(struct).length === 0)).toEqual([]);
  expect([...new Set(structs)]).toEqual(structs);
});

const rows = tables.flatMap(({ file, struct, values }) =>
  Object.entries(values).map(([prop, value]) => [`${struct}.${prop}`, file, struct, prop, value] as const),
);

if (rows.length > 0) {
  test.each(rows)('%s is documented as %s has it', (_title, _file, struct, prop, value) => {
    const member = propsOf(struct).find(({ name }) => name === prop);
    const text = member?.docs?.default ?? 'no such prop, or no @default';
    expect(normal(text)).toEqual(written(value));
  });
}

test('a literal @default of a struct with a table is in the table', () => {
  const missing = tables.flatMap(({ struct, values }) =>
    propsOf(struct)
      .filter(({ docs, name }) => docs?.default && !docs.default.startsWith('- ') && !(name in values))
      .map(({ name }) => `${struct}.${name}`),
  );
  expect(missing).toEqual([]);
});

function isTable(value: unknown): value is { struct: string; values: Record<string, unknown> } {
  return typeof value === 'object' && value !== null && 'struct' in value && 'values' in value;
}

/** The value as a doc comment would write it, in the one form that `normal` gives texts. */
function written(value: unknown): string {
  if (value instanceof Duration) return `Duration ${value.toMilliseconds()}`;
  if (typeof value === 'object' && value !== null && value.constructor !== Object && !Array.isArray(value))
    return `an instance of ${value.constructor.name}: write a literal into the table`;
  return JSON.stringify(value);
}

function normal(text: string): string {
  const duration = /^Duration\.(millis|seconds|minutes|hours|days)\((\d+)\)$/.exec(text);
  if (duration) return `Duration ${Duration[duration[1] as 'seconds'](Number(duration[2])).toMilliseconds()}`;
  const library: Record<string, unknown> = require(`${ROOT}/lib`);
  const member = /^([A-Z]\w*)\.([A-Z][A-Z0-9_]*)$/.exec(text);
  if (member) return JSON.stringify((library[member[1]] as Record<string, unknown> | undefined)?.[member[2]] ?? text);
  try {
    return JSON.stringify(JSON.parse(text.replace(/'/g, '"').replace(/([{,]\s*)(\w+):/g, '$1"$2":')));
  } catch {
    return text;
  }
}
