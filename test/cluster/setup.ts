import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_BINARIES, buildMissing } from './plane/binaries';
import { crdDatabase } from './plane/crd-database';

/** Before the first suite: every binary and the database with the CRDs are there, and a folder for the suites. */
export default async function prepare(): Promise<void> {
  const run = mkdtempSync(join(tmpdir(), 'cluster-test-'));
  process.env.CLUSTER_TEST_RUN = run;
  try {
    buildMissing(ALL_BINARIES, (line) => process.stderr.write(`cluster: ${line}\n`));
    await crdDatabase();
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`);
    rmSync(run, { recursive: true });
    process.exit(1);
  }
}
