import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './binaries';
import { ControlPlane } from './control-plane';
import { CRD_INDEX, hasCrds, installCrds } from './crds';

/**
 * The folder of an etcd in which every upstream CRD is installed, or undefined where the CRDs are missing. Installing
 * them takes over a minute, so it is done once for each version of Kubernetes and of the CRDs, and kept.
 */
export async function crdDatabase(): Promise<string | undefined> {
  if (!hasCrds()) return undefined;
  const kept = keptFolder();
  if (!existsSync(kept)) await make(kept);
  return kept;
}

/** Those of this collection of CRDs; what wrote them is part of the cache folder's name. */
function keptFolder(): string {
  const collection = createHash('sha256').update(readFileSync(CRD_INDEX)).digest('hex').slice(0, 12);
  return join(cacheFolder(), `crds-${collection}`);
}

async function make(kept: string): Promise<void> {
  const begun = Date.now();
  process.stderr.write('cluster: installing the upstream CRDs, once\n');
  const plane = await ControlPlane.start({ name: 'crds', controllers: 'none' });
  try {
    const count = await installCrds(plane.api);
    await plane.processes.stop('kube-apiserver');
    await plane.processes.stop('etcd');
    mkdirSync(cacheFolder(), { recursive: true });
    const unfinished = `${kept}.${process.pid}`;
    cpSync(plane.database, unfinished, { recursive: true });
    // Another run may have been faster.
    if (existsSync(kept)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, kept);
    process.stderr.write(`cluster: installed ${count} CRDs in ${Math.round((Date.now() - begun) / 1000)} s\n`);
  } finally {
    await plane.stop();
  }
}
