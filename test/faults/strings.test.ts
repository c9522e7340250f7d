import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import { MlApp, MlNamespace, ModelServer, ModelService, type ModelServiceProps, Sidecar } from '../../lib';
import { UNHOLDABLE } from '../../lib/internal/type-check';
import { IN_PROCESS, KUBECTL, PY_YAML } from '../app/yaml-readers';
import { often } from '../support/effort';
import { SEED } from '../support/seed';
import { MINIMAL } from '../support/service';

/** Text that some reader of YAML, or somebody else on its way, takes for something else. */
const HOSTILE = [
  // booleans and nulls of YAML 1.1, 1.2 and Go
  ...['no', 'No', 'NO', 'n', 'N', 'y', 'Y', 'yes', 'on', 'Off', 'true', 'FALSE', 'null', 'Null', '~', '', ' '],
  // numbers, in every notation, and with leading zeros
  ...[
    '0',
    '007',
    '010',
    '08',
    '-0',
    '1e3',
    '1E3',
    '1e',
    'e1',
    '.5',
    '5.',
    '+1',
    '0x1f',
    '0X1F',
    '0o17',
    '0b11',
    '1_000',
  ],
  ...['.inf', '-.INF', '.nan', 'NaN', '1.0', '1.10', '12345678901234567890', '1:30', '190:20:30', '22:22', '0.1e-7'],
  // dates and versions
  ...['2026-01-01', '2026-01-01T00:00:00Z', '2026-1-1 1:1:1', '1.30', '20260101', '12:00'],
  // indicators
  ...['-', '- a', '? a', ': a', 'a: b', 'a:', '#', 'a #b', '!tag', '&a', '*a', '@a', '`a', '%a', '|', '>', '|+', '>-'],
  ...['[a]', '{a: b}', '{a', ']', ',', '"', "'", `"a" 'b'`, '\\', '\\n', '---', '...', '--- a', '=', '<<', '<<: *a'],
  // templates of Helm, Jinja, the shell and Kubernetes
  ...[
    '{{ .Values.image }}',
    '{{- if x -}}',
    '{% raw %}',
    '$' + '{HOME}',
    '$(HOME)',
    '$$(HOME)',
    '%(name)s',
    '%s',
    '`id`',
  ],
  // ends of lines and white space
  ...[
    'a\nb',
    'a\nb\n',
    'a\n\n',
    '\na',
    '\n',
    '\n\n',
    'a\r\nb\r\n',
    'a\rb',
    '\r',
    '\t',
    'a\tb',
    '\ta',
    'a\t',
    ' a',
    'a ',
  ],
  ...[' \n a', 'a\n ', 'a\n\t', '\ta\nb', '  a\n b\n', 'a\n---\nb', '# a\n# b\n', 'a: b\n- c\n', '\n  indented\nnot\n'],
  '#!/bin/sh\nset -eu\n\nif [ "$A" = "b" ]; then\n\techo "tab: $1"  \n  fi # trailing spaces   \n\n',
  '@echo off\r\nset A=b\r\n\r\n',
  // other alphabets, directions, and what is not seen
  ...[
    'é',
    'e\u0301',
    '日本語',
    'Ελληνικά',
    'שלום',
    'مرحبا',
    '\u202eabc',
    '\u200b',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\u0085',
  ],
  ...['😀', '👩‍👩‍👧', '🏳️‍🌈', '\u{10ffff}', '\ufffd', '\x07', '\x1b[31mred\x1b[0m', '\x1f'],
  // names that objects of JavaScript have
  ...['__proto__', 'constructor', 'toString', '[object Object]', 'undefined', 'None', 'nil'],
  'x'.repeat(2000),
  `${'long words and spaces '.repeat(40)}\n${'x'.repeat(200)} y`,
];

/** Keys that are legal, and that a reader could take for something else. */
const VARIABLES = [
  'NO',
  'No',
  'n',
  'Y',
  'ON',
  'off',
  'NULL',
  'true',
  'FALSE',
  '_',
  '__',
  '_1',
  'E5',
  'e1',
  'NaN',
  'inf',
];
const FILES = [
  'no',
  'null',
  '1',
  '007',
  '1e3',
  '0x1f',
  '0o17',
  '2026-01-01',
  '1.0',
  '.5',
  '1_000',
  '-',
  '--',
  '---',
  '.inf',
  '_',
];
const ANNOTATIONS = ['no', 'null', 'on', '1', '007', '1e3', '0x1f', '2026-01-01', '1.0', '1_000', 'y', 'a.b/1e3'];

const numbered = (letter: string, values: readonly string[]) =>
  Object.fromEntries(values.map((value, i) => [`${letter}${i}`, value]));
const each = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, key]));

