/**
 * Words that some YAML reader reads as a boolean, a null, or (`=`, `<<`) as a special key.
 * Sources: yaml.org/type/bool, /null, /value and /merge for YAML 1.1; section 10.3.2 of YAML 1.2.2 for its core schema.
 */
const WORDS = new Set(
  ['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']
    .flatMap((word) => [word, word.toUpperCase(), word[0].toUpperCase() + word.slice(1)])
    .concat(['~', '=', '<<']),
);

/**
 * Text that some YAML reader reads as a number: integers of every base and with `_` (1.1), `0o17` (1.2 and Go; Go also accepts
 * upper-case prefixes and a sign after `0b`), floats with or without digits on either side of the point, infinities,
 * not-a-number, and sexagesimal numbers (1.1 reads a time of day as one).
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

/** Timestamps of YAML 1.1 and of Go's reader: a date, alone or followed by a time. */
const TIMESTAMP = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?$/;

/** The character codes that a number or a date can begin with (`e5` is a number in YAML 1.1). */
const NUMBER_START: { [code: number]: true } = Object.fromEntries(
  [...'0123456789+-.eE'].map((char) => [char.charCodeAt(0), true]),
);

/** The length of the longest of `WORDS`: longer strings need no lookup. */
const LONGEST_WORD = 5;

/** True if a reader of YAML 1.1 or 1.2, or the reader of Kubernetes, can read the unquoted text as something other than this string. */
export function isAmbiguous(text: string): boolean {
  if (text.length <= LONGEST_WORD && WORDS.has(text)) return true;
  if (!NUMBER_START[text.charCodeAt(0)] || !/[0-9.]/.test(text)) return false;
  if (NUMBER.test(text) || TIMESTAMP.test(text)) return true;
  // Go removes every underscore first, so `8.E02_8` is a number in Go
  return text.includes('_') && NUMBER.test(text.replaceAll('_', ''));
}
