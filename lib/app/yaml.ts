import { isPlainText, textKey, textValue } from './yaml-text';

/** The separator between the documents of a file. */
export const DOCUMENT_SEPARATOR = '---\n';

/** A value in a document that YAML, or the JSON that Kubernetes makes of it, cannot represent. */
export interface Unwritable {
  /** The path of the value, for example `spec.replicas`. */
  readonly at: string;
  /** The value. */
  readonly got: unknown;
  /** A noun phrase. */
  readonly expected: string;
}

/** A longer key is written as `? key`, because YAML limits simple keys to 1024 characters (YAML 1.2.2, 8.2.2). */
const LONGEST_SIMPLE_KEY = 1024;

/** Thrown if a value cannot be written. `findUnwritable` returns which: the writer does not track paths, to be fast. */
export class UnwritableDocument extends Error {}

/** One document of a manifest, with its line end. A chart can render `undefined`: an empty document, as in stock. */
export function yamlDocument(document: unknown): string {
  return document === undefined ? '\n' : new Writer().document(document);
}

/** The first value that cannot be written. */
export function findUnwritable(value: unknown, at = ''): Unwritable | undefined {
  const expected = expectedInstead(value);
  if (expected) return { at, got: value, expected };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, entry] of Object.entries(value)) {
    const inner = Array.isArray(value) ? `${at}[${key}]` : at ? `${at}.${key}` : key;
    if (!isWellFormed(key)) return { at: inner, got: key, expected: WELL_FORMED_TEXT };
    const found = findUnwritable(asJson(entry), inner);
    if (found) return found;
  }
  return undefined;
}

/** Appends to one text: temporary strings take most of the time of a writer. */
class Writer {
  private out = '';

  document(value: unknown): string {
    this.node(asJson(value), 0);
    return `${this.out}\n`;
  }

  /** Writes a value after text on the same line; its other lines are indented by `depth` steps. */
  private node(value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null) this.out += scalar(value, depth || 1);
    else if (Array.isArray(value)) this.sequence(value, depth);
    else this.map(value as { [key: string]: unknown }, depth);
  }

  private map(value: { [key: string]: unknown }, depth: number): void {
    const keys = Object.keys(value);
    if (!keys.length) this.out += '{}';
    for (let i = 0; i < keys.length; i++) {
      if (i) this.out += newLine(depth);
      this.entry(keyText(keys[i], depth === 0), asJson(value[keys[i]]), depth);
    }
  }

  private entry(key: string, value: unknown, depth: number): void {
    if (key.length > LONGEST_SIMPLE_KEY) this.out += `? ${key}${newLine(depth)}: `;
    else this.out += isNonEmpty(value) ? `${key}:${newLine(depth + 1)}` : `${key}: `;
    this.node(value, depth + 1);
  }

  private sequence(value: unknown[], depth: number): void {
    if (!value.length) this.out += '[]';
    for (let i = 0; i < value.length; i++) {
      this.out += i ? `${newLine(depth)}- ` : '- ';
      this.node(asJson(value[i]), depth + 1);
    }
  }
}

const NEW_LINES = Array.from({ length: 32 }, (_, depth) => `\n${indentation(depth)}`);

function newLine(depth: number): string {
  return NEW_LINES[depth] ?? `\n${indentation(depth)}`;
}

function indentation(depth: number): string {
  return '  '.repeat(depth);
}

/** True for a list or a map with entries: it begins on a new line. */
function isNonEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const key in value) if (Object.hasOwn(value, key)) return true;
  return false;
}

function scalar(value: unknown, depth: number): string {
  if (typeof value === 'string' && isPlainText(value)) return value;
  if (expectedInstead(value)) throw new UnwritableDocument();
  if (typeof value === 'string') return textValue(value, indentation(depth));
  // with a fraction before an exponent: without one, PyYAML reads `1e+21` as text
  if (typeof value === 'number') return String(value).replace(/^(-?\d+)e/, '$1.0e');
  return value === undefined ? 'null' : String(value);
}

function keyText(key: string, topLevel: boolean): string {
  if (isPlainText(key)) return key;
  if (!isWellFormed(key)) throw new UnwritableDocument();
  return textKey(key, topLevel);
}

/** As in `JSON.stringify`, an object can define its representation by `toJSON`. */
function asJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value;
}

const WELL_FORMED_TEXT = 'text without lone surrogates (half of a character)';

function expectedInstead(value: unknown): string | undefined {
  if (typeof value === 'string') return isWellFormed(value) ? undefined : WELL_FORMED_TEXT;
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a finite number';
  return typeof value === 'function' || typeof value === 'symbol' ? 'a value that JSON can represent' : undefined;
}

/** A lone surrogate, for example from cutting an emoji in two, cannot be encoded in UTF-8. */
function isWellFormed(text: string): boolean {
  // in Node since version 20, in TypeScript's library since ES2024
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}
