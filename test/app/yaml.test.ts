import { isDeepStrictEqual } from 'node:util';
import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { findUnwritable, UnwritableDocument, yamlDocument } from '../../lib/app/yaml';
import { SEED } from '../support/seed';
import { IN_PROCESS, KUBECTL, PY_YAML } from './yaml-readers';

const NASTY = [
  ...[
    '0o17',
    '0O17',
    '017',
    '0x1f',
    '0X1F',
    '0b11',
    '0B1',
    '0b+11',
    '0b-1',
    '1_000',
    '+1',
    '-1',
    '.5',
    '-.5',
    '1.',
    '1e3',
    'e5',
    '1.5e+3',
  ],
  ...[
    '.inf',
    '-.INF',
    '.nan',
    '.NaN',
    '+.inf',
    '0.0',
    '00',
    '-0',
    '1:30',
    '12:30:45',
    '190:20:30.15',
    '-1:30',
    '_1',
    '1__0',
    '8.E02_8_0',
  ],
  ...[
    'y',
    'Y',
    'n',
    'N',
    'yes',
    'No',
    'ON',
    'off',
    'true',
    'False',
    'null',
    'Null',
    'NULL',
    '~',
    '',
    ' ',
    '=',
    '<<',
    '.',
    '-',
  ],
  ...[
    '2024-01-01',
    '2024-1-1',
    '2024-01-01T10:00:00Z',
    '2024-01-01 10:00:00',
    '2001-12-14t21:59:43.10-05:00',
    '2024-1-1 1:1:1 +5',
  ],
  ...[
    '---',
    '--- a',
    '...',
    '%YAML 1.2',
    '- a',
    '-a',
    '? a',
    '?a',
    ': a',
    ':a',
    'a:',
    'a: b',
    'a:b',
    'a #b',
    'a#b',
    '#a',
    'a :',
  ],
  ...[
    '!tag',
    '&anchor',
    '*alias',
    '@at',
    '`tick',
    '|',
    '>',
    '[a]',
    '{a}',
    'a, b',
    '"',
    "'",
    `"a" 'b'`,
    '\\',
    '\\n',
    'a\\',
  ],
  ...[
    '\t',
    'a\tb',
    'a\t',
    '\ta',
    'a\rb',
    'a\r\nb\r\n',
    '\u0085',
    'a\u0085b',
    '\u2028',
    'a\u2029b',
    '\ufeff',
    '\ufeffa',
    '\u00a0',
    '\u00a0a\u00a0',
  ],
  ...[
    '\0',
    '\x07',
    '\x1b[0m',
    '\x7f',
    '\ufffe',
    '\uffff',
    'é',
    '日本語',
    '😀',
    'a\u200bb',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    'a\n',
    'a\nb',
    'a\nb\n',
    'a\n\n',
    '\na',
    '\n\na\n',
    ' a\nb',
    '\n  a\nb\n',
    'a\n  b\n',
    'a \nb',
    'a\n \nb',
    'a\n\n\nb\n\n\n',
    '\n',
    '\n\n',
    ' \n ',
  ],
  ...[
    'a\n\t',
    '\ta\nb',
    'a\n\tb\n',
    'a\n---\nb\n',
    '---\na\n',
    '#!/bin/sh\nset -eu\n\necho "a: $b" # c\n',
    'a\n ',
    'a\n  \n',
    'x\n\n \n',
  ],
  ...[
    'a\r\n \r\n  b  \r\nlong enough to be broken at its line ends\r\n\r\n',
    '"say"\n \n\x07 and so on, and so on, and so on, and so on \n',
  ],
  ...[
    '500m',
    '2Gi',
    '1.33',
    '10.0.0.0/8',
    '0.5',
    '8080:80',
    '1.2.3.4',
    'v1',
    '12h',
    '0 3 * * *',
    '*/5 * * * *',
    '$(VAR)',
    '{{ x }}',
  ],
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0011278+-._eExXoObBaf:TZ ') }),
  fc.string({ unit: fc.constantFrom(...' \n\t\r-?:#,[]{}"\'\\&*!|>%@`~=<+._0179abefnoxyé\u0085\u2028') }),
  fc.string({ unit: fc.constantFrom(...' \n"\\ \r\x07n'), minLength: 30, maxLength: 60 }),
);

/**
 * JSON.parse of V8 12.8 and newer (Node 24) now and then gives a key with escapes back as another
 * (https://github.com/nodejs/node/issues/63785). What kubectl and Python print of such keys cannot be read there.
 */
const [major, minor] = process.versions.v8.split('.').map(Number);
const CONFUSES_KEYS = major > 12 || (major === 12 && minor >= 8);
/** Without what one of the printers escapes: Go `<`, `>` and `&` too, Python all that is not ASCII. */
const isReadable = (key: string) => !CONFUSES_KEYS || /^[ -~]*$/.test(key.replace(/["\\<>&]/g, '\n'));

const whole = text.filter((value) => !/\p{Surrogate}/u.test(value));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.constantFrom(1e21, 1e-7, -0, 1e300),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    { weight: 6, arbitrary: whole },
    number,
    fc.boolean(),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(whole.filter(isReadable), tie('any'), { maxKeys: 3 }),
  ),
})).any;
const document = fc.dictionary(whole.filter(isReadable), value, { minKeys: 1, maxKeys: 4 });

