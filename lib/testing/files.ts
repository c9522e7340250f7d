import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { Checker } from '../internal/errors';
import { type KubernetesObject, objectsOf } from './objects';

/** `Yaml.load` starts a process for each call and takes 10 MiB of output from it: many files are read by one call. */
const BATCH_BYTES = 8 * 2 ** 20;
const MARK = 'cdk8s-ml.io/file';

/** The objects of a file, or of every YAML file in a folder and the folders in it, in the order of their paths. */
export function objectsInFiles(path: string): KubernetesObject[] {
  return objectsInTexts(filesAt(path).map((file) => ({ file, text: readFileSync(file, 'utf8') })));
}

/** The objects of texts, in their order. */
export function objectsInTexts(sources: readonly SourceFile[]): KubernetesObject[] {
  return batches(sources).flatMap(load);
}

function filesAt(path: string): string[] {
  const check = Checker.named('Manifests.fromFiles').at('path');
  const fix = 'give the path of a YAML file, or of a folder with YAML files in it, and synthesize first';
  if (!existsSync(path)) check.refuse(path, 'a file or folder that exists', fix);
  check.done();
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort();
  if (files.length === 0) check.refuse(path, 'a folder with *.yaml or *.yml files in it', fix);
  check.done();
  return files;
}

/** A file, and what is in it. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

function batches(sources: readonly SourceFile[]): SourceFile[][] {
  const all: SourceFile[][] = [[]];
  let bytes = 0;
  for (const { file, text: given } of sources) {
    const text = given.replace(/^\uFEFF/, '');
    if (bytes > 0 && bytes + text.length > BATCH_BYTES) {
      all.push([]);
      bytes = 0;
    }
    bytes += text.length;
    all[all.length - 1].push({ file, text });
  }
  return all;
}

function load(batch: readonly SourceFile[]): KubernetesObject[] {
  if (batch.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-'));
  try {
    const joined = join(folder, 'manifests.yaml');
    writeFileSync(joined, batch.map(withMark).join(''));
    return byFile(Yaml.load(joined)).flatMap(({ file, documents }) => objectsOf(documents, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A marker document before each file records where the documents after it came from; `...` ends a document before directives. */
function withMark({ file, text }: SourceFile): string {
  return `---\n${JSON.stringify({ [MARK]: file })}\n...\n${text}${text.endsWith('\n') ? '' : '\n'}...\n`;
}

function byFile(documents: readonly unknown[]): { file: string; documents: unknown[] }[] {
  const files: { file: string; documents: unknown[] }[] = [];
  for (const document of documents) {
    const file = (document as Record<string, unknown>)[MARK];
    if (typeof file === 'string') files.push({ file, documents: [] });
    else files[files.length - 1].documents.push(document);
  }
  return files;
}
