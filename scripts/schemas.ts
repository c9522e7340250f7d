/**
 * `npm run schemas`: writes lib/internal/schema, by which overrides are merged and checked, from the OpenAPI of Kubernetes
 * and the CustomResourceDefinitions in ../shared. A test compares where they are.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadAll } from 'js-yaml';
import { type Crd, CustomTypes } from './schemas/custom-resources';
import { CUSTOM } from './schemas/kinds';
import { KubernetesTypes } from './schemas/kubernetes';
import type { Definitions, Types } from './schemas/model';
import { partialCrds } from './schemas/partial';
import { Signatures } from './schemas/signatures';

const ROOT = join(__dirname, '..');
const FOLDER = 'lib/internal/schema';
const SHARED = join(ROOT, '../shared');

export interface CrdFile {
  readonly file: string;
  readonly group: string;
  readonly kind: string;
  readonly project: string;
  readonly ref: string;
  readonly versions: readonly { readonly name: string; readonly served: boolean }[];
}

export interface Schemas {
  /** The types of each file; for custom resources the file is the API group. */
  readonly files: ReadonlyMap<string, Types>;
  /** The release whose definition is in the file, by API group, and by version and kind. */
  readonly releases: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly oldest: number;
  readonly newest: number;
}

/** What the tables are made from. */
export interface Sources {
  /** The definitions of OpenAPI by minor, oldest first. */
  readonly definitions: ReadonlyMap<number, Definitions>;
  readonly crds: readonly Crd[];
  readonly index: readonly CrdFile[];
}

/** Reads the schemas in ../shared. */
export function readSources(): Sources {
  const all: CrdFile[] = JSON.parse(readFileSync(join(SHARED, 'crds/index.json'), 'utf8'));
  const index = all.filter(({ group, kind }) => CUSTOM[group]?.includes(kind));
  const files = [...new Set(index.map(({ file }) => file))];
  return { definitions: readDefinitions(), crds: files.flatMap(readCrds), index };
}

/** Makes the tables of the schemas. */
export function makeSchemas({ definitions, crds, index }: Sources): Schemas {
  const kubernetes = new KubernetesTypes(definitions);
  const custom = new CustomTypes(
    [...crds, ...partialCrds(crds)],
    kubernetes,
    new Signatures(definitions, kubernetes.names),
  );
  const minors = [...definitions.keys()];
  return {
    files: new Map([...kubernetes.files, ...custom.files].sort(([a], [b]) => (a < b ? -1 : 1))),
    releases: releasesOf(index),
    oldest: minors[0],
    newest: minors.at(-1)!,
  };
}

/** The definitions of OpenAPI by minor, oldest first. */
export function readDefinitions(): ReadonlyMap<number, Definitions> {
  const folder = join(SHARED, 'openapi');
  const minors = readdirSync(folder).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
  const sorted = minors.map(Number).sort((a, b) => a - b);
  return new Map(
    sorted.map((minor) => {
      const packed = readFileSync(join(folder, `v1.${minor}`, 'swagger.json.gz'));
      return [minor, JSON.parse(gunzipSync(packed).toString()).definitions];
    }),
  );
}

function readCrds(file: string): Crd[] {
  const documents = loadAll(readFileSync(join(SHARED, 'crds', file), 'utf8')) as (Crd & { kind: string })[];
  return documents.filter((document) => document?.kind === 'CustomResourceDefinition');
}

function releasesOf(index: readonly CrdFile[]): Map<string, Record<string, string>> {
  const releases = new Map<string, Record<string, string>>();
  for (const { group, kind, project, ref, versions } of index)
    for (const { name } of versions.filter(({ served }) => served)) {
      const release = `${project.split('/')[0]} ${ref.split('/').at(-1)}`;
      releases.set(group, { ...releases.get(group), [`${name}.${kind}`]: release });
    }
  return releases;
}

function textOf(types: Types, source: string): string {
  const lines = [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, line]) => `  '${name}': '${line}',`);
  return `// Made by scripts/schemas.ts from ${source}: facts, in the notation of ../override/notation.ts.\n${TABLE} = {\n${lines.join('\n')}\n};\n`;
}

const TABLE = '/** Fields of each type. */\nexport const TYPES: Readonly<Record<string, string>>';

function groupsText({ files, releases, oldest, newest }: Schemas): string {
  const entries = [...files.keys()].map((file) => {
    const release = releases.has(file) ? `releases: ${JSON.stringify(releases.get(file))}, ` : '';
    // the compiler takes a file along for its type only where something names it
    return `  '${file}': { ${release}types: () => (require('./${file}') as typeof import('./${file}')).TYPES },`;
  });
  return `// Made by scripts/schemas.ts.
/** The oldest minor of Kubernetes 1 that the tables have. */
export const OLDEST_MINOR = ${oldest};

/** The newest minor of Kubernetes 1 that the tables have. */
export const NEWEST_MINOR = ${newest};

/** The table of an API group. */
export interface Group {
  /** For custom resources: the release whose definition the table has, by version and kind. */
  readonly releases?: Readonly<Record<string, string>>;
  /** Loads the table: a program without overrides needs none. */
  readonly types: () => Readonly<Record<string, string>>;
}

export const GROUPS: Readonly<Record<string, Group>> = {
${entries.join('\n')}
};
`;
}

if (require.main === module) {
  const schemas = makeSchemas(readSources());
  rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
  mkdirSync(join(ROOT, FOLDER));
  for (const [file, types] of schemas.files) {
    const releases = [...new Set(Object.values(schemas.releases.get(file) ?? {}))];
    const source = releases.length > 0 ? releases.join(', ') : `Kubernetes 1.${schemas.oldest} to 1.${schemas.newest}`;
    writeFileSync(join(ROOT, FOLDER, `${file}.ts`), textOf(types, source));
  }
  writeFileSync(join(ROOT, FOLDER, 'groups.ts'), groupsText(schemas));
  execFileSync('npx', ['--no-install', 'biome', 'check', '--write', FOLDER], { cwd: ROOT, stdio: 'inherit' });
}
