import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { withOurVersions } from '../../support/collected-crds';
import type { ApiClient, Manifest } from './api';
import { sleep } from './processes';

const FOLDER = resolve(__dirname, '..', '..', '..', '..', 'shared', 'crds');
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

export const CRD_INDEX = join(FOLDER, 'index.json');

/** Whether the collection of upstream CRDs is there; said aloud where it is not, and an error in CI. */
export function hasCrds(): boolean {
  if (existsSync(CRD_INDEX)) return true;
  if (process.env.CI) throw new Error(`the upstream CRDs are missing: ${FOLDER}`);
  process.stderr.write(`cluster: no ${FOLDER}: custom resources are NOT checked\n`);
  return false;
}

/** Installs every upstream CRD of the collection and waits until all are served; returns how many. */
export async function installCrds(api: ApiClient): Promise<number> {
  const crds = upstreamCrds();
  for (const crd of crds) await api.call('POST', CRDS, { body: crd });
  for (const crd of crds) await untilEstablished(api, crd.metadata.name);
  return crds.length;
}

export async function countCrds(api: ApiClient): Promise<number> {
  const page = await api.get(`${CRDS}?limit=1`);
  return page.items.length + (page.metadata.remainingItemCount ?? 0);
}

/** Without the prose: half the bytes, the same validation and CEL rules. */
function upstreamCrds(): Manifest[] {
  const files = new Set((JSON.parse(readFileSync(CRD_INDEX, 'utf8')) as { file: string }[]).map((crd) => crd.file));
  return [...files].flatMap((file) => {
    // kubectl reads YAML 1.1.
    const documents = parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8'), { version: '1.1' });
    const objects = documents.map((document) => document.toJS() as Manifest | null);
    const crds = objects.filter((object): object is Manifest => object?.kind === 'CustomResourceDefinition');
    return crds.map((crd) => withoutProse(withOurVersions(crd) as Manifest));
  });
}

async function untilEstablished(api: ApiClient, name: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const crd = await api.get(`${CRDS}/${name}`);
    const conditions: Manifest[] = crd.status?.conditions ?? [];
    if (conditions.some((each) => each.type === 'Established' && each.status === 'True')) return;
    if (tries > 600) throw new Error(`${name} is not established: ${JSON.stringify(conditions)}`);
    await sleep(250);
  }
}

/** A "description" with a string value is prose; one with a schema is a property of that name. */
function withoutProse<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutProse) as T;
  if (node === null || typeof node !== 'object') return node;
  const fields = Object.entries(node).filter(([key, value]) => key !== 'description' || typeof value !== 'string');
  return Object.fromEntries(fields.map(([key, value]) => [key, withoutProse(value)])) as T;
}
