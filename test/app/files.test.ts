import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ApiObject, type AppProps, Chart, YamlOutputType } from 'cdk8s';
import { MlApp, type MlAppProps } from '../../lib/app';
import { temporaryName, type Writer, writerOf } from '../../lib/app/temporary-name';
import { Environment } from '../../lib/values/environment';
import { filesIn, inTemporaryFolder, recordsIn } from './same-as-stock';

const FOLDERS: AppProps = { yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE };

function app(outdir: string, charts: string[], props: MlAppProps = {}, data = 'x'): MlApp {
  const made = new MlApp({ outdir, ...props });
  for (const id of charts)
    new ApiObject(new Chart(made, id), 'cm', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: id },
      data: { data },
    });
  return made;
}

function put(file: string, text = 'foreign'): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Files and folders, folders with a slash. */
function names(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1) + (entry.isDirectory() ? '/' : ''))
    .sort();
}

const counts = (apps: MlApp[]) =>
  MlApp.synthAll(apps).entries.map(({ objects, files, written, changed, removed }) => [
    objects,
    files,
    written,
    changed,
    removed,
  ]);

test('a second run touches nothing, and a change touches what changed', () =>
  inTemporaryFolder((out) => {
    expect(counts([app(out, ['a', 'b'])])).toEqual([[2, 2, 2, 0, 0]]);
    for (const name of ['a', 'b']) utimesSync(join(out, `${name}.k8s.yaml`), 1, 1);
    const before = filesIn(out);
    expect(counts([app(out, ['a', 'b'])])).toEqual([[2, 2, 0, 0, 0]]);
    expect(filesIn(out)).toEqual(before);
    expect(Object.keys(before).map((name) => statSync(join(out, name)).mtimeMs)).toEqual([1000, 1000]);

    const changed = app(out, ['a', 'b', 'c']);
    (changed.node.findChild('b').node.findChild('cm') as ApiObject).metadata.addLabel('new', 'yes');
    expect(counts([changed])).toEqual([[3, 3, 1, 1, 0]]);
    expect(statSync(join(out, 'a.k8s.yaml')).mtimeMs).toBe(1000);
    expect(filesIn(out)['b.k8s.yaml']).toContain('"new": "yes"'.replaceAll('"new"', 'new'));
  }));

/** What a synthesis prints to standard error, without colour. */
function printed(app: MlApp): string {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    app.synth();
    return write.mock.calls.join('');
  } finally {
    write.mockRestore();
  }
}

describe('stale files', () => {
  test('are those that an earlier run of the app wrote; all others are left alone, whatever they are called', () =>
    inTemporaryFolder((out) => {
      app(out, ['a', 'b']).synth();
      expect(recordsIn(out)).toEqual({ 'cdk8s-ml.files': ['a.k8s.yaml', 'b.k8s.yaml'] });
      const foreign = [
        'kustomization.yaml',
        'b.txt',
        '.k8s.yaml.swp',
        'other/b.k8s.yaml',
        'dir.k8s.yaml/x',
        'mine.k8s.yaml',
      ];
      for (const name of foreign) put(join(out, name));
      symlinkSync('b.txt', join(out, 'link.k8s.yaml'));
      expect(counts([app(out, ['a'])])).toEqual([[1, 1, 0, 0, 1]]);
      expect(names(out)).toEqual(
        [...foreign, 'a.k8s.yaml', 'cdk8s-ml.files', 'link.k8s.yaml', 'other/', 'dir.k8s.yaml/'].sort(),
      );
      expect(recordsIn(out)).toEqual({ 'cdk8s-ml.files': ['a.k8s.yaml'] });
    }));

  test('are removed whatever extension the app has now', () =>
    inTemporaryFolder((out) => {
      app(out, ['a', 'b'], { name: 'shop', outputFileExtension: '.yaml' }).synth();
      put(join(out, 'shop/values.yaml'), 'replicas: 2\n');
      app(out, ['a'], { name: 'shop' }).synth();
      expect(names(join(out, 'shop'))).toEqual(['a.k8s.yaml', 'cdk8s-ml.shop.files', 'values.yaml']);
    }));

  test('do not take with them what somebody put into their place', () =>
    inTemporaryFolder((out) => {
      app(out, ['a', 'b', 'c', 'd']).synth();
      for (const name of ['b', 'c', 'd']) rmSync(join(out, `${name}.k8s.yaml`));
      symlinkSync('a.k8s.yaml', join(out, 'b.k8s.yaml'));
      put(join(out, 'c.k8s.yaml/mine'));
      expect(counts([app(out, ['a'])])).toEqual([[1, 1, 0, 0, 0]]);
      expect(names(out)).toEqual(['a.k8s.yaml', 'b.k8s.yaml', 'c.k8s.yaml/', 'c.k8s.yaml/mine', 'cdk8s-ml.files']);
      expect(recordsIn(out)['cdk8s-ml.files']).toEqual(['a.k8s.yaml']);
    }));
});

