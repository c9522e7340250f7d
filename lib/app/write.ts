import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { withFileErrors } from './file-errors';
import type { FolderChanges } from './folder';
import { temporaryName } from './temporary-name';

/**
 * Applies the changes to the folders of all apps. All new content is first written to temporary files, so that a full disk or
 * a missing permission is an error before the first file is replaced. Then each file is replaced by a rename, which is
 * atomic. Stale files are removed last.
 */
export function writeFolders(folders: readonly FolderChanges[]): void {
  const staged = stage(folders);
  withCleanup(() => {
    for (const { temporary, file } of staged) withFileErrors(file, 'replaced', () => renameSync(temporary, file));
  }, staged);
  for (const { stale, leftovers, emptied } of folders) {
    for (const file of [...stale, ...leftovers]) withFileErrors(file, 'removed', () => rmSync(file, { force: true }));
    for (const folder of emptied) ignoreErrors(() => rmdirSync(folder));
  }
}

interface StagedFile {
  readonly temporary: string;
  readonly file: string;
}

function stage(folders: readonly FolderChanges[]): StagedFile[] {
  const staged: StagedFile[] = [];
  const made: string[] = [];
  const stageFolder = ({ outdir, write }: FolderChanges) => {
    withFileErrors(outdir, 'made', () => makeFolder(outdir, made));
    for (const { file, text, isNew } of write) {
      const temporary = join(dirname(file), temporaryName(staged.length));
      withFileErrors(file, 'written', () => {
        makeFolder(dirname(file), made);
        staged.push({ temporary, file });
        if (isNew) writeFileSync(temporary, text);
        else writeAs(statSync(file).mode, temporary, text);
      });
    }
  };
  withCleanup(() => folders.forEach(stageFolder), staged, made);
  return staged;
}

/** A file keeps its permissions when it is replaced. */
function writeAs(mode: number, file: string, text: string): void {
  writeFileSync(file, text, { mode });
  // the umask of the process may have removed bits
  chmodSync(file, mode);
}

/** Removes the temporary files and new folders of this run if the action fails. */
function withCleanup(action: () => void, staged: readonly StagedFile[], made: readonly string[] = []): void {
  try {
    action();
  } catch (error) {
    for (const { temporary } of staged) ignoreErrors(() => unlinkSync(temporary));
    for (const folder of [...made].reverse()) ignoreErrors(() => rmdirSync(folder));
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

/** For cleanup, which must not hide the original error. */
function ignoreErrors(action: () => void): void {
  try {
    action();
  } catch {
    // the next run removes the temporary files of this one
  }
}
