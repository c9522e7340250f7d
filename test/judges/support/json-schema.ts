/** A schema of Kubernetes or of a custom resource, or what is made of it. */
export type Schema = { [keyword: string]: any };

interface Dialect {
  /**
   * Whether an object that lists no fields has none (custom resources: the server prunes what is not listed), or any
   * (the API of Kubernetes itself, where such an object is free-form).
   */
  readonly listsEveryField: boolean;
}

export const KUBERNETES: Dialect = { listsEveryField: false };
export const CUSTOM_RESOURCE: Dialect = { listsEveryField: true };

const INT_OR_STRING = { oneOf: [{ type: 'string' }, { type: 'integer' }] };

/** What the server reads besides text: `resource.Quantity` may be a number in YAML. */
const QUANTITY = { oneOf: [{ type: 'string' }, { type: 'number' }] };

const KEPT = ['allOf', 'anyOf', 'description', 'enum', 'maxItems', 'maxLength', 'maxProperties', 'maximum', 'minItems']
  .concat(['minLength', 'minProperties', 'minimum', 'multipleOf', 'not', 'oneOf', 'pattern', 'required', 'type'])
  .concat(['exclusiveMaximum', 'exclusiveMinimum', 'uniqueItems', '$ref']);

/**
 * The OpenAPI schema as a strict JSON schema (draft 4, whose exclusive bounds are booleans as in OpenAPI): a field that
 * is not in it is refused, as the server's strict field validation does. CEL rules have no counterpart and are left out.
 */
export function toJsonSchema(given: Schema, dialect: Dialect): Schema {
  if (given.$ref) return { $ref: given.$ref };
  if (given['x-kubernetes-int-or-string'] || given.format === 'int-or-string') return INT_OR_STRING;
  const schema: Schema = Object.fromEntries(
    Object.entries(given).filter(([keyword]) => keyword !== 'description' && KEPT.includes(keyword)),
  );
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    if (schema[keyword]) schema[keyword] = schema[keyword].map((part: Schema) => toJsonSchema(part, dialect));
  if (schema.not) schema.not = toJsonSchema(schema.not, dialect);
  if (given.items) schema.items = toJsonSchema(given.items, dialect);
  if (given.format === 'int32') Object.assign(schema, within(schema, -(2 ** 31), 2 ** 31 - 1));
  if (given['x-kubernetes-list-type'] === 'set') schema.uniqueItems = true;
  addFields(schema, given, dialect);
  return given.nullable ? orNull(schema) : schema;
}

export function quantity(): Schema {
  return QUANTITY;
}

function addFields(schema: Schema, given: Schema, dialect: Dialect): void {
  if (given.properties)
    schema.properties = Object.fromEntries(
      Object.entries<Schema>(given.properties).map(([name, field]) => [name, toJsonSchema(field, dialect)]),
    );
  if (schema.required) {
    // the server fills in defaults before it looks for what is missing
    schema.required = schema.required.filter((name: string) => given.properties?.[name]?.default === undefined);
    if (schema.required.length === 0) delete schema.required;
  }
  if (typeof given.additionalProperties === 'object')
    schema.additionalProperties = toJsonSchema(given.additionalProperties, dialect);
  else if (isClosed(given, dialect)) schema.additionalProperties = false;
}

/** Parts of `anyOf` and its like have no type: they say more about fields that are listed elsewhere. */
function isClosed(given: Schema, { listsEveryField }: Dialect): boolean {
  if (given['x-kubernetes-preserve-unknown-fields'] || given['x-kubernetes-embedded-resource']) return false;
  if (given.additionalProperties !== undefined || given.type !== 'object') return false;
  return listsEveryField || given.properties !== undefined;
}

function within(schema: Schema, minimum: number, maximum: number): Schema {
  return {
    minimum: Math.max(schema.minimum ?? minimum, minimum),
    maximum: Math.min(schema.maximum ?? maximum, maximum),
  };
}

function orNull(schema: Schema): Schema {
  return { ...schema, ...(schema.type && { type: [schema.type, 'null'] }), ...(schema.enum && nullToo(schema.enum)) };
}

function nullToo(values: unknown[]): Schema {
  return { enum: [...values, null] };
}