describe('without a record', () => {
  test.each<[string, MlAppProps, string, string]>([
    ['without a name', {}, '', 'cdk8s-ml.files'],
    ['with a name', { name: 'shop', environment: new Environment('prod') }, 'shop/prod', 'cdk8s-ml.shop.prod.files'],
  ])('an app %s removes nothing, and says what it does not know', (_, props, below, record) =>
    inTemporaryFolder((out) => {
      const folder = join(out, below);
      for (const name of ['a', 'b', 'c']) put(join(folder, `${name}.k8s.yaml`));
      put(join(folder, 'notes.txt'));
      expect(printed(app(out, ['a'], props))).toBe(
        [
          `  ${folder}: files that are not known`,
          '    got       b.k8s.yaml, c.k8s.yaml',
          `    expected  only files that an earlier run of this app wrote, which it puts on record in ${record}`,
          '    fix       remove what is stale: this run removed nothing; if another app writes here too, give each app a name\n',
        ].join('\n'),
      );
      const left = ['a.k8s.yaml', 'b.k8s.yaml', 'c.k8s.yaml', record, 'notes.txt'];
      expect(names(folder)).toEqual(left);
      // they are somebody else's from now on
      expect(printed(app(out, ['a'], props))).toBe('');
      expect(names(folder)).toEqual(left);
    }),
  );

  test('with an extension that people use as well, only what looks generated is named', () =>
    inTemporaryFolder((out) => {
      const object = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\n';
      put(join(out, 'old.yaml'), object);
      put(join(out, 'kustomization.yaml'), object.replace('Secret', 'Kustomization'));
      put(join(out, 'values.yaml'), 'replicas: 2\n');
      put(join(out, 'by-hand.yaml'), `# mine\n${object}`);
      expect(printed(app(out, ['a'], { outputFileExtension: '.yaml' }))).toContain('got       old.yaml\n');
    }));

  test('many files are counted', () =>
    inTemporaryFolder((out) => {
      for (let i = 0; i < 9; i++) put(join(out, `old-${i}.k8s.yaml`));
      expect(printed(app(out, ['a']))).toContain('old-3.k8s.yaml, old-4.k8s.yaml and 4 more\n');
    }));
});

describe('a record', () => {
  const FOREIGN = [
    '../out-of-it.txt',
    'a/../../out-of-it.txt',
    '/etc/hostname',
    'deep/in/a/folder.k8s.yaml',
    'mine\\x',
    '.',
    '..',
    '',
  ];

  test('removes nothing outside of the output folder, whoever changed it', () =>
    inTemporaryFolder((folder) => {
      const out = join(folder, 'dist');
      app(out, ['a', 'b']).synth();
      for (const name of ['../out-of-it.txt', 'deep/in/a/folder.k8s.yaml', 'mine\\x']) put(join(out, name));
      const record = join(out, 'cdk8s-ml.files');
      writeFileSync(record, `${readFileSync(record, 'utf8')}${FOREIGN.join('\n')}\n`);
      expect(counts([app(out, ['a'])])).toEqual([[1, 1, 0, 0, 1]]);
      expect(names(folder).filter((name) => !name.endsWith('/'))).toEqual(
        [
          'dist/a.k8s.yaml',
          'dist/cdk8s-ml.files',
          'dist/deep/in/a/folder.k8s.yaml',
          'dist/mine\\x',
          'out-of-it.txt',
        ].sort(),
      );
    }));

  test('is read with the line ends of Windows, and with the marks of a merge', () =>
    inTemporaryFolder((out) => {
      app(out, ['a', 'b', 'c']).synth();
      const text = '<<<<<<< HEAD\r\na.k8s.yaml\r\nb.k8s.yaml\r\n=======\r\nc.k8s.yaml\r\n>>>>>>> branch\r\n';
      writeFileSync(join(out, 'cdk8s-ml.files'), text);
      expect(counts([app(out, ['a'])])).toEqual([[1, 1, 0, 0, 2]]);
      expect(recordsIn(out)).toEqual({ 'cdk8s-ml.files': ['a.k8s.yaml'] });
    }));

  test('is not written again where nothing changed, nor where an app writes nothing', () =>
    inTemporaryFolder((out) => {
      app(join(out, 'empty'), []).synth();
      expect(names(join(out, 'empty'))).toEqual([]);
      app(out, ['a']).synth();
      utimesSync(join(out, 'cdk8s-ml.files'), 1, 1);
      app(out, ['a'], {}, 'changed').synth();
      expect(statSync(join(out, 'cdk8s-ml.files')).mtimeMs).toBe(1000);
    }));

  test('is not among the files that kubectl, Argo CD or Flux read, whatever the app is called', () =>
    inTemporaryFolder((out) => {
      for (const [name, environment] of [
        ['yaml', 'json'],
        ['json', 'yml'],
        ['a-yaml', undefined],
      ] as const)
        app(out, ['a'], { name, environment: environment && new Environment(environment) }).synth();
      const records = Object.keys(recordsIn(out));
      expect(records).toHaveLength(3);
      for (const record of records) expect(record).not.toMatch(/\.(ya?ml|json|jsonnet)$/);
    }));

  test('lists no construct metadata, which may be asked for by the CLI alone', () =>
    inTemporaryFolder((out) => {
      app(out, ['a'], { recordConstructMetadata: true }).synth();
      expect(recordsIn(out)).toEqual({ 'cdk8s-ml.files': ['a.k8s.yaml'] });
      expect(counts([app(out, ['a'])])).toEqual([[1, 1, 0, 0, 0]]);
      expect(Object.keys(filesIn(out))).toEqual(['a.k8s.yaml', 'construct-metadata.json']);
    }));
});

