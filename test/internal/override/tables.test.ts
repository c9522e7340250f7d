import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { Manifests } from '../../../lib';
import { Checker } from '../../../lib/internal/errors';
import { type Manifest, patchManifest } from '../../../lib/internal/override/manifest';
import { type ListType, type ObjectType, parseFields, type Type } from '../../../lib/internal/override/notation';
import { fieldsOf, kindType } from '../../../lib/internal/override/schema';
import { GROUPS, NEWEST_MINOR, OLDEST_MINOR } from '../../../lib/internal/schema/groups';
import { SCHEMAS } from '../../../scripts/import';
import { makeSchemas, readSources, type Sources } from '../../../scripts/schemas';
import type { Crd } from '../../../scripts/schemas/custom-resources';
import { describeWithSchemas, MINORS } from '../../support/openapi';
import { customResourcesIn, kindIn, type Raw } from './raw-schemas';

const tables = Object.entries(GROUPS).map(([file, group]) => ({ file, types: group.types() }));

describe('every table', () => {
  test('is named where it is loaded, so that the compiler puts it into the package', () => {
    const folder = join(__dirname, '../../../lib/internal/schema');
    const groups = readFileSync(join(folder, 'groups.ts'), 'utf8');
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual([...Object.keys(GROUPS), 'groups'].sort());
    for (const { file } of tables) expect(groups).toContain(`require('./${file}') as typeof import('./${file}')`);
  });

  test('holds what the notation can read, and types that there are', () => {
    const missing = tables.flatMap(({ file, types }) =>
      Object.entries(types).flatMap(([name, line]) => {
        if (line.startsWith('=')) return types[line.slice(1)] === undefined ? [`${file} ${name}: ${line}`] : [];
        const owner: ObjectType = { kind: 'object', file, name };
        const fields = [...parseFields(owner, line).byName.values()].flat();
        return fields.flatMap((field) =>
          objectsIn(field.type)
            .filter((type) => GROUPS[type.file]?.types()[type.name] === undefined)
            .map((type) => `${file} ${name}.${field.name}: ${type.file}/${type.name}`),
        );
      }),
    );
    expect(missing).toEqual([]);
    expect(tables.length).toBeGreaterThan(25);
  });

  test('tells entries apart by fields that they have', () => {
    const wrong = tables.flatMap(({ file, types }) =>
      Object.entries(types)
        .filter(([, line]) => !line.startsWith('='))
        .flatMap(([name, line]) => {
          const fields = [...parseFields({ kind: 'object', file, name }, line).byName.values()].flat();
          const lists = fields.filter(
            (field): field is typeof field & { type: ListType } => field.type.kind === 'list',
          );
          return lists.flatMap(({ name: field, type }) =>
            type.keys
              .flat()
              .filter((key) => type.of.kind !== 'object' || !fieldsOf(type.of).byName.has(key.name))
              .map((key) => `${file} ${name}.${field} by ${key.name}`),
          );
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('knows kinds, and no other type of an object as one', () => {
    expect(kindType('v1', 'Pod')).toEqual({ kind: 'object', file: 'core', name: 'v1.Pod' });
    for (const [apiVersion, kind] of [
      ['v1', 'PodSpec'],
      ['apps/v1', 'Pod'],
      ['jobset.x-k8s.io/v1alpha2', 'JobSet.spec'],
      ['constructor/v1', 'Pod'],
      ['v1', 'toString'],
      ['', ''],
    ])
      expect(kindType(apiVersion, kind)).toBeUndefined();
  });
});

test('every custom resource that the library makes has a table', () => {
  const kinds = readdirSync(SCHEMAS)
    .flatMap((file) => loadAll(readFileSync(join(SCHEMAS, file), 'utf8')) as Crd[])
    .flatMap(({ spec }) =>
      spec.versions.map(({ name }) => ({ apiVersion: `${spec.group}/${name}`, kind: spec.names.kind })),
    );
  expect(kinds.length).toBeGreaterThan(20);
  expect(kinds.filter(({ apiVersion, kind }) => kindType(apiVersion, kind) === undefined)).toEqual([]);
});

describe('every committed manifest', () => {
  const dist = join(__dirname, '../../../dist');
  const folders = readdirSync(dist).flatMap((app) => readdirSync(join(dist, app)).map((one) => join(dist, app, one)));

  test('has a table, which has all of its fields in the minor of its target, 1.33', () => {
    const objects = folders.flatMap((folder) => Manifests.fromFiles(folder).all() as Manifest[]);
    expect(objects.length).toBeGreaterThan(50);
    const check = Checker.named('dist');
    for (const object of objects) {
      expect(kindType(object.apiVersion, object.kind)).toBeDefined();
      const identity = { apiVersion: object.apiVersion, kind: object.kind, metadata: {} };
      expect(patchManifest(check, identity, object, 33)).toEqual(object);
      expect(patchManifest(check, object, object, 33)).toEqual(object);
    }
    check.done();
  });
});

describeWithSchemas('the tables', () => {
  let sources: Sources;
  beforeAll(() => {
    sources = readSources();
  });

  test('are what the script makes', () => {
    const schemas = makeSchemas(sources);
    const made = Object.fromEntries([...schemas.files].map(([file, types]) => [file, Object.fromEntries(types)]));
    expect(Object.fromEntries(tables.map(({ file, types }) => [file, types]))).toEqual(made);
    const releases = Object.entries(GROUPS).map(([file, group]) => [file, group.releases]);
    expect(Object.fromEntries(releases)).toEqual(
      Object.fromEntries(Object.keys(made).map((file) => [file, schemas.releases.get(file)])),
    );
    expect([OLDEST_MINOR, NEWEST_MINOR]).toEqual([schemas.oldest, schemas.newest]);
  });

  test.each(MINORS)('have the fields of Kubernetes 1.%i, and no others', (minor) => {
    const definitions = sources.definitions.get(minor)!;
    let compared = 0;
    for (const [name, raw] of Object.entries(definitions)) {
      const type = typeNamed(name);
      if (type === undefined) continue;
      const fields = [...fieldsOf(type).byName.values()].flat();
      const known = fields.filter(({ since, until }) => since <= minor && minor <= until);
      expect([name, known.map((one) => one.name).sort()]).toEqual([name, Object.keys(raw.properties!).sort()]);
      for (const { name: field, type: own, required } of known) {
        const inner = raw.properties![field];
        // of the status nothing is known: controllers write it
        const kind = raw['x-kubernetes-group-version-kind'] && field === 'status' ? 'any' : kindIn(inner, definitions);
        expect([name, field, own.kind]).toEqual([name, field, kind]);
        if (required) expect(raw.required).toContain(field);
        if (own.kind === 'list') expect([name, field, keysMissing(own, inner)]).toEqual([name, field, []]);
      }
      compared += known.length;
    }
    expect(compared).toBeGreaterThan(800);
  });

  test('have the fields of the custom resources, and no others', () => {
    let compared = 0;
    const faults = customResourcesIn(sources.crds).flatMap(({ apiVersion, kind, schema }) => {
      const type = kindType(apiVersion, kind);
      return type ? walk(schema, type, `${apiVersion} ${kind}`, 99) : [];
    });
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(20_000);

    function walk(raw: Raw, type: Type, path: string, minor: number): string[] {
      if (type.kind === 'any') return [];
      if (raw.items) return type.kind === 'list' ? walk(raw.items, type.of, `${path}[]`, minor) : [`${path}: no list`];
      if (typeof raw.additionalProperties === 'object')
        return type.kind === 'map' ? walk(raw.additionalProperties, type.of, `${path}{}`, minor) : [`${path}: no map`];
      if (!raw.properties) return type.kind === kindIn(raw) || isMetadata(type) ? [] : [`${path}: ${type.kind}`];
      return type.kind === 'object' ? walkFields(raw, type, path, minor) : [`${path}: no object`];
    }

    function walkFields(raw: Raw, type: ObjectType, path: string, minor: number): string[] {
      const { properties = {}, required = [] } = raw;
      const at = Math.min(minor, type.minor ?? minor);
      const all = [...fieldsOf(type).byName.values()].flat();
      const known = all.filter(({ since, until }) => since <= at && at <= until);
      compared += known.length;
      // of the metadata in it a definition names a part
      const more = isMetadata(type) ? [] : known.filter(({ name }) => !(name in properties));
      const wanted = known.filter((one) => one.required && !isMetadata(type) && !required.includes(one.name));
      return [
        ...more.map(({ name }) => `${path}.${name}: not in the definition`),
        ...wanted.map(({ name }) => `${path}.${name}: not required by the definition`),
        ...Object.entries(properties).flatMap(([name, inner]) => {
          const field = known.find((one) => one.name === name);
          return field ? walk(inner, field.type, `${path}.${name}`, at) : [`${path}.${name}: not in the table`];
        }),
      ];
    }
  });
});

function objectsIn(type: Type): ObjectType[] {
  if (type.kind === 'list' || type.kind === 'map') return objectsIn(type.of);
  return type.kind === 'object' ? [type] : [];
}

function isMetadata(type: Type): boolean {
  return type.kind === 'object' && type.name === 'v1.ObjectMeta';
}

/** The type of a definition of Kubernetes, if the tables have it. */
function typeNamed(definition: string): ObjectType | undefined {
  const [folder, version, name] = definition.split('.').slice(-3);
  const file = Object.keys(GROUPS).find((one) => !GROUPS[one].releases && one.split('.')[0] === folder);
  const type: ObjectType = { kind: 'object', file: file ?? '', name: `${version}.${name}` };
  return file && type.name in GROUPS[file].types() ? type : undefined;
}

/** Keys that the schema has for a list, and the table has not. */
function keysMissing({ keys }: ListType, raw: Raw): string[] {
  const known = keys.flat().map(({ name }) => name);
  return [...(raw['x-kubernetes-list-map-keys'] ?? []), ...[raw['x-kubernetes-patch-merge-key'] ?? []].flat()].filter(
    (key) => !known.includes(key),
  );
}
