/** An object that is said to exist outside of the manifests. */
export interface Expected {
  readonly kind: string;
  /** Undefined where any namespace will do. */
  readonly namespace?: string;
  readonly name: string;
  /** Undefined where any key will do. */
  readonly keys?: ReadonlySet<string>;
}

const ENTRY = /^([A-Z][A-Za-z0-9]*)\/(?:([^/:,\s]+)\/)?([^/:,\s]+)(?::([^/:,\s]+))?$/;

/** Reads `Kind/name`, `Kind/namespace/name`, each with `:KEY1+KEY2` behind it where keys matter; undefined where it is neither. */
export function parseExpected(entry: string): Expected | undefined {
  const match = ENTRY.exec(entry.trim());
  if (!match) return undefined;
  const [, kind, namespace, name, keys] = match;
  return { kind, namespace, name, keys: keys === undefined ? undefined : new Set(keys.split('+')) };
}

/** Reads the value of the annotation: the entries it can read, and those it cannot. */
export function parseExpects(value: string): { readonly expected: Expected[]; readonly unreadable: string[] } {
  const expected: Expected[] = [];
  const unreadable: string[] = [];
  for (const entry of value.split(',')) {
    if (entry.trim() === '') continue;
    const parsed = parseExpected(entry);
    // an object speaks for its own namespace only
    if (parsed && parsed.namespace === undefined) expected.push(parsed);
    else unreadable.push(entry.trim());
  }
  return { expected, unreadable };
}
