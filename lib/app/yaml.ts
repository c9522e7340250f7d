import { isPlainlyText, textKey, textValue } from './yaml-text';

/** What stands between the documents of a file. */
export const DOCUMENT_SEPARATOR = '---\n';

/** Something in a document that YAML, or the JSON behind it, cannot hold. */
export interface Unwritable {
  /** Where it stands, for example `spec.replicas`. */
  readonly at: string;
  /** What stands there. */
  readonly got: unknown;
  /** What would be right. */
  readonly expected: string;
}

/** From this length on a key is written as `? key`: YAML limits the others to 1024 characters (YAML 1.2.2, 8.2.2). */
const LONGEST_SIMPLE_KEY = 1024;

/** Thrown where something cannot be written; `findUnwritable` says what, which the fast way has no time to note. */
export class UnwritableDocument extends Error {}

/** One document of a manifest, line end included; `undefined`, which a chart may render, is an empty one as in stock. */
export function yamlDocument(document: unknown): string {
  return document === undefined ? '\n' : new Writer().document(document);
}

/** The first thing that kept the document from being written. */
export function findUnwritable(value: unknown, at = ''): Unwritable | undefined {
  const expected = whatIsWrong(value);
  if (expected) return { at, got: value, expected };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, entry] of Object.entries(value)) {
    const inner = Array.isArray(value) ? `${at}[${key}]` : at ? `${at}.${key}` : key;
    if (!isWhole(key)) return { at: inner, got: key, expected: WHOLE_CHARACTERS };
    const found = findUnwritable(asJson(entry), inner);
    if (found) return found;
  }
  return undefined;
}

/** One growing text, because most of the time of a writer goes into pieces that are thrown away. */
class Writer {
  private out = '';

  document(value: unknown): string {
    this.node(asJson(value), 0);
    return `${this.out}\n`;
  }

  /** A value whose first line follows something on the same line; the others are indented by `depth` steps. */
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
    else this.out += isFilled(value) ? `${key}:${newLine(depth + 1)}` : `${key}: `;
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

/** True for a list or a map that has anything in it: it begins on a line of its own. */
function isFilled(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const key in value) if (Object.hasOwn(value, key)) return true;
  return false;
}

function scalar(value: unknown, depth: number): string {
  if (typeof value === 'string' && isPlainlyText(value)) return value;
  if (whatIsWrong(value)) throw new UnwritableDocument();
  if (typeof value === 'string') return textValue(value, indentation(depth));
  // with a fraction even before an exponent: without one, PyYAML takes `1e+21` for text
  if (typeof value === 'number') return String(value).replace(/^(-?\d+)e/, '$1.0e');
  return value === undefined ? 'null' : String(value);
}

function keyText(key: string, topLevel: boolean): string {
  if (isPlainlyText(key)) return key;
  if (!isWhole(key)) throw new UnwritableDocument();
  return textKey(key, topLevel);
}

/** What `JSON.stringify` would make of it: an instance of a class may say so itself. */
function asJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value;
}

const WHOLE_CHARACTERS = 'text of whole characters (this holds one half of a surrogate pair)';

function whatIsWrong(value: unknown): string | undefined {
  if (typeof value === 'string') return isWhole(value) ? undefined : WHOLE_CHARACTERS;
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a finite number: JSON has no other';
  return typeof value === 'function' || typeof value === 'symbol' ? 'a value that JSON can hold' : undefined;
}

/** Half a character, from cutting an emoji in two, has no form in UTF-8, so that no reader could give it back. */
function isWhole(text: string): boolean {
  // in Node since 20, in the compiler's library since ES2024
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}
