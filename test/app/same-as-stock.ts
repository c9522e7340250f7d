import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'cdk8s';
import { MlApp } from '../../lib/app';

/** What is in a folder: every file, by its path in it. */
export type Tree = { [path: string]: string };

const RECORD = /(^|\/)cdk8s-ml[^/]*\.files$/;

/** All files but records, which stock does not write. */
export function filesIn(folder: string): Tree {
  return treeOf(folder, (path) => !RECORD.test(path));
}

/** The names of files on record, by the path of the record. */
export function recordsIn(folder: string): { [path: string]: string[] } {
  const records = Object.entries(treeOf(folder, (path) => RECORD.test(path)));
  return Object.fromEntries(records.map(([path, text]) => [path, text.split('\n').slice(1, -1)]));
}

function treeOf(folder: string, isWanted: (path: string) => boolean): Tree {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.filter(isWanted).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-test-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function inTemporaryFolderAsync<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-test-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface Synthesized {
  readonly files: Tree;
  readonly text: string;
  readonly charts: string[];
}

/** What stock `App` makes of it, or the error that it throws. */
export function byStock(build: (app: App) => void, props: AppProps = {}): Synthesized | Error {
  return inTemporaryFolder((outdir) => attempt(outdir, new App({ ...props, outdir }), build));
}

/** What `MlApp` makes of it, or the error that it throws. */
export function byMlApp(build: (app: App) => void, props: AppProps = {}): Synthesized | Error {
  return inTemporaryFolder((outdir) => attempt(outdir, new MlApp({ ...props, outdir, rules: false }), build));
}

function attempt(outdir: string, app: App, build: (app: App) => void): Synthesized | Error {
  try {
    build(app);
    app.synth();
    const text = app.synthYaml();
    return { files: filesIn(outdir), text, charts: app.charts.map((chart) => chart.node.path) };
  } catch (error) {
    return error as Error;
  }
}
