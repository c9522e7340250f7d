import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { standIns } from '../../support/collected-crds';
import { binaryPath, cacheFolder } from './binaries';
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

/** One for each collection of CRDs and each version of the API server, which KUBEBUILDER_ASSETS may have brought. */
function keptFolder(): string {
  const version = execFileSync(binaryPath('kube-apiserver'), ['--version']);
  const crds = [readFileSync(CRD_INDEX, 'utf8'), standIns()].join('\n');
  const key = createHash('sha256').update(version).update(crds).digest('hex').slice(0, 12);
  return join(cacheFolder(), `crds-${key}`);
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
