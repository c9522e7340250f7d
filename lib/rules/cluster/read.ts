/**
 * Reading of manifests that may be anything: whatever is not of the expected type reads as empty, because a rule must
 * neither crash on broken input nor repeat what the API server says about types.
 */
export type Json = Record<string, any>;

export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
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
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at a path of plain keys, `spec.template.spec`. */
export function dig(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path.split('.')) {
    if (key === '') continue;
    at = own(at, key);
  }
  return at;
}

/** The entries of a list that are objects, each with its path: by name where it has one, as kubectl users think of them. */
export function entries(value: unknown, path: string): { readonly value: Json; readonly at: string }[] {
  const found = [];
  for (const [i, entry] of list(value).entries()) {
    if (!isRecord(entry)) continue;
    const name = text(own(entry, 'name'));
    found.push({ value: entry, at: `${path}[${name || i}]` });
  }
  return found;
}

/** What lies at a path whose `*` segments stand for every entry of a list or map. */
export function spread(value: unknown, path: string): { readonly value: unknown; readonly at: string }[] {
  let found = [{ value, at: '' }];
  for (const key of path.split('.')) {
    if (key === '') continue;
    const next: typeof found = [];
    for (const { value: parent, at } of found) {
      if (key !== '*') next.push({ value: own(parent, key), at: at ? `${at}.${key}` : key });
      else if (Array.isArray(parent)) next.push(...entries(parent, at));
      else for (const [name, child] of Object.entries(record(parent))) next.push({ value: child, at: `${at}.${name}` });
    }
    found = next;
  }
  return found;
}
