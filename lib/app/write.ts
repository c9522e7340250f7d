import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { attempt } from './attempt';
import type { FolderChanges } from './folder';
import { temporaryName } from './temporary-name';

/**
 * Brings the folders of all apps to what was planned. Every new content is written under a temporary name first, so that
 * a full disk or a folder without permission is met before the first file is replaced; then file after file is
 * replaced by renaming, which no reader and no kill can see half done; what is stale goes last.
 */
export function writeFolders(folders: readonly FolderChanges[]): void {
  const staged = stage(folders);
  cleaningUp(() => {
    for (const { temporary, file } of staged) attempt(file, 'replaced', () => renameSync(temporary, file));
  }, staged);
  for (const { stale, leftovers, emptied } of folders) {
    for (const file of [...stale, ...leftovers]) attempt(file, 'removed', () => rmSync(file, { force: true }));
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
  const stageFolder = ({ outdir, write }: FolderChanges) => {
    attempt(outdir, 'made', () => makeFolder(outdir, made));
    for (const { file, text, isNew } of write) {
      const temporary = join(dirname(file), temporaryName(staged.length));
      attempt(file, 'written', () => {
        makeFolder(dirname(file), made);
        staged.push({ temporary, file });
        if (isNew) writeFileSync(temporary, text);
        else writeAs(statSync(file).mode, temporary, text);
      });
    }
  };
  cleaningUp(() => folders.forEach(stageFolder), staged, made);
  return staged;
}

/** What somebody shut, or opened, is to stay so when the file is replaced. */
function writeAs(mode: number, file: string, text: string): void {
  writeFileSync(file, text, { mode });
  // the mask of the process may have taken bits away
  chmodSync(file, mode);
}

/** Leaves no temporary file and no folder of this run behind when something fails. */
function cleaningUp(action: () => void, staged: readonly StagedFile[], made: readonly string[] = []): void {
  try {
    action();
  } catch (error) {
    for (const { temporary } of staged) quietly(() => unlinkSync(temporary));
    for (const folder of [...made].reverse()) quietly(() => rmdirSync(folder));
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

/** For tidying up, which must not hide the error that led to it. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // it stays; the next run finds what it knows as its own
  }
}
