import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ApiObject, type AppProps, Chart, YamlOutputType } from 'cdk8s';
import { MlApp, type MlAppProps } from '../../lib/app';
import { temporaryName, type Writer, writerOf } from '../../lib/app/temporary-name';
import { Environment } from '../../lib/values/environment';
import { filesIn, inTemporaryFolder } from './same-as-stock';

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
    expect(names(out).map((name) => statSync(join(out, name)).mtimeMs)).toEqual([1000, 1000]);

    const changed = app(out, ['a', 'b', 'c']);
    (changed.node.findChild('b').node.findChild('cm') as ApiObject).metadata.addLabel('new', 'yes');
    expect(counts([changed])).toEqual([[3, 3, 1, 1, 0]]);
    expect(statSync(join(out, 'a.k8s.yaml')).mtimeMs).toBe(1000);
    expect(filesIn(out)['b.k8s.yaml']).toContain('"new": "yes"'.replaceAll('"new"', 'new'));
  }));

test('stale files of the app are removed, and nothing else', () =>
  inTemporaryFolder((out) => {
    app(out, ['a', 'b']).synth();
    const foreign = ['kustomization.yaml', 'b.txt', 'notes.md', '.k8s.yaml.swp', 'other/b.k8s.yaml', 'dir.k8s.yaml/x'];
    for (const name of foreign) put(join(out, name));
    symlinkSync('b.txt', join(out, 'link.k8s.yaml'));
    put(join(out, 'torn.k8s.yaml'), 'apiVer');
    expect(counts([app(out, ['a'])])).toEqual([[1, 1, 0, 0, 2]]);
    expect(names(out)).toEqual([...foreign, 'a.k8s.yaml', 'link.k8s.yaml', 'other/', 'dir.k8s.yaml/'].sort());
  }));

test('with an extension that people use as well, only what looks generated is stale', () =>
  inTemporaryFolder((out) => {
    const props = { outputFileExtension: '.yaml' };
    app(out, ['a', 'b'], props).synth();
    put(
      join(out, 'kustomization.yaml'),
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata:\n  name: x\n',
    );
    put(join(out, 'values.yaml'), 'replicas: 2\n');
    put(join(out, 'by-hand.yaml'), '# mine\napiVersion: v1\nkind: Secret\nmetadata:\n  name: x\n');
    app(out, ['a'], props).synth();
    expect(names(out)).toEqual(['a.yaml', 'by-hand.yaml', 'kustomization.yaml', 'values.yaml']);
  }));

describe('folders of charts', () => {
  test('are emptied, and removed when empty, where the whole folder is the app’s', () =>
    inTemporaryFolder((out) => {
      const props = { ...FOLDERS, name: 'shop', environment: new Environment('prod') };
      app(out, ['a', 'b', 'c'], props).synth();
      put(join(out, 'shop/prod/c/notes.md'));
      put(join(out, 'shop/prod/.git/x.k8s.yaml'));
      app(out, ['a'], props).synth();
      expect(names(join(out, 'shop/prod'))).toEqual(
        ['a/', 'a/ConfigMap.a.k8s.yaml', 'c/', 'c/notes.md', '.git/', '.git/x.k8s.yaml'].sort(),
      );
      app(out, ['a'], { ...props, yamlOutputType: YamlOutputType.FILE_PER_CHART }).synth();
      expect(Object.keys(filesIn(join(out, 'shop/prod')))).toEqual(['.git/x.k8s.yaml', 'a.k8s.yaml', 'c/notes.md']);
    }));

  test('are left alone where another app may have made them', () =>
    inTemporaryFolder((out) => {
      app(out, ['a', 'b'], FOLDERS).synth();
      put(join(out, 'a/ConfigMap.old.k8s.yaml'));
      app(out, ['a'], FOLDERS).synth();
      expect(Object.keys(filesIn(out))).toEqual(['a/ConfigMap.a.k8s.yaml', 'b/ConfigMap.b.k8s.yaml']);
    }));
});

test('two apps that share a folder, as stock apps may, leave each other’s files alone', () =>
  inTemporaryFolder((out) => {
    const dev = app(out, ['dev']);
    dev.synth();
    const prod = app(out, ['prod', 'old']);
    prod.synth();
    dev.synth();
    app(out, ['prod']).synth();
    expect(names(out)).toEqual(['dev.k8s.yaml', 'prod.k8s.yaml']);
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
    expect(names(out)).toEqual([...beingWritten, '.x.tmp', 'a.k8s.yaml'].sort());
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
