/**
 * Words that some reader takes for a boolean, a null, or (`=`, `<<`) for a key with a meaning of its own.
 * Sources: yaml.org/type/bool, /null, /value and /merge for YAML 1.1; section 10.3.2 of YAML 1.2.2 for its core schema.
 */
const WORDS = new Set(
  ['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']
    .flatMap((word) => [word, word.toUpperCase(), word[0].toUpperCase() + word.slice(1)])
    .concat(['~', '=', '<<']),
);

/**
 * What some reader takes for a number: integers of every base and with `_` (1.1), `0o17` (1.2, and Go, which also takes
 * upper-case prefixes, and a sign behind `0b`), floats with or without digits on either side of the point, infinities, not-a-number, and
 * sexagesimal integers and floats, which is what 1.1 makes of a time of day.
 */
const NUMBER = new RegExp(
  [
    '[-+]?[0-9][0-9_]*',
    '[-+]?0[xX][0-9a-fA-F_]+',
    '[-+]?0[oO][0-7_]+',
    '[-+]?0[bB][-+]?[01_]+',
    '[-+]?(?:[0-9][0-9_]*)?(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?',
    '[-+]?\\.(?:inf|Inf|INF)',
    '[-+]?\\.(?:nan|NaN|NAN)',
    '[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?',
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
);

/** YAML 1.1 timestamps, and what Go's reader adds to them: a date, alone or with anything like a time behind it. */
const TIMESTAMP = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?$/;

/** By character code: nothing else begins a number or a date (`e5` is one to readers of YAML 1.1). */
const NUMBER_START: { [code: number]: true } = Object.fromEntries(
  [...'0123456789+-.eE'].map((char) => [char.charCodeAt(0), true]),
);

/** The longest of `WORDS`; spares most strings the look-up. */
const LONGEST_WORD = 5;

/** True where a reader of YAML 1.1 or 1.2, or Kubernetes' own, could take the bare text for anything but this string. */
export function isAmbiguous(text: string): boolean {
  if (text.length <= LONGEST_WORD && WORDS.has(text)) return true;
  if (!NUMBER_START[text.charCodeAt(0)] || !/[0-9.]/.test(text)) return false;
  if (NUMBER.test(text) || TIMESTAMP.test(text)) return true;
  // Go drops every underscore before it looks: `8.E02_8` is a number to it
  return text.includes('_') && NUMBER.test(text.replaceAll('_', ''));
}