/** What JSON makes of it: no -0, no prototypes. */
const json = (given: unknown) => JSON.parse(JSON.stringify(given));

describe('a document', () => {
  const nasty = NASTY.filter(isReadable).map((word) => ({
    [word]: word,
    list: [word, [word]],
    map: { [word]: { [word]: word } },
  }));

  test.each(IN_PROCESS)('is read back by $name', ({ read }) => {
    expect(read(nasty.map(yamlDocument)).map(json)).toEqual(nasty.map(json));
    fc.assert(
      fc.property(document, (given) => expect(json(read([yamlDocument(given)])[0])).toEqual(json(given))),
      {
        numRuns: 400,
      },
    );
  });

  test.each([PY_YAML, KUBECTL])('is read back by $name', ({ name, missing, read }) => {
    if (missing) return console.warn(`not checked against ${name}: ${missing}`);
    const documents = [...nasty, ...fc.sample(document, { numRuns: 1000, seed: SEED })];
    const readBack = read(documents.map(yamlDocument)).map(json);
    const misread = documents.findIndex((given, i) => !isDeepStrictEqual(readBack[i], json(given)));
    // a diff leaves out what is equal, so the seed would not be in it
    if (misread >= 0)
      throw new Error(`seed ${SEED}: ${yamlDocument(documents[misread])} is ${JSON.stringify(readBack[misread])}`);
  });
});

describe('the bytes', () => {
  /** What stock leaves bare, breaks or folds so that some reader does not give it back. */
  const MISWRITTEN =
    /^[-+.eE0-9][-+.:eE0-9_xob]*_|^[-+]?0[oOXB]|^[-+]?0b[-+]|^=$|^<<$|^[^\n]*\t[^\n]*$|^\n*\t|[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\n \n|^[0-9]{4}-/;
  const ordinary = whole.filter((given) => !MISWRITTEN.test(given));

  test('are those of stock for everything that stock writes well', () => {
    fc.assert(
      fc.property(ordinary, ordinary, fc.double({ min: -1e20, max: 1e20, noNaN: true }), (key, given, n) => {
        fc.pre(!/e/.test(String(n)));
        const doc = {
          [key]: given,
          [`${key}s`]: [given, [given]],
          n,
          map: { [key]: { b: true, e: {}, l: [], given } },
        };
        expect(yamlDocument(doc)).toBe(Yaml.stringify(doc));
      }),
      { numRuns: 1500 },
    );
  });

  test('of an absent document and of an empty one are those of stock', () => {
    for (const doc of [undefined, {}, [], null, { a: undefined, b: [undefined] }]) {
      expect(yamlDocument(doc)).toBe(Yaml.stringify(doc));
    }
  });

  test('of a key too long for a simple one are those of stock', () => {
    const key = 'k'.repeat(1025);
    for (const doc of [{ [key]: 'v' }, { [key]: { a: 1, b: [2] } }, { m: { [key]: [1, 2] }, z: 1 }]) {
      expect(yamlDocument(doc)).toBe(Yaml.stringify(doc));
    }
  });

  test('differ from stock where a reader would mistake them', () => {
    const given = {
      o: '0o17',
      e: '=',
      m: '<<',
      '<<': 'key',
      n: '\u0085',
      l: 'a\u2028b',
      b: '\ufeff',
      t: 'a\tb',
      f: 1e21,
    };
    expect(yamlDocument(given)).toBe(
      'o: "0o17"\ne: "="\nm: "<<"\n"<<": key\n"n": "\\N"\nl: "a\\Lb"\nb: "\\ufeff"\nt: "a\\tb"\nf: 1.0e+21\n',
    );
  });

  test('of a script are a literal block', () => {
    const given = {
      run: '#!/bin/sh\nset -eu\n\n  exec serve --port "$PORT"  # indented\n',
      tail: 'a\n\n',
      lead: '  a\nb',
    };
    expect(yamlDocument(given)).toBe(
      [
        'run: |',
        '  #!/bin/sh',
        '  set -eu',
        '',
        '    exec serve --port "$PORT"  # indented',
        'tail: |+',
        '  a',
        '',
        'lead: |2-',
        '    a',
        '  b',
        '',
      ].join('\n'),
    );
  });
});

describe('what cannot be written', () => {
  test.each([
    [{ spec: { replicas: Number.NaN } }, 'spec.replicas'],
    [{ a: [1, { b: Number.POSITIVE_INFINITY }] }, 'a[1].b'],
    [{ data: { text: 'cut \ud83d' } }, 'data.text'],
    [{ data: { '\ude00': 'x' } }, 'data.\ude00'],
    [{ a: () => 1 }, 'a'],
  ])('is refused, and the place named: %j', (doc, at) => {
    expect(() => yamlDocument(doc)).toThrow(UnwritableDocument);
    expect(findUnwritable(doc)?.at).toBe(at);
  });
});
