import { textKey, textValue } from './yaml-text';

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
  if (document === undefined) return '\n';
  return `${node(asJson(document), '')}\n`;
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

/** A value whose first line follows something on the same line; its other lines are indented. */
function node(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return scalar(value, indent || '  ');
  if (Array.isArray(value)) return value.length ? sequence(value, indent) : '[]';
  return map(value as { [key: string]: unknown }, indent) || '{}';
}

function map(value: { [key: string]: unknown }, indent: string): string {
  const inner = `${indent}  `;
  let out = '';
  for (const key of Object.keys(value)) {
    if (!isWhole(key)) throw new UnwritableDocument();
    const shown = textKey(key, indent === '');
    const entry = asJson(value[key]);
    const text = node(entry, inner);
    if (out) out += `\n${indent}`;
    if (shown.length > LONGEST_SIMPLE_KEY) out += `? ${shown}\n${indent}: ${text}`;
    else out += isCollection(entry) ? `${shown}:\n${inner}${text}` : `${shown}: ${text}`;
  }
  return out;
}

function sequence(value: unknown[], indent: string): string {
  const inner = `${indent}  `;
  let out = '';
  for (const entry of value) out += `${out && `\n${indent}`}- ${node(asJson(entry), inner)}`;
  return out;
}

function scalar(value: unknown, indent: string): string {
  if (whatIsWrong(value)) throw new UnwritableDocument();
  if (typeof value === 'string') return textValue(value, indent);
  // with a fraction even before an exponent: without one, PyYAML takes `1e+21` for text
  if (typeof value === 'number') return String(value).replace(/^(-?\d+)e/, '$1.0e');
  return value === undefined ? 'null' : String(value);
}

function isCollection(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0;
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
