import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadAll } from 'js-yaml';
import { CUSTOM_RESOURCE, KUBERNETES, quantity, type Schema, toJsonSchema } from './json-schema';
import { CACHE, CRDS, OPENAPI } from './paths';

/** How kubeconform finds the schema of an object; the core group goes by its version, `v1`. */
const NAME = '{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json';

const DRAFT = 'http://json-schema.org/draft-04/schema#';
const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';

/** Where kubeconform looks, for a minor of Kubernetes: its own kinds, then the custom resources. */
export function schemaLocations(minor: number): string[] {
  const folder = schemasOf(minor);
  return [join(folder, 'kubernetes', NAME), join(folder, 'crds', NAME)];
}

/** The folder of JSON schemas for a minor of Kubernetes, made from ../shared unless that was done before. */
export function schemasOf(minor: number): string {
  const folder = join(CACHE, `schemas-1.${minor}-${contentKey(minor)}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  const definitions = definitionsOf(minor);
  writeKubernetes(definitions, join(unfinished, 'kubernetes'));
  writeCustomResources(definitions, join(unfinished, 'crds'));
  renameSync(unfinished, folder);
  return folder;
}

/** Changes with what is converted and with the code that converts. */
function contentKey(minor: number): string {
  const inputs = [swagger(minor), join(CRDS, 'index.json'), __filename, join(__dirname, 'json-schema.ts')];
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function swagger(minor: number): string {
  return join(OPENAPI, `v1.${minor}`, 'swagger.json.gz');
}

function definitionsOf(minor: number): Record<string, Schema> {
  return JSON.parse(gunzipSync(readFileSync(swagger(minor))).toString()).definitions;
}

function writeKubernetes(definitions: Record<string, Schema>, folder: string): void {
  const converted = convertAll(definitions);
  for (const [name, definition] of Object.entries(definitions)) {
    const kinds: { group: string; version: string; kind: string }[] =
      definition['x-kubernetes-group-version-kind'] ?? [];
    // one of many is no object of its own: DeleteOptions, WatchEvent
    if (kinds.length !== 1) continue;
    const [{ group, version, kind }] = kinds;
    const apiVersion = [group, version].filter(Boolean).join('/');
    write(folder, { group, version, kind }, asObject(converted[name], apiVersion, kind), converted);
  }
}

function convertAll(definitions: Record<string, Schema>): Record<string, Schema> {
  const entries = Object.entries(definitions).map(([name, definition]) => [name, toJsonSchema(definition, KUBERNETES)]);
  return { ...Object.fromEntries(entries), [QUANTITY]: quantity() };
}

/** Every served version of every CRD; what is not served, the server refuses. */
function writeCustomResources(definitions: Record<string, Schema>, folder: string): void {
  const converted = convertAll(definitions);
  for (const { spec } of customResourceDefinitions())
    for (const { name: version, served, schema } of spec.versions) {
      if (!served || !schema?.openAPIV3Schema) continue;
      const { group } = spec;
      const { kind } = spec.names;
      const own = toJsonSchema(schema.openAPIV3Schema, CUSTOM_RESOURCE);
      // CRDs leave metadata to the server, which reads it as it does everywhere
      const fields = { ...own.properties, metadata: { $ref: `#/definitions/${OBJECT_META}` } };
      const whole = asObject({ ...own, properties: fields }, `${group}/${version}`, kind);
      write(folder, { group, version, kind }, whole, converted);
    }
}

function customResourceDefinitions(): Schema[] {
  const index: { file: string }[] = JSON.parse(readFileSync(join(CRDS, 'index.json'), 'utf8'));
  const files = [...new Set(index.map(({ file }) => file))];
  return files
    .flatMap((file) => loadAll(readFileSync(join(CRDS, file), 'utf8')) as Schema[])
    .filter((document) => document?.kind === 'CustomResourceDefinition');
}

function asObject(schema: Schema, apiVersion: string, kind: string): Schema {
  const properties = {
    ...schema.properties,
    apiVersion: { type: 'string', enum: [apiVersion] },
    kind: { type: 'string', enum: [kind] },
  };
  return { ...schema, properties, required: [...new Set([...(schema.required ?? []), 'apiVersion', 'kind'])] };
}

function write(
  folder: string,
  { group, version, kind }: { group: string; version: string; kind: string },
  schema: Schema,
  definitions: Record<string, Schema>,
): void {
  const file = join(folder, group || version, `${kind.toLowerCase()}_${version}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ $schema: DRAFT, ...schema, definitions: reachedFrom(schema, definitions) }));
}

/** The definitions that a schema needs: a file holds them all, so that kubeconform opens no other. */
function reachedFrom(schema: Schema, definitions: Record<string, Schema>): Record<string, Schema> {
  const reached: Record<string, Schema> = {};
  const next = [JSON.stringify(schema)];
  for (let text = next.pop(); text !== undefined; text = next.pop())
    for (const [, name] of text.matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)) {
      if (name in reached) continue;
      if (!definitions[name]) throw new Error(`a schema refers to ${name}, which is not defined`);
      reached[name] = definitions[name];
      next.push(JSON.stringify(definitions[name]));
    }
  return reached;
}

/** The kinds that a folder of schemas knows, as `group/kind_version`. */
export function kindsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
}
