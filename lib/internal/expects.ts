/** An object that is declared to exist outside of the manifests. */
export interface Expected {
  readonly kind: string;
  /** Undefined where it holds for any namespace. */
  readonly namespace?: string;
  readonly name: string;
  /** Undefined where the keys are not known. */
  readonly keys?: ReadonlySet<string>;
}

/** The entries of the annotation, and those that cannot be read. */
export interface Expectations {
  readonly expected: readonly Expected[];
  readonly unreadable: readonly string[];
}

export const NO_EXPECTATIONS: Expectations = { expected: [], unreadable: [] };

const ENTRY = /^([A-Z][A-Za-z0-9]*)\/(?:([^/:,\s]+)\/)?([^/:,\s]+)(?::([^/:,\s]+))?$/;

/** Reads `Kind/name` and `Kind/namespace/name`, each with `:KEY1+KEY2` behind it where keys matter; undefined for anything else. */
export function parseExpected(entry: string): Expected | undefined {
  const match = ENTRY.exec(entry.trim());
  if (!match) return undefined;
  const [, kind, namespace, name, keys] = match;
  return { kind, namespace, name, keys: keys === undefined ? undefined : new Set(keys.split('+')) };
}

/** True for what an object can declare: it declares for its own namespace, one object an entry. */
export function isExpectation(entry: string): boolean {
  const parsed = parseExpected(entry);
  return parsed !== undefined && parsed.namespace === undefined;
}

/** Reads the value of the annotation. */
export function parseExpects(value: string): Expectations {
  const expected: Expected[] = [];
  const unreadable: string[] = [];
  for (const entry of value.split(',')) {
    if (entry.trim() === '') continue;
    const parsed = parseExpected(entry);
    // an object declares for its own namespace only
    if (parsed && parsed.namespace === undefined) expected.push(parsed);
    else unreadable.push(entry.trim());
  }
  return { expected, unreadable };
}
