/**
 * Writes lib/internal/signatures/, by which the library checks at run time what the compiler of a TypeScript user has
 * checked already: `npm run build && npx tsx scripts/signatures.ts` after a change of the exported API. A test compares.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const FOLDER = 'lib/internal/signatures';

interface TypeReference {
  readonly fqn?: string;
  readonly primitive?: string;
  readonly collection?: { readonly elementtype: TypeReference; readonly kind: string };
}

interface Member {
  readonly name: string;
  readonly optional?: boolean;
  readonly static?: boolean;
  readonly type?: TypeReference;
  readonly docs?: { readonly summary?: string };
  readonly parameters?: readonly Member[];
}

interface ApiType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: string;
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly initializer?: { readonly parameters?: readonly Member[] };
}

/** Types of cdk8s that our structs take over. */
const FOREIGN = ['cdk8s.AppProps', 'cdk8s.YamlOutputType'];

/** Test helpers say what is wrong in words of their own; constructs find themselves and their environment. */
const UNCHECKED = /^(Manifests|Match)\.|\.of$/;

export interface Signatures {
  readonly ENUMS: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly STRUCTS: Readonly<Record<string, string>>;
  readonly FUNCTIONS: Readonly<Record<string, string>>;
  readonly MEANINGS: Readonly<Record<string, string>>;
}

/** What the exported API says, read from the assemblies of jsii; the values of enums from the packages themselves. */
export function signatures(): Signatures {
  const types = [...typesOf('.'), ...typesOf('node_modules/cdk8s').filter(({ fqn }) => FOREIGN.includes(fqn))];
  const functions = types.filter(({ kind }) => kind === 'class').flatMap(functionsOf);
  const structs = types.filter(({ datatype }) => datatype).map((one): [string, string] => [one.name, written(one)]);
  const used = usedBy(new Map(structs), functions);
  const isUsed = ([name]: readonly [string, unknown]) => used.has(name);
  const enums = types.filter(({ kind }) => kind === 'enum').map(({ fqn, name }) => [name, membersOf(fqn)] as const);
  return {
    ENUMS: sorted(enums.filter(isUsed)),
    STRUCTS: sorted(structs.filter(isUsed)),
    FUNCTIONS: sorted(functions),
    MEANINGS: sorted([
      ...types.filter(({ datatype, name }) => datatype && used.has(name)).flatMap(meanings),
      ...types.flatMap((one) => parameterMeanings(one, new Map(structs))),
    ]),
  };
}

/** Names of the types that the functions take, directly or inside of others. */
function usedBy(structs: ReadonlyMap<string, string>, functions: readonly (readonly [string, string])[]): Set<string> {
  const used = new Set<string>();
  const texts = functions.map(([, text]) => text);
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const [, name] of text.matchAll(/(?:: \{?|\.\.\.)([\w.]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      texts.push(structs.get(name) ?? '');
    }
  }
  return used;
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function typesOf(folder: string): ApiType[] {
  return Object.values(JSON.parse(readFileSync(join(ROOT, folder, '.jsii'), 'utf8')).types);
}

/** Members in TypeScript have numbers on both sides: those are names only. */
function membersOf(fqn: string): Record<string, string | number> {
  const [pack, name] = fqn.split('.');
  const members: Record<string, string | number> = require(pack === 'cdk8s-ml' ? '../lib' : pack)[name];
  return Object.fromEntries(Object.entries(members).filter(([key]) => !/^\d+$/.test(key)));
}

function written({ interfaces = [], properties = [] }: ApiType): string {
  return [...interfaces.map((fqn) => `...${short(fqn)}`), ...properties.map(field)].join('; ');
}

function functionsOf({ name, abstract, initializer, methods = [] }: ApiType): [string, string][] {
  const made: [string, string][] =
    initializer && !abstract ? [[`new ${name}`, parameters(initializer.parameters)]] : [];
  const statics = methods
    .filter((method) => method.static && method.parameters?.length)
    .map((one): [string, string] => [`${name}.${one.name}`, parameters(one.parameters)]);
  return [...made, ...statics].filter(([called]) => !UNCHECKED.test(called));
}

/** What is said of texts and numbers that have to be given: of what is missing, the type alone would say little. */
function meanings({ name, properties = [] }: ApiType): [string, string][] {
  return properties.flatMap(({ name: prop, optional, type, docs }): [string, string][] =>
    optional || !type?.primitive || !docs?.summary ? [] : [[`${name}.${prop}`, phrase(docs.summary)]],
  );
}

/** What is said of options that have to be given although none of their props has: a list of the props says little. */
function parameterMeanings({ name, methods = [] }: ApiType, structs: ReadonlyMap<string, string>): [string, string][] {
  const isOpen = ({ fqn }: TypeReference) => fqn && structs.has(short(fqn)) && !/\w: /.test(structs.get(short(fqn))!);
  return methods
    .filter((method) => method.static)
    .flatMap((method) =>
      (method.parameters ?? []).flatMap((one): [string, string][] =>
        one.optional || !one.docs?.summary || !isOpen(one.type ?? {})
          ? []
          : [[`${name}.${method.name}.${one.name}`, phrase(one.docs.summary)]],
      ),
    );
}

/** A sentence as a part of another one. */
function phrase(summary: string): string {
  const words = summary
    .replaceAll('`', '')
    .replace(/[.;:]$/, '')
    .split('. ')[0];
  return /^[A-Z][a-z ]/.test(words) ? words[0].toLowerCase() + words.slice(1) : words;
}

function parameters(list: readonly Member[] = []): string {
  return list.map(field).join('; ');
}

function field({ name, optional, type }: Member): string {
  return `${name}${optional ? '?' : ''}: ${typeText(type!)}`;
}

function typeText({ primitive, fqn, collection }: TypeReference): string {
  if (!collection) return primitive ?? short(fqn!);
  const element = typeText(collection.elementtype);
  return collection.kind === 'array' ? `${element}[]` : `{${element}}`;
}

function short(fqn: string): string {
  return fqn.startsWith('cdk8s-ml.') || FOREIGN.includes(fqn) ? fqn.split('.')[1] : fqn;
}

if (require.main === module) {
  const { ENUMS, STRUCTS, FUNCTIONS, MEANINGS } = signatures();
  const write = (file: string, name: string, doc: string, type: string, value: object) =>
    writeFileSync(
      join(ROOT, FOLDER, file),
      [
        '// Made by scripts/signatures.ts from the exported API: change that, then run the script.',
        `/** ${doc} */\nexport const ${name}: Readonly<Record<string, ${type}>> = ${JSON.stringify(value)};\n`,
      ].join('\n'),
    );
  mkdirSync(join(ROOT, FOLDER), { recursive: true });
  write('enums.ts', 'ENUMS', 'The members of each enum.', 'Readonly<Record<string, string | number>>', ENUMS);
  write(
    'structs.ts',
    'STRUCTS',
    'Props: `?` may be left out, `[]` is a list, `{}` a map, `...` takes over.',
    'string',
    STRUCTS,
  );
  write('functions.ts', 'FUNCTIONS', 'Parameters of constructors and of static factories.', 'string', FUNCTIONS);
  write('meanings.ts', 'MEANINGS', 'What props say that have to be given.', 'string', MEANINGS);
  execFileSync(join(ROOT, 'node_modules/.bin/biome'), ['check', '--write', FOLDER], { cwd: ROOT, stdio: 'inherit' });
}
