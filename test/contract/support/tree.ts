import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The root of the repository. */
export const ROOT = join(__dirname, '..', '..', '..');

/** Paths under a folder of the repository, from its root, with forward slashes, sorted. */
export function filesUnder(folder: string, ending = '.ts'): string[] {
  const full = join(ROOT, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.includes('/node_modules/'))
    .sort();
}

/** What git has, or would take: tracked files and those it does not ignore, except what was deleted. */
export function filesInGit(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return [...new Set(list.split('\0'))].filter((file) => file && existsSync(join(ROOT, file))).sort();
}

export function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Fails with one line for each fault, under a title that says what is asked. */
export function expectNone(title: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  const error = new Error(`${title}\n${[...faults].map((fault) => `  ${fault}`).join('\n')}`);
  error.stack = error.message;
  throw error;
}
