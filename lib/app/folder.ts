import { type Dirent, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readIfExists, withFileErrors } from './file-errors';
import { hasEnded, writerOf } from './temporary-name';

/** The output folder of one app, and the files that the app produces in it. */
export interface OutputFolder {
  readonly outdir: string;
  /** The extension of all files of the app. */
  readonly extension: string;
  readonly files: ReadonlySet<string>;
  /** Whether every folder in it belongs to the app, also those that the app no longer writes to. */
  readonly ownsSubfolders: boolean;
  /** Returns whether a file belongs to another app that shares the folder. */
  foreignFiles(): (file: string) => boolean;
}

/** What has to be removed from an output folder. */
export interface Removals {
  /** Files of the app that it no longer produces. */
  readonly stale: readonly string[];
  /** Temporary files of a killed run. */
  readonly leftovers: readonly string[];
  /** Folders that are empty when those are removed. */
  readonly emptied: readonly string[];
}

/**
 * Finds what has to be removed from the folder. Changes nothing.
 *
 * @param temporaries the temporary files of this run
 */
export function findRemovals(folder: OutputFolder, temporaries: ReadonlySet<string>): Removals {
  const stale: string[] = [];
  const leftovers: string[] = [];
  const emptied: string[] = [];
  const isForeign = folder.foreignFiles();
  const used = new Set([...folder.files].map((file) => dirname(file)));
  for (const path of foldersOf(folder, used)) {
    const entries = entriesOf(path);
    const removed = entries.filter((entry) => {
      const file = join(path, entry.name);
      if (!entry.isFile() || folder.files.has(file) || temporaries.has(file)) return false;
      if (isLeftover(file, entry.name)) return leftovers.push(file);
      return !isForeign(file) && isOwn(folder, file, entry.name) && stale.push(file);
    });
    const isEmptied = removed.length > 0 && removed.length === entries.length && !used.has(path);
    if (isEmptied && path !== folder.outdir) emptied.push(path);
  }
  return { stale, leftovers, emptied };
}

export function remove({ stale, leftovers, emptied }: Removals): void {
  for (const file of [...stale, ...leftovers]) withFileErrors(file, 'removed', () => rmSync(file, { force: true }));
  for (const folder of emptied) {
    try {
      rmdirSync(folder);
    } catch {
      // another process wrote into it
    }
  }
}

/** The output folder, and the folders of the app in it. */
function foldersOf({ outdir, ownsSubfolders }: OutputFolder, used: ReadonlySet<string>): Set<string> {
  const folders = new Set([outdir, ...used]);
  if (ownsSubfolders) {
    for (const entry of entriesOf(outdir)) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) folders.add(join(outdir, entry.name));
    }
  }
  return folders;
}

function entriesOf(folder: string): Dirent[] {
  return readIfExists(folder, () => readdirSync(folder, { withFileTypes: true })) ?? [];
}

function isOwn({ extension }: OutputFolder, file: string, name: string): boolean {
  if (!extension.startsWith('.') || !name.endsWith(extension)) return false;
  // `.k8s.yaml` is the extension of cdk8s; files written by hand beside the output also end with `.yaml`
  return (
    extension.lastIndexOf('.') > 0 || LOOKS_GENERATED.test(readIfExists(file, () => readFileSync(file, 'utf8')) ?? '-')
  );
}

/** The first lines of every object that cdk8s renders. A Kustomization has them too, but is written by hand. */
const LOOKS_GENERATED = /^(?:$|apiVersion: .*\nkind: (?!Kustomization\n).*\nmetadata:\n)/;

/** Another process may still be writing a temporary file that is younger than this. */
const WRITING_MS = 60_000;

function isLeftover(file: string, name: string): boolean {
  const writer = writerOf(name);
  if (writer === undefined) return false;
  const found = readIfExists(file, () => statSync(file));
  if (found === undefined) return false;
  return Date.now() - found.mtimeMs > WRITING_MS || hasEnded(writer);
}
