import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadAll } from 'js-yaml';
import { SCHEMAS } from '../../scripts/import';
import { NOTHING_MAY_BE_MISSING } from '../support/ci';
import { differences, type Schema } from './subset';

const UPSTREAM = resolve(__dirname, '../../../shared/crds');

interface Crd {
  metadata: { name: string };
  spec: {
    group: string;
    scope: string;
    names: { kind: string; plural: string };
    versions: { name: string; served: boolean; schema: { openAPIV3Schema: Schema } }[];
  };
}

const read = (file: string) => loadAll(readFileSync(file, 'utf8')) as Crd[];
const ours = readdirSync(SCHEMAS).flatMap((file) => read(join(SCHEMAS, file)));

/** An object that is typed elsewhere. */
const OPEN: Schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

/** Versions that the collection lacks: test/training compares them with the CRD of the module that it builds. */
const NOT_COLLECTED = new Set(['mpijobs.kubeflow.org v2beta1']);

test('each kind is described, field by field', () => {
  const bare = (schema: Schema, path: string): string[] => [
    ...(schema.description || /\.(apiVersion|kind|metadata)$|\[\]$|\{\}$/.test(path) ? [] : [path]),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => bare(field, `${path}.${name}`)),
    ...(schema.items ? bare(schema.items, `${path}[]`) : []),
  ];
  const described = ours.flatMap(({ spec }) =>
    spec.versions.map(({ schema }) => bare(schema.openAPIV3Schema, spec.names.kind)),
  );
  expect(described.flat()).toEqual([]);
});

describe('the comparison finds', () => {
  const upstream = {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string' },
      mode: { type: 'string', enum: ['A', 'B'] },
      size: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      pod: {
        type: 'object',
        properties: { spec: { type: 'object', properties: { containers: { type: 'array' } } } },
      },
    },
  };
  const name: Schema = { type: 'string' };
  const cases: [string, Schema, string[]][] = [
    ['nothing in a subset', { type: 'object', required: ['name'], properties: { name, size: { type: 'string' } } }, []],
    [
      'an unknown field',
      { type: 'object', required: ['name'], properties: { name, other: { type: 'string' } } },
      ['.other: upstream has no such field'],
    ],
    ['a field that may be left out', { type: 'object', properties: { name } }, ['.name: required upstream']],
    [
      'another type',
      { type: 'object', required: ['name'], properties: { name: { type: 'boolean' } } },
      ['.name: boolean is not string'],
    ],
    [
      'an unknown word',
      { type: 'object', required: ['name'], properties: { name, mode: { type: 'string', enum: ['A', 'C'] } } },
      ['.mode: upstream has no C'],
    ],
    [
      'any word',
      { type: 'object', required: ['name'], properties: { name, mode: { type: 'string' } } },
      ['.mode: upstream takes A, B only'],
    ],
    [
      'other values of a map',
      {
        type: 'object',
        required: ['name'],
        properties: { name, labels: { type: 'object', additionalProperties: { type: 'integer' } } },
      },
      ['.labels{}: integer is not string'],
    ],
    [
      'a keyword that it does not compare',
      { type: 'object', required: ['name'], properties: { name: { type: 'string', nullable: true } as Schema } },
      ['.name: keyword nullable is not compared'],
    ],
    ['nothing in an open pod template', { type: 'object', required: ['name'], properties: { name, pod: OPEN } }, []],
    [
      'another object that is left open',
      { type: 'object', required: ['name'], properties: { name, labels: OPEN } },
      ['.labels: open, but no type of Kubernetes'],
    ],
    [
      'fields in an object that is left open',
      { type: 'object', required: ['name'], properties: { name, pod: { ...OPEN, properties: {} } } },
      ['.pod: open, with fields of its own'],
    ],
  ];
  test.each(cases)('%s', (_title, schema, found) => {
    expect(differences(schema, upstream)).toEqual(found);
  });
});

if (!existsSync(UPSTREAM) && !NOTHING_MAY_BE_MISSING) {
  console.warn('../shared/crds is not here: our schemas are not compared with upstream');
  test.skip('each schema is a subset of the upstream CRD', () => {});
} else {
  describe('each schema is a subset of the upstream CRD', () => {
    const index: { file: string; crd: string }[] = JSON.parse(readFileSync(join(UPSTREAM, 'index.json'), 'utf8'));
    test.each(ours.map((crd) => [crd.metadata.name, crd] as const))('%s', (name, crd) => {
      const upstream = read(join(UPSTREAM, index.find((entry) => entry.crd === name)?.file ?? name)).find(
        (document) => document?.metadata.name === name,
      );
      expect({ ...crd.spec, versions: [] }).toMatchObject({
        group: upstream?.spec.group,
        scope: upstream?.spec.scope,
        names: { kind: upstream?.spec.names.kind, plural: upstream?.spec.names.plural },
      });
      for (const version of crd.spec.versions) {
        const match = upstream?.spec.versions.find((candidate) => candidate.name === version.name);
        expect(match !== undefined).toBe(!NOT_COLLECTED.has(`${name} ${version.name}`));
        if (match === undefined) continue;
        expect(match.served).toBe(true);
        expect(differences(version.schema.openAPIV3Schema, match.schema.openAPIV3Schema)).toEqual([]);
      }
    });
  });
}