describe('folders of charts', () => {
  test('are emptied, and removed when empty', () =>
    inTemporaryFolder((out) => {
      const props = { ...FOLDERS, name: 'shop', environment: new Environment('prod') };
      app(out, ['a', 'b', 'c'], props).synth();
      put(join(out, 'shop/prod/c/notes.md'));
      put(join(out, 'shop/prod/.git/x.k8s.yaml'));
      app(out, ['a'], props).synth();
      expect(names(join(out, 'shop/prod'))).toEqual(
        [
          'a/',
          'a/ConfigMap.a.k8s.yaml',
          'c/',
          'c/notes.md',
          'cdk8s-ml.shop.prod.files',
          '.git/',
          '.git/x.k8s.yaml',
        ].sort(),
      );
      app(out, ['a'], { ...props, yamlOutputType: YamlOutputType.FILE_PER_CHART }).synth();
      expect(Object.keys(filesIn(join(out, 'shop/prod')))).toEqual(['.git/x.k8s.yaml', 'a.k8s.yaml', 'c/notes.md']);
    }));

  test('of an app without a name are emptied of its files alone', () =>
    inTemporaryFolder((out) => {
      app(out, ['a', 'b'], FOLDERS).synth();
      for (const name of ['a/ConfigMap.old.k8s.yaml', 'mine/ConfigMap.b.k8s.yaml']) put(join(out, name));
      app(out, ['a'], FOLDERS).synth();
      expect(Object.keys(filesIn(out))).toEqual([
        'a/ConfigMap.a.k8s.yaml',
        'a/ConfigMap.old.k8s.yaml',
        'mine/ConfigMap.b.k8s.yaml',
      ]);
    }));
});

describe('apps of several processes that share a folder', () => {
  /** As in a process that has written nothing yet. */
  const elsewhere = (run: () => void) => jest.isolateModules(run);
  const synthElsewhere = (out: string, charts: string[], props: MlAppProps = {}) =>
    elsewhere(() => {
      const { MlApp: Other } = require('../../lib/app') as typeof import('../../lib/app');
      const other = new Other({ outdir: out, ...props });
      for (const id of charts) new ApiObject(new Chart(other, id), 'cm', { apiVersion: 'v1', kind: 'ConfigMap' });
      other.synth();
    });

  test('keep their files where they have names', () =>
    inTemporaryFolder((out) => {
      synthElsewhere(out, ['x', 'old'], { name: 'theirs' });
      app(out, ['a', 'b'], { name: 'ours' }).synth();
      synthElsewhere(out, ['x'], { name: 'theirs' });
      app(out, ['a'], { name: 'ours' }).synth();
      expect(Object.keys(filesIn(out))).toEqual(['ours/a.k8s.yaml', 'theirs/x.k8s.yaml']);
      // one writes to the very folder of the other
      app(join(out, 'theirs'), ['a']).synth();
      synthElsewhere(out, ['x'], { name: 'theirs' });
      expect(Object.keys(filesIn(out))).toEqual(['ours/a.k8s.yaml', 'theirs/a.k8s.yaml', 'theirs/x.k8s.yaml']);
    }));

  test('keep them without names, too, and are told to have names', () =>
    inTemporaryFolder((out) => {
      synthElsewhere(out, ['theirs']);
      expect(printed(app(out, ['ours']))).toMatch(/got {7}theirs\.k8s\.yaml\n.*\n.*give each app a name\n$/);
      const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      synthElsewhere(out, ['theirs']);
      expect(write.mock.calls.join('')).toContain('got       ours.k8s.yaml\n');
      write.mockRestore();
      expect(Object.keys(filesIn(out))).toEqual(['ours.k8s.yaml', 'theirs.k8s.yaml']);
    }));
});

