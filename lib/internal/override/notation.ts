/**
 * How the tables of lib/internal/schema are written. A line has the fields of one type of object, separated by spaces:
 *
 *     field[mark][:type][@since[-until]]
 *
 * - mark: `!` the field is required; `+` the schema has it optional, but an entry of a list without it is refused.
 * - type: nothing for text; `i` integer, `n` number, `b` boolean, `x` text or number (quantities, ports), `*` anything;
 *   `[type` list, `{type` map; else the name of a type: `PodSpec` of the same version, `v1.PodSpec` of the same file,
 *   `core/v1.PodSpec` of another, `.` the one that is named like this type and the field.
 * - `[type|keys`: a list whose entries are told apart by keys, in alternatives, best first: `name/port,protocol=TCP` is by
 *   name, or else by port and protocol, which is TCP where it is not given.
 * - `type#35`: a custom resource has this type as Kubernetes 1.35 has it.
 * - since, until: the minors of Kubernetes 1 that have the field; nothing for the oldest and the newest of the table.
 *
 * `*` in place of a field: fields that are not named are taken too. `=v1.RayCluster` as the whole line: the same type.
 */
export type Type =
  | { readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'quantity' | 'any' }
  | ListType
  | { readonly kind: 'map'; readonly of: Type }
  | ObjectType;

export interface ListType {
  readonly kind: 'list';
  readonly of: Type;
  /** Alternatives of keys that tell the entries apart, best first; none where a list is one value. */
  readonly keys: readonly (readonly Key[])[];
}

export interface ObjectType {
  readonly kind: 'object';
  /** API group whose file has the type. */
  readonly file: string;
  readonly name: string;
  /** The minor of Kubernetes whose fields a custom resource has here. */
  readonly minor?: number;
}

export interface Key {
  readonly name: string;
  /** What the API server fills in. */
  readonly default?: string;
}

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  /** Whether an entry of a list is incomplete without the field. */
  readonly needed: boolean;
  readonly since: number;
  readonly until: number;
}

/** What an object may hold. */
export interface Fields {
  /** A field may be of another type in another minor of Kubernetes. */
  readonly byName: ReadonlyMap<string, readonly Field[]>;
  /** Whether fields that are not named are taken too. */
  readonly open: boolean;
}

const FIELD = /^([^!+:@]+)([!+]?)(?::([^@]+))?(?:@(\d*)(?:-(\d+))?)?$/;

/** The fields of one line. */
export function parseFields(owner: ObjectType, line: string): Fields {
  const byName = new Map<string, Field[]>();
  let open = false;
  for (const token of line.split(' ').filter(Boolean)) {
    if (token === '*') open = true;
    else {
      const field = parseField(owner, token);
      byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
    }
  }
  return { byName, open };
}

function parseField(owner: ObjectType, token: string): Field {
  const [, name, mark, type = '', since, until] = FIELD.exec(token)!;
  return {
    name,
    type: parseType(owner, name, type),
    required: mark === '!',
    needed: mark !== '',
    since: since ? Number(since) : 0,
    until: until ? Number(until) : Number.POSITIVE_INFINITY,
  };
}

const SCALARS = {
  '': 'text',
  s: 'text',
  i: 'integer',
  n: 'number',
  b: 'boolean',
  x: 'quantity',
  '*': 'any',
} as const;

function parseType(owner: ObjectType, field: string, text: string): Type {
  if (text in SCALARS) return { kind: SCALARS[text as keyof typeof SCALARS] };
  if (text.startsWith('{')) return { kind: 'map', of: parseType(owner, field, text.slice(1)) };
  if (text.startsWith('[')) {
    const [item, keys] = text.slice(1).split('|');
    return { kind: 'list', of: parseType(owner, field, item), keys: parseKeys(keys) };
  }
  return parseReference(owner, field, text);
}

function parseKeys(text: string | undefined): Key[][] {
  if (text === undefined) return [];
  return text.split('/').map((alternative) =>
    alternative.split(',').map((key) => {
      const [name, value] = key.split('=');
      return value === undefined ? { name } : { name, default: value };
    }),
  );
}

function parseReference(owner: ObjectType, field: string, text: string): ObjectType {
  const [address, minor] = text.split('#');
  const newest = minor === undefined ? {} : { minor: Number(minor) };
  if (address === '.') return { kind: 'object', file: owner.file, name: `${owner.name}.${field}`, ...newest };
  const [file, name] = address.includes('/') ? address.split('/') : [owner.file, address];
  const isFull = /^v\d\w*\./.test(name);
  return { kind: 'object', file, name: isFull ? name : `${owner.name.split('.')[0]}.${name}`, ...newest };
}
