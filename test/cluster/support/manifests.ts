import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { parseQuantity } from '../../../lib/internal/quantity';
import type { Manifest } from '../plane/api';

export { type PodTemplate, podTemplatesOf, wholePodsOf } from '../../support/pod-templates';

export const DIST = resolve(__dirname, '..', '..', '..', 'dist');

export interface ManifestFolder {
  /** Such as "churn-predictor/prod". */
  readonly name: string;
  readonly path: string;
  readonly objects: Manifest[];
}

/** Each folder below that holds manifests itself: one app in one environment. */
export function manifestFolders(below: string): ManifestFolder[] {
  if (!existsSync(below)) return [];
  const folders = [
    below,
    ...readdirSync(below, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      return entry.isDirectory() ? [join(entry.parentPath, entry.name)] : [];
    }),
  ];
  return folders
    .map((path) => ({ name: relative(below, path) || '.', path, objects: readManifests(path) }))
    .filter((folder) => folder.objects.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
}

export function readManifests(folder: string): Manifest[] {
  const files = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
  return files.sort().flatMap((name) => {
    return parseAllDocuments(readFileSync(join(folder, name), 'utf8')).flatMap((document) => {
      const object = document.toJS();
      return object?.kind ? [object] : [];
    });
  });
}

/** Fields that the server stores otherwise than they were applied; GitOps tools may report them as drift for ever. */
export function rewrittenFields(applied: unknown, live: unknown, path = ''): string[] {
  if (Array.isArray(applied) && Array.isArray(live)) {
    if (applied.length !== live.length) return [`${path}: ${applied.length} items became ${live.length}`];
    return applied.flatMap((each, index) => rewrittenFields(each, live[index], `${path}[${index}]`));
  }
  if (isObject(applied) && isObject(live)) {
    return Object.entries(applied).flatMap(([key, value]) =>
      rewrittenFields(value, live[key], path ? `${path}.${key}` : key),
    );
  }
  if (Object.is(applied, live) || isSameQuantity(applied, live, path)) return [];
  return [`${path}: ${JSON.stringify(applied)} became ${JSON.stringify(live)}`];
}

/** `2000m` is stored as `2`. Every tool that shows drift compares quantities as numbers, so either spelling will do. */
function isSameQuantity(applied: unknown, live: unknown, path: string): boolean {
  const amounts = /\.(requests|limits|hard|min|max|default|defaultRequest)\.[^.]/;
  const single = /\.(sizeLimit|target\.value|averageValue|tolerance)$/;
  if (!amounts.test(path) && !single.test(path)) return false;
  const [one, other] = [applied, live].map((value) => parseQuantity(String(value)));
  return one !== undefined && one === other;
}

function isObject(value: unknown): value is Manifest {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