/** As an argument, refused: a program reads it as an option with a space in its name (checkArgs). */
const OPTION_WITH_SPACE = /^--?[A-Za-z][\w.-]*\s/;

/** A service with the texts wherever text is free. */
function propsOf(texts: readonly string[]): Partial<ModelServiceProps> {
  return {
    config: { ...numbered('C', texts), ...each(VARIABLES) },
    configFiles: { ...numbered('f', texts), ...each(FILES) },
    env: numbered('ENV', texts),
    annotations: { ...numbered('a', texts), ...each(ANNOTATIONS) },
    podAnnotations: numbered('p', texts),
    server: ModelServer.http({
      port: 8000,
      args: texts.filter((one) => !OPTION_WITH_SPACE.test(one)),
      command: ['serve', ...texts],
      env: numbered('SRV', texts),
    }),
    sidecars: [
      Sidecar.custom({
        name: 'side',
        image: 'side:1',
        args: [...texts],
        env: numbered('S', texts),
        config: numbered('G', texts),
        configFiles: numbered('g', texts),
      }),
    ],
    overrides: { Deployment: { metadata: { annotations: numbered('o', texts) } } },
  };
}

/** The documents of an app, as text and as what they mean. */
function documentsOf(texts: readonly string[]): { written: string[]; meant: any[] } {
  const app = new MlApp({ outdir: 'unused' });
  const namespace = new MlNamespace(app, 'serving', {
    annotations: numbered('n', texts),
    admins: [...texts.filter((t) => t.trim())],
  });
  new ModelService(namespace, 'churn', { ...MINIMAL, ...propsOf(texts) });
  const written = app.synthYaml().split(/^---\n/m);
  return { written, meant: namespace.toJson() };
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

function expectMeant(texts: readonly string[], read: (documents: readonly string[]) => unknown[]): number {
  const { written, meant } = documentsOf(texts);
  expect(written).toHaveLength(meant.length);
  expect(plain(read(written))).toEqual(plain(meant));
  return written.length;
}

test('what is meant is in the objects, text for text', () => {
  const { meant } = documentsOf(HOSTILE);
  const props = propsOf(HOSTILE);
  const maps = meant.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => data);
  expect(maps).toEqual([props.config, props.configFiles, numbered('G', HOSTILE), numbered('g', HOSTILE)]);
  const deployment = meant.find(({ kind }) => kind === 'Deployment');
  expect(deployment.metadata.annotations).toMatchObject({ ...props.annotations, ...numbered('o', HOSTILE) });
  const { metadata, spec } = deployment.spec.template;
  expect(metadata.annotations).toMatchObject(props.podAnnotations!);
  const [server] = spec.containers;
  const [sidecar] = spec.initContainers;
  const values = (container: any) =>
    // Kubernetes takes a variable without a value for an empty one, and stores it so
    Object.fromEntries(container.env.map(({ name, value = '' }: any) => [name, value]));
  expect(values(server)).toMatchObject({ ...props.env, ...numbered('SRV', HOSTILE) });
  expect(values(sidecar)).toMatchObject(numbered('S', HOSTILE));
  expect([server.args, server.command, sidecar.args]).toEqual([HOSTILE, ['serve', ...HOSTILE], HOSTILE]);
});

test.each([...IN_PROCESS, PY_YAML, KUBECTL])(
  '$name reads every document as it was meant',
  ({ name, missing, read }) => {
    if (missing) return console.warn(`not checked against ${name}: ${missing}`);
    const documents = expectMeant(HOSTILE, read);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom(...' \n\t\r-?:#,[]{}"\'\\&*!|>%@`~=<+._0179abefnoxyé\u0085\u2028'),
        maxLength: 40,
      }),
    );
    const random = fc.sample(
      text.filter((one) => !UNHOLDABLE.test(one)),
      { seed: SEED, numRuns: Math.min(often(150), 400) },
    );
    expectMeant([...new Set(random)], read);
    console.log(
      `${name}: ${HOSTILE.length} hostile and ${random.length} random texts in ${documents} documents, seed ${SEED}`,
    );
  },
);

test('stock cdk8s would have some of them misread, so that the test sees something', () => {
  const chart = new Chart(new App({ outdir: 'unused' }), 'chart');
  new ModelService(chart, 'churn', { ...MINIMAL, config: numbered('C', ['0o17', 'a\u0085b', '\ta\nb']) });
  const written = (chart.node.root as App).synthYaml().split(/^---\n/m);
  const misread = IN_PROCESS.filter(({ read }) => {
    try {
      expect(plain(read(written))).toEqual(plain(chart.toJson()));
      return false;
    } catch {
      return true;
    }
  });
  expect(misread.length).toBeGreaterThan(0);
});
