import fc from 'fast-check';

/** What a hand slips to, and what one grammar takes and another does not. */
const SLIPS = [
  'a',
  'Z',
  '0',
  '-',
  '_',
  '.',
  '/',
  ' ',
  ':',
  '%',
  '*',
  '@',
  '=',
  '+',
  ',',
  '~',
  '\\',
  '\t',
  '\n',
  'é',
  '\u{1f40d}',
];

type Slip = (text: string) => string;

const slip: fc.Arbitrary<Slip> = fc
  .record({
    what: fc.constantFrom('insert', 'insert', 'replace', 'remove', 'double', 'first', 'last', 'capital'),
    char: fc.constantFrom(...SLIPS),
    at: fc.nat(1000),
  })
  .map(({ what, char, at }) => (text) => {
    const chars = [...text];
    const place = chars.length === 0 ? 0 : at % chars.length;
    if (what === 'insert') chars.splice(place, 0, char);
    if (what === 'replace') chars.splice(place, 1, char);
    if (what === 'remove') chars.splice(place, 1);
    if (what === 'double') chars.splice(place, 0, chars[place] ?? 'a');
    if (what === 'first') chars.unshift(char);
    if (what === 'last') chars.push(char);
    if (what === 'capital') chars[place] = chars[place]?.toUpperCase() ?? 'A';
    return chars.join('');
  });

/** Texts that are right, or a slip or two away from it; and texts of about the longest length. */
export function near(right: readonly string[], longest?: number): fc.Arbitrary<string> {
  const slipped = fc
    .tuple(fc.constantFrom(...right), fc.array(slip, { maxLength: 2 }))
    .map(([text, slips]) => slips.reduce((so, one) => one(so), text));
  if (longest === undefined) return slipped;
  const long = fc
    .tuple(fc.constantFrom(...right), fc.constantFrom(longest - 1, longest, longest + 1), fc.option(slip))
    .map(([text, length, one]) => {
      const full = (text + 'x'.repeat(length)).slice(0, length);
      return one ? one(full).slice(0, length) : full;
    });
  return fc.oneof({ weight: 3, arbitrary: slipped }, { weight: 1, arbitrary: long });
}

/** Whole numbers about the bounds, some that are not whole, and some that are far away. */
export function nearNumbers(...bounds: readonly number[]): fc.Arbitrary<number> {
  const about = fc.tuple(fc.constantFrom(...bounds), fc.constantFrom(-1, -0.5, 0, 0.5, 1)).map(([n, by]) => n + by);
  const far = fc.constantFrom(-(2 ** 31), -1, 0, 1, 100, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 1e21);
  return fc.oneof({ weight: 4, arbitrary: about }, { weight: 1, arbitrary: far }, fc.integer({ min: 1, max: 200 }));
}

const SUFFIXES = [
  '',
  'n',
  'u',
  'm',
  'k',
  'K',
  'M',
  'G',
  'T',
  'P',
  'E',
  'e',
  'Ki',
  'Mi',
  'Gi',
  'Ti',
  'Pi',
  'Ei',
  'ki',
  'mi',
];
const EXPONENTS = ['e3', 'E3', 'e+9', 'e-3', 'E09', 'e', 'e3.5', 'e99', 'Kib', 'KB', 'MB', 'GiB', 'i', ' Gi', '%'];
const DIGITS = [
  '1',
  '2',
  '10',
  '500',
  '1024',
  '1500',
  '0',
  '00',
  '007',
  '0.5',
  '1.5',
  '.5',
  '1.',
  '.',
  '',
  '0.0001',
  '0.3',
];

/**
 * Forms of quantities that one reader takes and another does not. None has a huge exponent: a dry run with 1e9999999 keeps
 * one core of the API server busy for many minutes.
 */
export const QUANTITY_FORMS = [
  '1e3',
  '+1',
  '.5',
  '1.',
  '0.0001',
  '1Ki',
  '1k',
  '1K',
  '-1',
  ' 1',
  '0x10',
  '1e400',
  '16Ei',
  '1.1Gi',
  '0',
];

const MORE_FORMS = [
  '1 ',
  '1_000',
  '1,5',
  '１',
  'NaN',
  'Infinity',
  '',
  '-0',
  '+0',
  '1e-3',
  '1E3',
  '1e+3',
  '1e',
  '1E',
  '1Ei',
  '8Ei',
  '9223372036854775807',
  '9223372036854775808',
  '1048576.5',
  '1073741824000m',
  '2000000u',
  '000001',
  '1'.repeat(30),
  `0.${'0'.repeat(30)}1`,
  '1GB',
  '1g',
  '1m',
  '++1',
  '1-',
];

const composed: fc.Arbitrary<string> = fc
  .record({
    sign: fc.constantFrom('', '', '', '', '+', '-', ' '),
    digits: fc.oneof(fc.constantFrom(...DIGITS), fc.integer({ min: 1, max: 4096 }).map(String)),
    unit: fc.constantFrom(...SUFFIXES, ...EXPONENTS),
  })
  .map(({ sign, digits, unit }) => `${sign}${digits}${unit}`);

export const nearQuantities = fc.oneof(composed, fc.constantFrom(...MORE_FORMS));
