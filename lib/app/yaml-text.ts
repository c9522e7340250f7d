import { isAmbiguous } from './yaml-ambiguity';

/** Text that every reader reads as this string, unless it is one of the ambiguous words. */
const PLAIN_TEXT = /^[A-Za-z/][\w./@,;=+()$*<>|~!?&^-]*$/;

/** Text that must be quoted in YAML: it begins with an indicator, or contains or ends with one. */
const INDICATOR = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][\t ]|:[\t ]|[\t ]#|[\t :]$/;

/**
 * Characters that are written as escapes: control characters, which YAML forbids; U+0085, U+2028 and U+2029, which are line
 * breaks in YAML 1.1 but not in 1.2; the byte order mark and the two non-characters, which PyYAML and Go refuse.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for control characters
const UNPRINTABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Text that a reader reads as the end of the document, if it is at the start of a line. */
const DOCUMENT_MARKER = /^(?:---|\.\.\.)/;

/** Stock breaks a quoted text of at least this length (with quotes and escapes) at its line ends. */
const BREAK_QUOTED_FROM = 40;

/** A fast check that is true for most strings of a manifest: these need no quotes, as a key or as a value. */
export function isPlainText(text: string): boolean {
  return PLAIN_TEXT.test(text) && !isAmbiguous(text);
}

/**
 * A string as a YAML value: without quotes if every reader reads it as this string, a literal block if it has several lines,
 * quoted otherwise. The bytes are those of stock `Yaml.stringify`, except for strings that some reader would not read back.
 *
 * @param indent the indentation of each further line of the text
 */
export function textValue(text: string, indent: string): string {
  if (text.includes('\n')) return isBlock(text) ? literalBlock(text, indent) : doubleQuoted(text, indent);
  return isUnquoted(text) ? text : quoted(text);
}

/**
 * A string as a YAML key, always on one line.
 *
 * @param topLevel whether the key is in the first column
 */
export function textKey(text: string, topLevel: boolean): string {
  if (text.includes('\n')) return doubleQuoted(text);
  return isUnquoted(text) && !(topLevel && DOCUMENT_MARKER.test(text)) ? text : quoted(text);
}

function isUnquoted(text: string): boolean {
  // a tab is legal in unquoted text, but PyYAML refuses it there
  return !INDICATOR.test(text) && !UNPRINTABLE.test(text) && !text.includes('\t') && text !== '' && !isAmbiguous(text);
}

function quoted(text: string): string {
  const single = text.includes('"') && !text.includes("'") && !UNPRINTABLE.test(text);
  return single ? `'${text}'` : doubleQuoted(text);
}

/** A block cannot contain escapes, consist of white space, or end with a line of white space. */
function isBlock(text: string): boolean {
  return !UNPRINTABLE.test(text) && !/\n[\t ]+$/.test(text) && /\S/.test(text);
}

function literalBlock(text: string, indent: string): string {
  // a reader takes the indentation from the first line with text; if that line begins with white space, it must be given
  // (stock gives it for spaces only, and Go refuses a tab)
  const indicator = /^\n*[ \t]/.test(text) ? '2' : '';
  const lines = text.replace(/\n$/, '').replace(/\n(?!\n|$)/g, `\n${indent}`);
  return `|${indicator}${chomping(text)}\n${indent}${lines}`;
}

/** The indicator for line ends at the end of a block: `-` removes them, no indicator keeps one, `+` keeps all. */
function chomping(text: string): string {
  const tail = /[\n\t ]*$/.exec(text)![0];
  const lineEnd = tail.indexOf('\n');
  if (lineEnd < 0) return '-';
  return lineEnd === tail.length - 1 ? '' : '+';
}

/** On one line without an `indent`; with one, a long text is broken at its line ends. */
function doubleQuoted(text: string, indent?: string): string {
  const broken = indent !== undefined && JSON.stringify(text).length >= BREAK_QUOTED_FROM;
  const parts = text.split(/(\n+)/);
  const shown = parts.map((part, i) => {
    if (i % 2 === 1) return lineEnds(part.length, broken ? indent : undefined, i === parts.length - 2 && !parts[i + 1]);
    // spaces beside a line end are not part of the text unless they are escaped
    const escaped = i < parts.length - 1 ? escapeLine(part).replace(/ $/, '\\ ') : escapeLine(part);
    return broken && i > 0 ? escaped.replace(/^ /, '\\ ') : escaped;
  });
  return `"${shown.join('')}"`;
}

/** A sequence of line ends inside double quotes: readers fold n + 1 of them into n; at the end of the text they are escaped. */
function lineEnds(count: number, indent: string | undefined, atEnd: boolean): string {
  if (indent === undefined) return '\\n'.repeat(count);
  if (!atEnd) return `${'\n'.repeat(count + 1)}${indent}`;
  return count === 1 ? '\\n' : `${'\n'.repeat(count)}${indent}\\n`;
}

const ESCAPES: { [char: string]: string } = {
  '\0': '\\0',
  '\x07': '\\a',
  '\x0b': '\\v',
  '\x1b': '\\e',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

function escapeLine(line: string): string {
  return JSON.stringify(line)
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})|\\./g, (token, code) =>
      code ? escapeChar(String.fromCharCode(Number.parseInt(code, 16))) : token,
    )
    .replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeChar);
}

function escapeChar(char: string): string {
  const code = char.charCodeAt(0);
  const hex = code.toString(16);
  return ESCAPES[char] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`);
}
