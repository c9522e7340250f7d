import fc from 'fast-check';
import { map, mostly, pick, rarely, type Values } from './arbitrary-recipes';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const one = (characters: string) => fc.constantFrom(...characters);
const many = (characters: string, maxLength: number) => fc.string({ unit: one(characters), maxLength });

/** Text with a legal beginning and end, of any length up to the border, which is tried often. */
function framed(first: string, inner: string, last: string, most: number): fc.Arbitrary<string> {
  const parts = (middle: fc.Arbitrary<string>) =>
    fc.tuple(one(first), middle, one(last)).map(([a, b, c]) => `${a}${b}${c}`);
  const longest = fc.string({ unit: one(inner), minLength: most - 2, maxLength: most - 2 });
  return fc.oneof(
    { weight: 6, arbitrary: parts(many(inner, 12)) },
    { weight: 2, arbitrary: one(first) },
    { weight: 1, arbitrary: parts(longest) },
  );
}

const legalLabel = (most = 63) => framed(LOWER, `${LOWER}${DIGITS}-`, LOWER + DIGITS, most);
const WRONG_NAMES = ['', 'A', 'a_b', '-a', 'a-', 'a.', 'ä', 'a b', 'a\n', 'x'.repeat(254), '{{ name }}'];

/** Names of one label: of services (a letter first), containers, namespaces. */
export const label = (most?: number): Values => mostly(legalLabel(most), ...WRONG_NAMES, 'x'.repeat(64));

/** Names of most objects: labels with dots between them. */
export const subdomain: Values = mostly(
  fc
    .array(framed(LOWER + DIGITS, `${LOWER}${DIGITS}-`, LOWER + DIGITS, 40), { minLength: 1, maxLength: 4 })
    .map(dotted),
  ...WRONG_NAMES,
  'a..b',
);

function dotted(labels: string[]): string {
  return labels.join('.');
}

const WORD = `${LOWER}${LOWER.toUpperCase()}${DIGITS}`;
const keyName = framed(WORD, `${WORD}-_.`, WORD, 63);
const WRONG_KEYS = ['', '/', 'a/b/c', 'A.com/x', '-a', 'a b', 'é', 'x'.repeat(64), '/a', 'a/'];

/** Keys of labels and annotations, with and without a prefix. */
export const key: Values = mostly(
  fc.oneof(
    keyName,
    fc.tuple(legalLabel(20), keyName).map(([domain, name]) => `${domain}.example.com/${name}`),
  ),
  ...WRONG_KEYS,
);
export const labelValue: Values = mostly(fc.oneof(fc.constant(''), keyName), 'a b', 'ü', '-a', 'x'.repeat(64), 'a/b');
export const labels: Values = map(key, labelValue);

/** What a workload may declare to exist. */
export const expectation: Values = mostly(
  pick('Secret/p-expected', 'Secret/p-expected:USER+PASSWORD', 'ConfigMap/a.b', 'Monitoring/api'),
  ...['', 'Secret', 'secret/a', 'Secret/other/a', 'Secret/a,Secret/b', 'Secret/a:'],
);

/** What a reader of YAML may take for something else. */
const TRAPS = ['no', '1e3', '0x1f', '2026-01-01', '{{ x }}', 'a: b', '# a', '- a', '|', "'", '"', '~', 'null', '007'];
const TEXTS = ['', ' ', 'a\nb\n', '\ttab', '\r\n', 'ünï', '日本語', '👩‍🚀', '\u00a0', '\u2028', '$(HOME)', '%', '\\'];

/** Any text at all: unicode, several lines, what YAML stumbles over, and, rarely, what it cannot hold. */
export const text: Values = fc.oneof(
  { weight: 20, arbitrary: pick(...TRAPS, ...TEXTS) },
  { weight: 20, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
  { weight: 10, arbitrary: fc.string({ maxLength: 30 }).map((value) => value.repeat(20)) },
);

export const annotations: Values = map(key, text);
const variable = framed(`${LOWER.toUpperCase()}_`, `${WORD}_`, `${WORD}_`, 80);
export const env: Values = map(mostly(variable, '', '1A', 'A-B', 'A B', 'Ä', 'A=B'), text);
export const files: Values = map(mostly(framed(WORD, `${WORD}-_.`, WORD, 253), '..', 'a/b', 'ä', ''), text);

const folder = fc
  .array(framed(LOWER, `${WORD}-_.`, WORD, 30), { minLength: 1, maxLength: 3 })
  .map((parts) => `/${parts.join('/')}`);
/** Absolute paths, those of others' folders and ones within one another among them. */
export const path: Values = rarely(
  fc.oneof({ weight: 5, arbitrary: folder }, { weight: 1, arbitrary: pick('/data', '/data/a', '/opt/app') }),
  pick('data', '/', '/a/..', '/a b', '/a:b', '/a/', '', '/tmp', '/dev/shm', '/etc'),
);
export const urlPath: Values = mostly(
  fc.oneof(pick('/', '/health', '/v1/models/churn'), folder),
  'health',
  '/a?b=c',
  '/a#b',
  '/a b',
  '',
);
export const host: Values = mostly(
  legalLabel(63).map((name) => `${name}.example.com`),
  'example.com:80',
  'https://example.com',
  '10.0.0.1',
  'a_b.example.com',
  '',
);
export const port: Values = mostly(
  fc.oneof(pick(8000, 8080, 1024, 65535), fc.integer({ min: 1024, max: 65535 })),
  0,
  65536,
  1.5,
  -1,
  80,
);
export const image: Values = mostly(
  fc.oneof(
    pick('registry.test/churn:1.0.0', `registry.test/a/b@sha256:${'0'.repeat(64)}`),
    fc.tuple(legalLabel(30), keyName).map(([name, tag]) => `registry.test:5000/${name}:${tag}`),
  ),
  'churn',
  'churn:latest',
  'a b:1',
  '',
  'Churn:1',
  'https://registry.test/churn:1',
);

/** Amounts in every spelling that Kubernetes has, between bounds in base units. */
export const bytes = (least: number, most: number): Values =>
  mostly(
    fc.oneof(
      fc.integer({ min: least, max: most }).map((n) => `${n}Mi`),
      fc.integer({ min: least, max: most }).map((n) => `${n * 2}M`),
      fc.integer({ min: least, max: most }).map((n) => `${Math.ceil(n / 256) / 4}Gi`),
      fc.integer({ min: least, max: most }).map((n) => String(n * 2 ** 20)),
      fc.integer({ min: least, max: most }).map((n) => `${n}e6`),
    ),
    '1 Gi',
    '-1Gi',
    '1GB',
    '',
    '1',
    '512m',
    'NaN',
    '1.1Gi',
  );
export const cores = (least: number, most: number): Values =>
  mostly(
    fc.oneof(
      fc.integer({ min: least, max: most }).map((n) => `${n}m`),
      fc.integer({ min: least, max: most }).map((n) => (n / 1000).toFixed(2)),
      fc.integer({ min: Math.ceil(least / 1000), max: Math.ceil(most / 1000) }).map(String),
    ),
    '1Gi',
    '0',
    '-1',
    '',
    '1 core',
    '0.0001',
  );
