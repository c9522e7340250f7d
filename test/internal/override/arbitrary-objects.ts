import fc from 'fast-check';
import type { Definitions, RawSchema } from '../../../scripts/schemas/model';

/** Types of which an object may have one field beside those that are required: the API server takes no two. */
const ONE_FIELD = /\.(Volume|EnvVar|EnvVarSource|LifecycleHandler|Probe|DeploymentStrategy|StatefulSetUpdateStrategy)$/;

/** Fields that the API server wants, and OpenAPI does not. */
const WANTED: Readonly<Record<string, readonly string[]>> = { Container: ['image'], EphemeralContainer: ['image'] };

const word = fc.stringMatching(/^[a-z]{1,5}$/);

/** Random objects of a definition of Kubernetes: right ones, of few fields. */
export function objectsOf(name: string, definitions: Definitions, depth = 5): fc.Arbitrary<any> {
  const schema = definitions[name];
  if (/\.(Quantity|IntOrString)$/.test(name) || !schema.properties) return valuesOf(schema, definitions, depth);
  const wanted = WANTED[name.split('.').at(-1)!] ?? [];
  return fieldsOf(schema, definitions, depth, wanted, ONE_FIELD.test(name) ? 1 : 3);
}

function fieldsOf(
  schema: RawSchema,
  definitions: Definitions,
  depth: number,
  wanted: readonly string[],
  most: number,
): fc.Arbitrary<any> {
  const all = Object.keys(schema.properties!).filter((field) => field !== 'status');
  const required = [...new Set([...(schema.required ?? []), ...wanted])];
  const optional = depth > 0 ? all.filter((field) => !required.includes(field)) : [];
  return fc
    .subarray(optional, { maxLength: Math.min(most, optional.length) })
    .chain((some) =>
      fc.record(
        Object.fromEntries(
          [...required, ...some].map((field) => [field, valuesOf(schema.properties![field], definitions, depth - 1)]),
        ),
      ),
    );
}

function valuesOf(schema: RawSchema, definitions: Definitions, depth: number): fc.Arbitrary<any> {
  if (schema.$ref) return objectsOf(schema.$ref.replace('#/definitions/', ''), definitions, depth);
  if (schema.format === 'int-or-string') return fc.oneof(word, fc.nat(100));
  if (schema.items) return entriesOf(schema, definitions, depth);
  if (typeof schema.additionalProperties === 'object')
    return fc.dictionary(word, valuesOf(schema.additionalProperties, definitions, depth), { maxKeys: 2 });
  if (schema.type === 'string') return word;
  if (schema.type === 'boolean') return fc.boolean();
  return schema.type === 'integer' || schema.type === 'number' ? fc.nat(100) : fc.constant({});
}

/** Of entries with keys one, which has them: two could be the same one. */
function entriesOf(list: RawSchema, definitions: Definitions, depth: number): fc.Arbitrary<any[]> {
  const keys = list['x-kubernetes-list-map-keys'] ?? [list['x-kubernetes-patch-merge-key'] ?? []].flat();
  const item = list.items!;
  if (keys.length === 0) return fc.array(valuesOf(item, definitions, depth), { maxLength: 2 });
  const keyed = fc.record(Object.fromEntries(keys.map((key) => [key, keyValues(item, key, definitions)])));
  return fc
    .tuple(valuesOf(item, definitions, depth), keyed, fc.boolean())
    .map(([entry, given, isThere]) => (isThere ? [{ ...entry, ...given }] : []));
}

function keyValues(item: RawSchema, key: string, definitions: Definitions): fc.Arbitrary<unknown> {
  const schema = item.$ref ? definitions[item.$ref.replace('#/definitions/', '')] : item;
  return valuesOf(schema.properties![key], definitions, 0);
}

/** The object with one field renamed, of another type or left out; the same where it has none to change. */
export function spoiled(object: any, pick: number, how: 'renamed' | 'retyped' | 'dropped'): any {
  const copy = JSON.parse(JSON.stringify(object));
  const fields = fieldsIn(copy).filter(({ owner, field }) => how !== 'dropped' || field !== 'image' || !owner.name);
  if (fields.length === 0) return copy;
  const { owner, field } = fields[pick % fields.length];
  const value = owner[field];
  if (how !== 'retyped') delete owner[field];
  if (how === 'renamed') owner[`${field}Q`] = value;
  if (how === 'retyped') owner[field] = typeof value === 'boolean' ? 'text' : true;
  return copy;
}

/** Every field below the top level; objects in which nothing is, may be of any type. */
function fieldsIn(value: any, depth = 0): { owner: any; field: string }[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsIn(one, depth));
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((field) => {
    const inner = value[field];
    const isEmpty = typeof inner === 'object' && Object.keys(inner).length === 0;
    const own = depth > 0 && !isEmpty ? [{ owner: value, field }] : [];
    return [...own, ...fieldsIn(inner, depth + 1)];
  });
}
