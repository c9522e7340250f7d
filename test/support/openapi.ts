import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadAll } from 'js-yaml';
import { NOTHING_MAY_BE_MISSING } from './ci';
import { withOurVersions } from './collected-crds';

const SHARED = resolve(__dirname, '../../../shared');

/** The minors of Kubernetes whose schemas lie in ../shared/openapi. */
export const MINORS = [28, 29, 30, 31, 32, 33, 34, 35, 36];

/**
 * Whether the schemas are here. A clone without them tests all the rest, and says so; in CI they must be here.
 */
export const HAS_SCHEMAS = existsSync(join(SHARED, 'openapi')) || NOTHING_MAY_BE_MISSING;
if (!HAS_SCHEMAS) console.warn('../shared is not here: what is emitted is not compared with the schemas of Kubernetes');

/** `describe`, left out with a word where the schemas are not here. */
export const describeWithSchemas = HAS_SCHEMAS ? describe : describe.skip;

type Schema = Record<string, any>;

const loaded = new Map<number, ApiSchemas>();

/** The schemas of one minor of Kubernetes and of the custom resources around it. */
export function schemasOf(minor: number): ApiSchemas {
  if (!loaded.has(minor)) loaded.set(minor, new ApiSchemas(minor));
  return loaded.get(minor)!;
}

export class ApiSchemas {
  private readonly definitions: Record<string, Schema>;
  private readonly byKind = new Map<string, Schema>();

  constructor(minor: number) {
    const file = join(SHARED, 'openapi', `v1.${minor}`, 'swagger.json.gz');
    this.definitions = JSON.parse(gunzipSync(readFileSync(file)).toString()).definitions;
    for (const definition of Object.values(this.definitions))
      for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? [])
        this.byKind.set(`${[group, version].filter(Boolean).join('/')} ${kind}`, definition);
  }

  /** True where a schema has the field, both given as `v1.JobSpec.successPolicy`. */
  hasField(path: string): boolean {
    const [version, schema, field] = path.split('.');
    return Object.entries(this.definitions).some(
      ([name, { properties }]) => name.endsWith(`.${version}.${schema}`) && properties?.[field] !== undefined,
    );
  }

  /** Where the object is not of the API: unknown kinds and fields, missing ones, values of another type. */
  faults(object: any): string[] {
    const key = `${object.apiVersion} ${object.kind}`;
    const schema = this.byKind.get(key) ?? customResources(object.apiVersion.split('/')[0]).get(key);
    return schema ? this.compare(object, schema, object.kind) : [`${object.apiVersion} ${object.kind}: unknown`];
  }

  private compare(value: any, given: Schema, path: string): string[] {
    const schema = given.$ref ? this.definitions[given.$ref.replace('#/definitions/', '')] : given;
    if (schema.format === 'int-or-string' || schema['x-kubernetes-int-or-string'])
      return ['number', 'string'].includes(typeof value) ? [] : [`${path}: neither number nor string`];
    if (schema.type === 'array') {
      if (!Array.isArray(value)) return [`${path}: not a list`];
      return value.flatMap((item, i) => this.compare(item, schema.items, `${path}[${i}]`));
    }
    if (schema.type === 'integer') return Number.isInteger(value) ? [] : [`${path}: not whole`];
    if (schema.enum && !schema.enum.includes(value)) return [`${path}: not one of ${schema.enum.join(', ')}`];
    if (['string', 'boolean', 'number'].includes(schema.type))
      return typeof value === schema.type ? [] : [`${path}: not a ${schema.type}`];
    if (typeof value !== 'object' || value === null) return [`${path}: not an object`];
    return this.compareFields(value, schema, path);
  }

  private compareFields(value: Schema, schema: Schema, path: string): string[] {
    const known = schema.properties ?? {};
    const open = schema['x-kubernetes-preserve-unknown-fields'] || (schema.type === 'object' && !schema.properties);
    const required: string[] = schema.required ?? [];
    return [
      ...required
        .filter((name) => !(name in value) && known[name]?.default === undefined)
        .map((name) => `${path}.${name}: missing`),
      ...Object.entries(value).flatMap(([name, inner]) => {
        const field =
          known[name] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
        if (field) return this.compare(inner, field, `${path}.${name}`);
        return open ? [] : [`${path}.${name}: unknown`];
      }),
    ];
  }
}

const groups = new Map<string, ReadonlyMap<string, Schema>>();

/** Every served version of the custom resources of an API group, by `group/version kind`, with their metadata left open. */
function customResources(group: string): ReadonlyMap<string, Schema> {
  if (!groups.has(group)) groups.set(group, new Map(filesOf(group).flatMap(readCrds)));
  return groups.get(group)!;
}

/** The files that define resources of the group; those of all groups would take a minute to read. */
function filesOf(group: string): string[] {
  const index: { file: string; group: string }[] = JSON.parse(readFileSync(join(SHARED, 'crds/index.json'), 'utf8'));
  return [...new Set(index.filter((crd) => crd.group === group).map(({ file }) => file))];
}

function readCrds(file: string): [string, Schema][] {
  const documents: any[] = loadAll(readFileSync(join(SHARED, 'crds', file), 'utf8'));
  return documents
    .filter((document) => document?.kind === 'CustomResourceDefinition')
    .map(withOurVersions)
    .flatMap(({ spec }) =>
      spec.versions.map(({ name, schema }: any): [string, Schema] => {
        const { properties } = schema.openAPIV3Schema;
        const open = { 'x-kubernetes-preserve-unknown-fields': true };
        const root = { ...properties, metadata: open, apiVersion: { type: 'string' }, kind: { type: 'string' } };
        return [`${spec.group}/${name} ${spec.names.kind}`, { ...schema.openAPIV3Schema, properties: root }];
      }),
    );
}
