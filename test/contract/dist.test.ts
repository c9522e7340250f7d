import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { filesInGit, filesUnder, ROOT } from './support/tree';

/** What reviewers read must be what the apps say now; both ways of synthesizing must say the same. */

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'cdk8s-ml-dist-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

test('npm run synth gives the committed dist/, and the same again', () => {
  synthByItself(out);
  expect(difference(out)).toEqual([]);
  synthByItself(out);
  expect(difference(out)).toEqual([]);
}, 120_000);

test('npx cdk8s synth gives the committed dist/, and the same again', () => {
  synthByCli(out);
  expect(difference(out)).toEqual([]);
  synthByCli(out);
  expect(difference(out)).toEqual([]);
}, 120_000);

test('dist/ is committed, and holds YAML and the records of what was written only', () => {
  const inGit = filesInGit().filter((file) => file.startsWith('dist/'));
  expect(inGit).toEqual(filesUnder('dist', ''));
  const records = inGit.filter((file) => /^dist\/([a-z0-9-]+)\/([a-z0-9-]+)\/cdk8s-ml\.\1\.\2\.files$/.test(file));
  expect(records.length).toBe(new Set(inGit.map((file) => dirname(file))).size);
  const others = inGit.filter((file) => !records.includes(file));
  expect(others.filter((file) => !/^dist\/[a-z0-9-]+\/[a-z0-9-]+\/.+\.yaml$/.test(file))).toEqual([]);
  expect(inGit.length).toBeGreaterThan(0);
});

function synthByItself(folder: string): void {
  run(['tsx', 'apps/main.ts'], { CDK8S_OUTDIR: folder });
}

function synthByCli(folder: string): void {
  run(['cdk8s', 'synth', '--check-upgrade=false', '--output', folder], {});
}

function run(command: readonly string[], env: Record<string, string>): void {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', ...command], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
}

/** Files that are only here, only there, or not the same. */
function difference(folder: string): string[] {
  const committed = filesUnder('dist', '').map((file) => file.slice('dist/'.length));
  const fresh = filesIn(folder);
  return [...new Set([...committed, ...fresh])].sort().flatMap((file) => {
    if (!fresh.includes(file)) return [`dist/${file} is not synthesized any more`];
    if (!committed.includes(file)) return [`dist/${file} is new`];
    const same = readFileSync(join(folder, file)).equals(readFileSync(join(ROOT, 'dist', file)));
    return same ? [] : [`dist/${file} is not up to date: run npm run synth, and read the diff`];
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
