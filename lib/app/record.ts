import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIfExists } from './file-errors';
import type { MlAppSettings } from './settings';

/**
 * The record of an app: a text file in its output folder with the names of the files that it wrote there. Only these are
 * removed when the app no longer produces them. Its name has none of the extensions that kubectl and GitOps tools read.
 */
export function recordName({ name, environment }: Pick<MlAppSettings, 'name' | 'environment'>): string {
  return ['cdk8s-ml', name, environment, 'files'].filter((part) => part !== undefined).join('.');
}

const HEADER =
  '# Files that cdk8s-ml wrote here. It removes those that the app no longer produces, and no others. Commit this.\n';

/** The text of a record: names relative to the output folder, sorted. */
export function recordText(names: Iterable<string>): string {
  return (
    HEADER +
    [...names]
      .sort()
      .map((name) => `${name}\n`)
      .join('')
  );
}

/** The names on record; `undefined` without a record. */
export function readRecord(file: string): ReadonlySet<string> | undefined {
  const text = readIfExists(file, () => readFileSync(file, 'utf8'));
  return text === undefined ? undefined : new Set(text.split(/\r?\n/).filter(isNameOfFile));
}

/** The names that are regular files: what somebody put in the place of a file of the app is not the app's. */
export function thatExist(outdir: string, names: readonly string[]): string[] {
  return names.filter((name) => {
    const file = join(outdir, name);
    return readIfExists(file, () => lstatSync(file))?.isFile() ?? false;
  });
}

/** Synthesis writes to the output folder and to the folders in it. Everything else in a record was not written by it. */
function isNameOfFile(line: string): boolean {
  const parts = line.split('/');
  return /^[^#\\\0]+$/.test(line) && parts.length <= 2 && !parts.some((part) => ['', '.', '..'].includes(part));
}
