import { type Dirent, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { readIfExists, withFileErrors } from './file-errors';
import { readRecord, thatExist } from './record';
import { hasEnded, writerOf } from './temporary-name';

/** The output folder of one app, and the files that the app produces in it. */
export interface OutputFolder {
  readonly outdir: string;
  /** The extension of all files of the app. */
  readonly extension: string;
  /** The name of the record of the app in it. */
  readonly record: string;
  /** Names relative to the folder, with `/` on every system. */
  readonly files: ReadonlySet<string>;
  /** Files of other apps of this process that share the folder. */
  readonly foreign: ReadonlySet<string>;
  /** Whether the name of the app tells it from all others that may write into the folder. */
  readonly isNamed: boolean;
  /** Whether every folder in it belongs to the app, also those that the app no longer writes to. */
  readonly ownsSubfolders: boolean;
}

/** What is in an output folder beside the files that the app produces. Names are relative to the folder. */
export interface Remains {
  /** Files of the app, by its record, that it no longer produces. */
  readonly stale: readonly string[];
  /** Files that look as if synthesis had written them, but that are not known to be of this app. */
  readonly unknown: readonly string[];
  /** Files that are on record after this run. */
  readonly kept: readonly string[];
  /** Temporary files of runs that were killed. */
  readonly leftovers: readonly string[];
}

/**
 * Finds what earlier runs wrote and this one does not. Changes nothing.
 *
 * @param temporaries the temporary files of this run
 */
export function findRemains(folder: OutputFolder, temporaries: ReadonlySet<string>): Remains {
  const { outdir, files, foreign } = folder;
  const found = filesIn(folder);
  const rest = {
    kept: [...files, ...thatExist(outdir, [...foreign])],
    leftovers: found.filter((name) => !temporaries.has(join(outdir, name)) && isLeftover(join(outdir, name))),
  };
  const record = readRecord(join(outdir, folder.record));
  if (record === undefined)
    return { ...rest, stale: [], unknown: found.filter((name) => looksGenerated(folder, name)) };
  const own = [...record].filter((name) => !foreign.has(name));
  const stale = thatExist(
    outdir,
    own.filter((name) => !files.has(name)),
  );
  // an app without a name has its record in common with all others without a name: one that writes none of the files on
  // record is another one
  const isAnothers = !folder.isNamed && files.size > 0 && !own.some((name) => files.has(name));
  return isAnothers ? { ...rest, stale: [], unknown: stale } : { ...rest, stale, unknown: [] };
}

/** The regular files in the folders of the app that it does not produce, nor another app of this process. */
function filesIn(folder: OutputFolder): string[] {
  return foldersOf(folder).flatMap((path) =>
    entriesOf(join(folder.outdir, path))
      .filter((entry) => entry.isFile())
      .map((entry) => (path === '' ? entry.name : `${path}/${entry.name}`))
      .filter((name) => !folder.files.has(name) && !folder.foreign.has(name)),
  );
}

/** Removes stale files, temporary files of killed runs, and folders that are empty then. */
export function removeRemains({ outdir }: OutputFolder, { stale, leftovers }: Remains): void {
  const names = [...stale, ...leftovers];
  for (const name of names) {
    const file = join(outdir, name);
    withFileErrors(file, 'removed', () => rmSync(file, { force: true }));
  }
  for (const folder of new Set(names.map((name) => dirname(name)))) {
    if (folder === '.') continue;
    try {
      rmdirSync(join(outdir, folder));
    } catch {
      // other files are in it
    }
  }
}

/** The output folder (the empty path), and the folders of the app in it. */
function foldersOf({ outdir, files, ownsSubfolders }: OutputFolder): string[] {
  const folders = new Set(['', ...[...files].map((name) => name.split('/').slice(0, -1).join('/'))]);
  if (ownsSubfolders) {
    for (const entry of entriesOf(outdir)) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) folders.add(entry.name);
    }
  }
  return [...folders];
}

function entriesOf(folder: string): Dirent[] {
  return readIfExists(folder, () => readdirSync(folder, { withFileTypes: true })) ?? [];
}

function looksGenerated({ outdir, extension }: OutputFolder, name: string): boolean {
  if (!extension.startsWith('.') || !name.endsWith(extension)) return false;
  const file = join(outdir, name);
  // `.k8s.yaml` is the extension of cdk8s; files written by hand beside the output also end with `.yaml`
  return extension.lastIndexOf('.') > 0 || GENERATED.test(readIfExists(file, () => readFileSync(file, 'utf8')) ?? '-');
}

/** The first lines of every object that cdk8s renders. A Kustomization has them too, but is written by hand. */
const GENERATED = /^(?:$|apiVersion: .*\nkind: (?!Kustomization\n).*\nmetadata:\n)/;

/** Another process may still be writing a temporary file that is younger than this. */
const WRITING_MS = 60_000;

function isLeftover(file: string): boolean {
  const writer = writerOf(basename(file));
  if (writer === undefined) return false;
  const found = readIfExists(file, () => statSync(file));
  if (found === undefined) return false;
  return Date.now() - found.mtimeMs > WRITING_MS || hasEnded(writer);
}

/** A path in an output folder as it stands in a record. */
export function recorded(path: string): string {
  return path.split(sep).join('/');
}
