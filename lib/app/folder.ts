import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readIfExists } from './file-errors';
import { hasEnded, writerOf } from './temporary-name';

/** The output folder of one app, and the files to write into it. */
export interface PlannedFolder {
  readonly outdir: string;
  /** The extension of all files of the app. */
  readonly extension: string;
  readonly files: readonly { readonly file: string; readonly text: string }[];
  /** Whether every folder in it belongs to the app, also those that the app no longer writes to. */
  readonly ownsSubfolders: boolean;
  /** Whether a file belongs to another app that shares the folder. */
  isForeign(file: string): boolean;
}

/** The changes to an output folder. */
export interface FolderChanges {
  readonly outdir: string;
  readonly write: readonly { readonly file: string; readonly text: string; readonly isNew: boolean }[];
  /** Files of the app that it no longer produces. */
  readonly stale: readonly string[];
  /** Temporary files of a killed run. */
  readonly leftovers: readonly string[];
  /** Folders that are empty when those are removed. */
  readonly emptied: readonly string[];
}

/** Compares the folder with the plan. Changes nothing. */
export function changesOf(plan: PlannedFolder): FolderChanges {
  const produced = new Set(plan.files.map(({ file }) => file));
  const write = plan.files.flatMap(({ file, text }) => {
    const found = readIfExists(file, () => readFileSync(file, 'utf8'));
    return found === text ? [] : [{ file, text, isNew: found === undefined }];
  });
  const stale: string[] = [];
  const leftovers: string[] = [];
  const emptied: string[] = [];
  for (const folder of foldersOf(plan)) {
    const entries = entriesOf(folder);
    const removed = entries.filter((entry) => {
      const file = join(folder, entry.name);
      if (!entry.isFile() || produced.has(file)) return false;
      if (isLeftover(file, entry.name)) return leftovers.push(file);
      return isOwn(plan, file, entry.name) && stale.push(file);
    });
    const keeps = plan.files.some(({ file }) => dirname(file) === folder);
    if (folder !== plan.outdir && removed.length && removed.length === entries.length && !keeps) emptied.push(folder);
  }
  return { outdir: plan.outdir, write, stale, leftovers, emptied };
}

/** The output folder, and the folders of the app in it. */
function foldersOf({ outdir, files, ownsSubfolders }: PlannedFolder): Set<string> {
  const folders = new Set([outdir, ...files.map(({ file }) => dirname(file))]);
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

function isOwn({ extension, isForeign }: PlannedFolder, file: string, name: string): boolean {
  if (!extension.startsWith('.') || !name.endsWith(extension) || isForeign(file)) return false;
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
