import { mkdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fail, type Problem } from '../internal/errors';
import { type FolderChanges, temporaryName } from './folder';

/**
 * Brings the folders of all apps to what was planned. Every new content is written under a temporary name first, so that
 * a full disk or a folder without permission is met before the first file is replaced; then file after file is
 * replaced by renaming, which no reader and no kill can see half done; what is stale goes last.
 */
export function writeFolders(folders: readonly FolderChanges[]): void {
  const staged = stage(folders);
  for (const { temporary, file } of staged) attempt(file, 'replaced', () => renameSync(temporary, file));
  for (const { stale, leftovers, emptied } of folders) {
    for (const file of [...stale, ...leftovers]) attempt(file, 'removed', () => unlinkSync(file));
    for (const folder of emptied) quietly(() => rmdirSync(folder));
  }
}

interface StagedFile {
  readonly temporary: string;
  readonly file: string;
}

function stage(folders: readonly FolderChanges[]): StagedFile[] {
  const staged: StagedFile[] = [];
  const made: string[] = [];
  try {
    for (const { outdir, write } of folders) {
      attempt(outdir, 'made', () => makeFolder(outdir, made));
      for (const { file, text } of write) {
        const temporary = join(dirname(file), temporaryName(staged.length));
        attempt(file, 'written', () => {
          makeFolder(dirname(file), made);
          staged.push({ temporary, file });
          writeFileSync(temporary, text);
        });
      }
    }
    return staged;
  } catch (error) {
    for (const { temporary } of staged) quietly(() => unlinkSync(temporary));
    for (const folder of made.reverse()) quietly(() => rmdirSync(folder));
    throw error;
  }
}

function makeFolder(folder: string, made: string[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  made.push(first);
  let path = first;
  for (const part of folder.slice(first.length).split(sep).filter(Boolean)) {
    path = join(path, part);
    made.push(path);
  }
}

/** What the file system refuses is told like everything else that a user can put right. */
function attempt(path: string, verb: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    fail([cannotBe(path, verb, error as NodeJS.ErrnoException)]);
  }
}

function cannotBe(path: string, verb: string, { code, message }: NodeJS.ErrnoException): Problem {
  return {
    path,
    prop: `cannot be ${verb}`,
    got: { toHumanString: () => message },
    expected: 'a folder that this process may write to',
    fix: FIXES[code ?? ''] ?? 'see the message of the file system, or choose another outdir',
  };
}

const FIXES: { [code: string]: string } = {
  EACCES: 'give this user the permission to write there, or choose another outdir',
  EPERM: 'give this user the permission to write there, or choose another outdir',
  EROFS: 'choose an outdir on a file system that is not read-only',
  ENOSPC: 'free some space on the disk; nothing was replaced',
  ENOTDIR: 'a file has the name of a folder on the way there: remove it, or choose another outdir',
  EEXIST: 'a file has the name of this folder: remove it, or choose another outdir',
  EISDIR: 'a folder has the name of this file: remove it, or choose another outdir',
};

/** For tidying up, which must not hide the error that led to it. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // it stays; the next run finds what it knows as its own
  }
}
