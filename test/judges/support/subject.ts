import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Environment } from '../../../lib';
import { ROOT } from './paths';

/** The manifests of one place, judged together: a judge that looks for a NetworkPolicy must not find another's. */
export interface Subject {
  /** `app/environment`. */
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
  /** The minor of Kubernetes 1 that they are for. */
  readonly minor: number;
}

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: any;
}

const DIST = join(ROOT, 'dist');

/** One for each environment of each app, as the apps themselves name them; each has manifests, or this throws. */
export function committed(): Subject[] {
  const subjects = foldersOf(join(ROOT, 'apps')).flatMap((app) =>
    environmentsOf(app).map(({ name, cluster }) => subject(`${app}/${name}`, join(DIST, app, name), cluster.minor)),
  );
  const known = new Set(subjects.map(({ name }) => name));
  const strange = foldersOf(DIST)
    .flatMap((app) => foldersOf(join(DIST, app)).map((environment) => `${app}/${environment}`))
    .filter((name) => !known.has(name));
  if (strange.length > 0) throw new Error(`dist/ has ${strange.join(', ')}, which no app makes`);
  return subjects;
}

export function subject(name: string, folder: string, minor: number): Subject {
  const files = yamlIn(folder);
  const result = { name, folder, files, minor };
  if (manifestsOf(result).length === 0)
    throw new Error(`${name} has no manifests, so there is nothing to judge: run npm run synth`);
  return result;
}

export function manifestsOf({ files }: Pick<Subject, 'files'>): Manifest[] {
  return files.flatMap((file) => loadAll(readFileSync(file, 'utf8')) as Manifest[]).filter(Boolean);
}

function environmentsOf(app: string): Environment[] {
  const { ENVIRONMENTS } = require(join(ROOT, 'apps', app, 'environments')) as { ENVIRONMENTS?: Environment[] };
  if (!ENVIRONMENTS?.length) throw new Error(`apps/${app}/environments.ts exports no ENVIRONMENTS`);
  return ENVIRONMENTS;
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function yamlIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
