/**
 * Reading of manifests that may be anything: what is not of the expected type reads as empty. A reader must neither
 * crash on broken input nor repeat what the API server says about types.
 */
export type Json = Record<string, any>;

const EMPTY_RECORD: Json = Object.freeze({});
const EMPTY_LIST: unknown[] = Object.freeze([]) as never;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Json {
  return isRecord(value) ? value : EMPTY_RECORD;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : EMPTY_LIST;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A value as a word of a message; what is no plain value reads as nothing. */
export function word(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  return isPlain ? String(value) : '';
}

/** Plain values as a list in a message, each once. */
export function words(values: Iterable<unknown>): string {
  return [...new Set([...values].map(word))].filter(Boolean).join(', ') || 'none';
}

/** The own value under a key: `constructor` and its like are ordinary names in a manifest. */
export function own(value: unknown, key: string): unknown {
  if (!isRecord(value)) return undefined;
  const found: unknown = value[key];
  // data is never a function, and what every object inherits is: only then is it looked up twice
  const mayBeInherited = typeof found === 'function' || found === Object.prototype;
  return mayBeInherited && !Object.hasOwn(value, key) ? undefined : found;
}

/** A copy without fields that have no value: to a merge, `undefined` is a value. */
export function defined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(defined);
  if (!isRecord(value)) return value;
  const copy: Json = {};
  for (const key of Object.keys(value)) if (value[key] !== undefined) copy[key] = defined(value[key]);
  return copy;
}

const paths = new Map<string, readonly string[]>();

/** The value at a path of plain keys, `spec.template.spec`. */
export function dig(value: unknown, path: string): unknown {
  let at = value;
  for (const key of keysOf(path)) at = own(at, key);
  return at;
}

/** The keys of a path that is written in the code; each is split once. */
export function keysOf(path: string): readonly string[] {
  let keys = paths.get(path);
  if (!keys) {
    keys = path.split('.').filter((key) => key !== '');
    paths.set(path, keys);
  }
  return keys;
}

/** An entry of a list, with its path. */
export interface Entry {
  readonly value: Json;
  readonly at: string;
}

const NO_ENTRIES: readonly Entry[] = Object.freeze([]);

/** The entries of a list that are objects, each with its path: by name where it has one, as users of kubectl know them. */
export function entries(value: unknown, path: string): readonly Entry[] {
  if (!Array.isArray(value) || value.length === 0) return NO_ENTRIES;
  const found: Entry[] = [];
  for (let i = 0; i < value.length; i++) {
    const entry: unknown = value[i];
    if (isRecord(entry)) found.push({ value: entry, at: `${path}[${text(own(entry, 'name')) || i}]` });
  }
  return found;
}