describe('folders that are one by a link', () => {
  test('are refused as folders of two apps', () =>
    inTemporaryFolder((out) => {
      mkdirSync(join(out, 'dist'));
      symlinkSync('dist', join(out, 'link'));
      const apps = (one: string, two: string) => [app(join(out, one), ['a']), app(join(out, two), ['b'])];
      expect(() => MlApp.synthAll(apps('dist', 'link'))).toThrow('the folder of another app');
      expect(() => MlApp.synthAll(apps('dist/not/there/yet', 'link/not'))).toThrow('the folder of another app');
      expect(names(out)).toEqual(['dist/', 'link']);
    }));

  test('are one for apps of a process that write one after the other', () =>
    inTemporaryFolder((out) => {
      mkdirSync(join(out, 'dist'));
      symlinkSync('dist', join(out, 'link'));
      app(join(out, 'dist'), ['dev']).synth();
      app(join(out, 'link'), ['prod']).synth();
      app(join(out, 'dist'), ['dev']).synth();
      expect(Object.keys(filesIn(join(out, 'dist')))).toEqual(['dev.k8s.yaml', 'prod.k8s.yaml']);
    }));
});

test('an environment that names itself out of the output folder is refused', () => {
  class Odd extends Environment {
    override readonly name: any = '../../up';
  }
  expect(() => new MlApp({ name: 'shop', environment: new Odd('dev') })).toThrow(
    /^MlApp: 1 problem\n {2}environment\.name\n {4}got {7}'\.\.\/\.\.\/up'/,
  );
});

test('two apps that share a folder, as stock apps may, leave each other’s files alone', () =>
  inTemporaryFolder((out) => {
    const dev = app(out, ['dev']);
    dev.synth();
    const prod = app(out, ['prod', 'old']);
    prod.synth();
    dev.synth();
    app(out, ['prod']).synth();
    expect(Object.keys(filesIn(out))).toEqual(['dev.k8s.yaml', 'prod.k8s.yaml']);
    expect(recordsIn(out)).toEqual({ 'cdk8s-ml.files': ['dev.k8s.yaml', 'prod.k8s.yaml'] });
  }));

test('what a killed run left is cleaned, and what another process is writing is not', () =>
  inTemporaryFolder((out) => {
    const self = writerOf(temporaryName(0))!;
    const by = (count: number, writer: Partial<Writer>) => temporaryName(count, { ...self, ...writer });
    const left = [by(0, { process: 999999999 }), by(7, {}), '.x.tmp'];
    const beingWritten = [
      by(0, { process: process.ppid }),
      by(0, { thread: self.thread + 1 }),
      // nothing is known of the processes of another container
      by(0, { host: 'abcdef01', process: 999999999 }),
    ];
    const longAgo = [by(1, { process: process.ppid }), by(1, { host: 'abcdef01' })];
    for (const name of [...left, ...beingWritten, ...longAgo]) put(join(out, name));
    for (const name of longAgo) utimesSync(join(out, name), 1, 1);
    expect(counts([app(out, ['a'])])).toEqual([[1, 1, 1, 0, 0]]);
    expect(names(out)).toEqual([...beingWritten, '.x.tmp', 'a.k8s.yaml', 'cdk8s-ml.files'].sort());
  }));

describe('a folder that cannot be written', () => {
  const sound = (out: string) => app(join(out, 'sound'), ['a']);

  test.each([
    ['is a file', 'file', 'EEXIST', (out: string) => put(join(out, 'file'))],
    ['is below a file', 'file/out', 'ENOTDIR', (out: string) => put(join(out, 'file'))],
    ['has a folder in the place of a file', 'out', 'EISDIR', (out: string) => put(join(out, 'out/a.k8s.yaml/x'))],
  ])('because it %s is one clear error, and nothing is written', (_, outdir, code, prepare) =>
    inTemporaryFolder((out) => {
      prepare(out);
      const before = names(out);
      expect(() => MlApp.synthAll([sound(out), app(join(out, outdir), ['a', 'b'])])).toThrow(
        new RegExp(`^${out}/.*: 1 problem\n.*\n    got +${code}.*\n    expected  .*\n    fix  .*outdir$`),
      );
      expect(names(out)).toEqual(before);
    }),
  );
});
