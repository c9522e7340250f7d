/** A schema as OpenAPI and CustomResourceDefinitions write it. */
export interface RawSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly additionalProperties?: RawSchema | boolean;
  readonly items?: RawSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

export type Definitions = Readonly<Record<string, RawSchema>>;

/** The types of one generated file: a line of fields by the name of the type, as lib/internal/override/notation.ts reads it. */
export type Types = Map<string, string>;

/** How a single value, or one of which nothing is known, is written; `undefined` for objects, lists and maps. */
export function scalar(schema: RawSchema): string | undefined {
  if (schema['x-kubernetes-int-or-string'] || schema.format === 'int-or-string') return 'x';
  if (schema.$ref || schema.properties || schema.items || typeof schema.additionalProperties === 'object')
    return undefined;
  return SCALARS[schema.type ?? ''] ?? '*';
}

const SCALARS: Readonly<Record<string, string>> = { string: 's', integer: 'i', number: 'n', boolean: 'b' };

/** One field as it is written; text is the most frequent type, and left out. */
export function written(name: string, mark: string, type: string, range = ''): string {
  if (!/^[\w$.-]+$/.test(name)) throw new Error(`the notation cannot write the field ${name}`);
  return `${name}${mark}${type === 's' ? '' : `:${type}`}${range}`;
}

/** Whether the API server wants the field: one with a default it fills in. */
export function isRequired(parent: RawSchema, field: string): boolean {
  return (parent.required ?? []).includes(field) && parent.properties?.[field]?.default === undefined;
}

/** The metadata of an embedded object, of which definitions of custom resources name a part or nothing. */
export function isMetadata(parent: RawSchema, field: string): boolean {
  const schema = parent.properties?.[field];
  if (field !== 'metadata' || schema?.type !== 'object' || typeof schema.additionalProperties === 'object')
    return false;
  const fields = Object.keys(schema.properties ?? {});
  return fields.length > 0 ? fields.every((name) => OF_METADATA.includes(name)) : parent.properties?.spec !== undefined;
}

/** What users write of metadata: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
const OF_METADATA = ['annotations', 'finalizers', 'generateName', 'labels', 'name', 'namespace', 'ownerReferences'];
