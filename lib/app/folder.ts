import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ifThere } from './attempt';
import { hasEnded, writerOf } from './temporary-name';

/** The output folder of one app, and what is to be in it. */
export interface PlannedFolder {
  readonly outdir: string;
  /** What the names of all files of the app end with. */
  readonly extension: string;
  readonly files: readonly { readonly file: string; readonly text: string }[];
  /** Whether every folder in it belongs to the app, also those that the app writes nothing into any more. */
  readonly ownsSubfolders: boolean;
  /** Whether a file there is another app's, which shares the folder. */
  isForeign(file: string): boolean;
}

/** What has to be done for the plan to be true. */
export interface FolderChanges {
  readonly outdir: string;
  readonly write: readonly { readonly file: string; readonly text: string; readonly isNew: boolean }[];
  /** Files with the extension of the app that the app no longer produces. */
  readonly stale: readonly string[];
  /** Temporary files of a run that was killed. */
  readonly leftovers: readonly string[];
  /** Folders in which nothing is left once those are gone. */
  readonly emptied: readonly string[];
}

/** Looks, and changes nothing. */
export function changesOf(plan: PlannedFolder): FolderChanges {
  const produced = new Set(plan.files.map(({ file }) => file));
  const write = plan.files.flatMap(({ file, text }) => {
    const found = ifThere(file, () => readFileSync(file, 'utf8'));
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

/** The output folder, and those in it that are the app's. */
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
  return ifThere(folder, () => readdirSync(folder, { withFileTypes: true })) ?? [];
}

function isOwn({ extension, isForeign }: PlannedFolder, file: string, name: string): boolean {
  if (!extension.startsWith('.') || !name.endsWith(extension) || isForeign(file)) return false;
  // `.k8s.yaml` is cdk8s's own; `.yaml` is also that of what people write by hand beside the output
  return extension.lastIndexOf('.') > 0 || LOOKS_GENERATED.test(ifThere(file, () => readFileSync(file, 'utf8')) ?? '-');
}

/** How every object that cdk8s renders begins; a Kustomization does too, but it is nobody's output. */
const LOOKS_GENERATED = /^(?:$|apiVersion: .*\nkind: (?!Kustomization\n).*\nmetadata:\n)/;

/** Younger than this, a temporary file may be one that another process is writing right now. */
const WRITING_MS = 60_000;

function isLeftover(file: string, name: string): boolean {
  const writer = writerOf(name);
  if (writer === undefined) return false;
  const found = ifThere(file, () => statSync(file));
  if (found === undefined) return false;
  return Date.now() - found.mtimeMs > WRITING_MS || hasEnded(writer);
}
