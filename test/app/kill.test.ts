import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generationOf, synthesizeGeneration } from './generations';
import { filesIn, inTemporaryFolder, inTemporaryFolderAsync, recordsIn } from './same-as-stock';

const CHILD = join(__dirname, 'killed-synth.ts');

/** Runs the child until it is killed, by itself or, where it runs forever, some time after it began. */
function killed(folder: string, operation: string, count = 0): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, operation, `${count}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (operation === 'forever') child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), count));
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
}

const isTemporary = (path: string) => path.endsWith('.tmp');

const FILES = ['a', 'b', 'c', 'new-1', 'new-2'].map((id) => `${id}.k8s.yaml`);

/** What every kill must leave: whole files of either generation, each on record, which the next run makes one. */
function expectRepaired(folder: string): void {
  const records = recordsIn(folder);
  for (const [path, text] of Object.entries(filesIn(folder))) {
    if (isTemporary(path)) continue;
    generationOf(text);
    const [app, file] = path.split('/');
    expect(records[`${app}/cdk8s-ml.${app}.files`]).toContain(file);
  }
  synthesizeGeneration(folder, 'new');
  const files = filesIn(folder);
  expect(Object.keys(files)).toEqual(['first', 'second'].flatMap((app) => FILES.map((file) => `${app}/${file}`)));
  expect(recordsIn(folder)).toEqual({
    'first/cdk8s-ml.first.files': FILES,
    'second/cdk8s-ml.second.files': FILES,
  });
  expect(Object.values(files).map(generationOf)).toEqual(Array(10).fill('new'));
}

test.each([
  // for each of two apps, 5 files and the record twice are staged; 2 records are renamed, 10 files, 4 stale ones removed,
  // and 2 records renamed
  ['writeFileSync', 4, { temporary: 4, old: 10, new: 0 }],
  ['renameSync', 1, { temporary: 14, old: 10, new: 0 }],
  ['renameSync', 2, { temporary: 13, old: 10, new: 0 }],
  ['renameSync', 9, { temporary: 6, old: 6, new: 6 }],
  ['rmSync', 2, { temporary: 2, old: 3, new: 10 }],
  ['renameSync', 13, { temporary: 2, old: 0, new: 10 }],
  ['renameSync', 14, { temporary: 1, old: 0, new: 10 }],
])('killed in %s number %i, no file is torn, and the next run repairs it', (operation, count, left) =>
  inTemporaryFolderAsync(async (folder) => {
    synthesizeGeneration(folder, 'old');
    expect(await killed(folder, operation, count)).toBe('SIGKILL');
    const files = Object.entries(filesIn(folder));
    const generations = files.filter(([path]) => !isTemporary(path)).map(([, text]) => generationOf(text));
    expect({
      temporary: files.filter(([path]) => isTemporary(path)).length,
      old: generations.filter((generation) => generation === 'old').length,
      new: generations.filter((generation) => generation === 'new').length,
    }).toEqual(left);
    expectRepaired(folder);
  }),
);

test('killed at any moment, no file is torn, and the next run repairs it', async () => {
  const delays = [0, 7, 31, 83].map((delay) => delay + Math.random() * 20);
  await Promise.all(
    delays.map((delay) =>
      inTemporaryFolderAsync(async (folder) => {
        expect(await killed(folder, 'forever', delay)).toBe('SIGKILL');
        expectRepaired(folder);
      }),
    ),
  );
});

test('the test would see a torn file', () =>
  inTemporaryFolder((folder) => {
    synthesizeGeneration(folder, 'old');
    const [text] = Object.values(filesIn(folder));
    expect(generationOf(text)).toBe('old');
    for (const torn of ['', text.slice(0, 1000), text.slice(0, -1), `${text.slice(0, -8)}    new\n`])
      expect(() => generationOf(torn)).toThrow('torn');
    expect(existsSync(join(folder, 'first/a.k8s.yaml'))).toBe(true);
  }));
