import { createHash } from 'node:crypto';

/** JSON with sorted keys: the same text for the same content, whatever order the user wrote it in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

/** The first `length` hex digits of the content's SHA-256. */
export function contentHash(value: unknown, length = 8): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, length);
}
