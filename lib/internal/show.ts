import { credentialFault } from './credentials';

/** How a given value is printed in errors: short, quoted where it is text, on one line. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  switch (typeof value) {
    case 'string':
      return shorten(value, "'");
    case 'object':
      return showObject(value);
    case 'function':
      return value.name ? `the function ${printable(value.name)}` : 'a function';
    default:
      return String(value);
  }
}

/** Text with nothing in it that would break a line, move a terminal's cursor, or turn the order of letters around. */
export function printable(text: string): string {
  // lines that are set off under the column of what errors say are meant to be lines
  return text.replace(/\s*\n(?! {14})\s*/g, ' ⏎ ').replace(UNPRINTABLE, (char) => {
    const code = char.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Controls but for the line feed, line separators, marks of direction, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNPRINTABLE = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

function showObject(value: object): string {
  try {
    if ('toMilliseconds' in value && typeof value.toMilliseconds === 'function')
      return showTime(value.toMilliseconds());
    if ('toHumanString' in value && typeof value.toHumanString === 'function') return value.toHumanString();
    if (value.constructor !== Object && !Array.isArray(value)) return withArticle(value.constructor?.name || 'value');
    return shorten(JSON.stringify(value) ?? 'an object');
  } catch {
    // a circle, a big integer, a getter that throws
    return Array.isArray(value) ? 'a list' : 'an object';
  }
}

/** In the largest unit that says it exactly; cdk8s says of two hours that they are 1 hour 60 minutes. */
function showTime(milliseconds: number): string {
  const [unit, length] = UNITS.find(([, one]) => milliseconds % one === 0 && milliseconds >= one) ?? ['second', 1000];
  const count = milliseconds / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['milli', 1],
] as const;

function withArticle(name: string): string {
  return `${/^([AEIO]|Ml)/.test(name) ? 'an' : 'a'} ${name}`;
}

const LONGEST = 120;

function shorten(text: string, quote = ''): string {
  // what is printed ends in the logs of a build
  if (credentialFault('', text)) return '(not shown: it looks like a credential)';
  const line = printable(text.replace(/\s*\n\s*/g, ' ⏎ '));
  return `${quote}${line.length > LONGEST ? `${line.slice(0, LONGEST - 3)}...` : line}${quote}`;
}
