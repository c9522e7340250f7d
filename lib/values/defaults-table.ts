/** One table of literal defaults. A test compares it with the `@default` tags of the struct. */
export function defaultsTable<T extends Record<string, unknown>>(struct: string, values: T) {
  return { struct, values } as const;
}
