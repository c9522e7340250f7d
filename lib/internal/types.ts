import { ENUMS, FUNCTIONS, MEANINGS, STRUCTS } from './signatures';

/** A type of the exported API. */
export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'boolean' }
  | { readonly kind: 'list' | 'map'; readonly of: Type }
  | { readonly kind: 'enum' | 'struct' | 'class'; readonly name: string };

/** A prop or a parameter. */
export interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Type;
  /** What it says, in words; of props that have to be given. */
  readonly meaning?: string;
}

/** No integer of the Kubernetes API that a prop stands for may be larger: most are int32, and user ids end there too. */
export const LARGEST = 2 ** 31 - 1;

const PRIMITIVES = ['any', 'string', 'number', 'boolean'] as const;
const structs = new Map<string, readonly Field[]>();
const functions = new Map<string, readonly Field[]>();
const names = new Map<string, ReadonlySet<string>>();

/** The props of a struct, those that it takes over among them. */
export function fieldsOf(struct: string): readonly Field[] {
  return remembered(structs, struct, STRUCTS);
}

/** The names of the props of a struct. */
export function namesOf(struct: string): ReadonlySet<string> {
  if (!names.has(struct)) names.set(struct, new Set(fieldsOf(struct).map(({ name }) => name)));
  return names.get(struct)!;
}

/** The parameters of a static factory (`Gpu.nvidia`) or constructor (`new MlApp`); none of what is not in the table. */
export function parametersOf(called: string): readonly Field[] {
  return remembered(functions, called, FUNCTIONS);
}

function remembered(known: Map<string, readonly Field[]>, name: string, table: Readonly<Record<string, string>>) {
  if (!known.has(name)) known.set(name, parse(name, table[name] ?? ''));
  return known.get(name)!;
}

function parse(owner: string, text: string): Field[] {
  const parts = text.split('; ').filter(Boolean);
  return parts.flatMap((part) => {
    if (part.startsWith('...')) return fieldsOf(part.slice(3));
    const [, name, optional, type] = /^(\w+)(\??): (.+)$/.exec(part)!;
    return { name, optional: optional === '?', type: typeOf(type), meaning: MEANINGS[`${owner}.${name}`] };
  });
}

function typeOf(text: string): Type {
  if (text.endsWith('[]')) return { kind: 'list', of: typeOf(text.slice(0, -2)) };
  if (text.startsWith('{')) return { kind: 'map', of: typeOf(text.slice(1, -1)) };
  const primitive = PRIMITIVES.find((name) => name === text);
  if (primitive) return { kind: primitive };
  return { kind: text in ENUMS ? 'enum' : text in STRUCTS ? 'struct' : 'class', name: text };
}
