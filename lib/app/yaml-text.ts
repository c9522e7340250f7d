import { isAmbiguous } from './yaml-ambiguity';

/** Text that every reader takes for this very string, as long as it is not one of the ambiguous words. */
const PLAINLY_TEXT = /^[A-Za-z/][\w./@,;=+()$*<>|~!?&^-]*$/;

/** What cannot stand bare in YAML: an indicator at the start, or something within or at the end that reads as one. */
const INDICATOR = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][\t ]|:[\t ]|[\t ]#|[\t :]$/;

/**
 * Characters that are written as escapes: controls, which YAML forbids; the line breaks of YAML 1.1 that 1.2 dropped
 * (U+0085, U+2028, U+2029), where the readers disagree; the byte order mark and the two non-characters, which PyYAML and
 * Go refuse.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNPRINTABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** A key or a value at the start of a line that a reader would take for the end of the document. */
const DOCUMENT_MARKER = /^(?:---|\.\.\.)/;

/** From this length on (quotes and escapes counted), stock breaks a quoted text at its line ends. */
const BREAK_QUOTED_FROM = 40;

/** True for most strings of a manifest, and found quickly: these stand as they are, be it as a key or as a value. */
export function isPlainlyText(text: string): boolean {
  return PLAINLY_TEXT.test(text) && !isAmbiguous(text);
}

/**
 * A string as a YAML value. Bare where no reader can mistake it, a literal block where it has several lines, quoted
 * otherwise: the bytes of stock `Yaml.stringify`, but for the strings that some reader would not read back.
 *
 * @param indent what stands before each further line of the text
 */
export function textValue(text: string, indent: string): string {
  if (text.includes('\n')) return isBlock(text) ? literalBlock(text, indent) : doubleQuoted(text, indent);
  return isBare(text) ? text : quoted(text);
}

/**
 * A string as a YAML key: always on one line.
 *
 * @param topLevel whether the key stands in the first column
 */
export function textKey(text: string, topLevel: boolean): string {
  if (text.includes('\n')) return doubleQuoted(text);
  return isBare(text) && !(topLevel && DOCUMENT_MARKER.test(text)) ? text : quoted(text);
}

function isBare(text: string): boolean {
  // a tab is legal in bare text, but PyYAML refuses it there
  return !INDICATOR.test(text) && !UNPRINTABLE.test(text) && !text.includes('\t') && text !== '' && !isAmbiguous(text);
}

function quoted(text: string): string {
  const single = text.includes('"') && !text.includes("'") && !UNPRINTABLE.test(text);
  return single ? `'${text}'` : doubleQuoted(text);
}

/** Blocks cannot hold escapes, nothing but white space, or white space in a last line without text. */
function isBlock(text: string): boolean {
  return !UNPRINTABLE.test(text) && !/\n[\t ]+$/.test(text) && /\S/.test(text);
}

function literalBlock(text: string, indent: string): string {
  // the reader takes the indentation from the first line with text, so white space at its start needs it said
  // (stock says it for spaces only, and Go refuses the tab)
  const indicator = /^\n*[ \t]/.test(text) ? '2' : '';
  const lines = text.replace(/\n$/, '').replace(/\n(?!\n|$)/g, `\n${indent}`);
  return `|${indicator}${chomping(text)}\n${indent}${lines}`;
}

/** What becomes of line ends at the end of a block: `-` drops them, nothing keeps one, `+` keeps all. */
function chomping(text: string): string {
  const tail = /[\n\t ]*$/.exec(text)![0];
  const lineEnd = tail.indexOf('\n');
  if (lineEnd < 0) return '-';
  return lineEnd === tail.length - 1 ? '' : '+';
}

/** On one line without an `indent`; with one, broken at its line ends where it is long. */
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

/** A run of line ends inside double quotes: readers fold n + 1 of them into n, and the last of the text is escaped. */
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
