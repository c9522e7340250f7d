import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compileWhereStale } from '../../contract/support/assembly';
import { five, inFolder, runChild } from './child';

beforeAll(compileWhereStale, 120_000);

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

test.each([
  [0o022, '644', '755'],
  [0o027, '640', '750'],
  [0o077, '600', '700'],
  [0o002, '664', '775'],
])('under umask %o, files and folders have the modes that it leaves', (umask, file, folder) =>
  inFolder((parent) => {
    const outdir = join(parent, 'dist');
    expect(runChild({ outdir, umask, steps: [['synth', 'old'], ['synth', 'new'], ['list']] }).at(-1)).toEqual(
      five('new'),
    );
    expect([modeOf(outdir), modeOf(join(outdir, 'a')), modeOf(join(outdir, 'a/chart.k8s.yaml'))]).toEqual([
      folder,
      folder,
      file,
    ]);
  }),
);

test('a file that is replaced keeps its mode', () =>
  inFolder((parent) => {
    const outdir = join(parent, 'dist');
    runChild({ outdir, steps: [['synth', 'old']] });
    const [shut, shared] = ['a', 'b'].map((name) => join(outdir, name, 'chart.k8s.yaml'));
    chmodSync(shut, 0o600);
    chmodSync(shared, 0o664);
    expect(runChild({ outdir, umask: 0o022, steps: [['synth', 'new'], ['list']] })).toEqual(['done', five('new')]);
    expect([modeOf(shut), modeOf(shared)]).toEqual(['600', '664']);
  }));

test('the bytes are the same at any time, in any zone and in any language', () => {
  const surroundings = [
    { clock: 0, env: { TZ: 'UTC', LANG: 'C' } },
    { clock: -1, env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
    { clock: 8.64e15, env: { TZ: 'America/St_Johns', LANG: 'ar_SA.UTF-8', COLUMNS: '20' } },
  ];
  const hashes = surroundings.map(({ clock, env }) =>
    inFolder((parent) => {
      const outdir = join(parent, 'dist');
      runChild({ outdir, clock, steps: [['synth', 'Iı']] }, { ...process.env, ...env });
      return hashOf(outdir);
    }),
  );
  expect(new Set(hashes).size).toBe(1);
});

test('a clock that was put back leaves no temporary file for ever, and takes none from who is writing', () =>
  inFolder((parent) => {
    const outdir = join(parent, 'dist');
    const left = join(outdir, 'a', '.cdk8s-ml-abcdef01-1-0-0.tmp');
    const steps = [['synth', 'old'], ['run', `touch ${left}`], ['synth', 'new'], ['list']] as const;
    const soon = runChild({ outdir, steps }).at(-1);
    expect(Object.keys(soon)).toContain('a/.cdk8s-ml-abcdef01-1-0-0.tmp');
    const later = runChild({ outdir, clock: Date.now() + 120_000, steps: [['synth', 'old'], ['list']] }).at(-1);
    expect(later).toEqual(five('old'));
  }));

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  return hash.digest('hex');
}
