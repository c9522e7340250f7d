import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_BINARIES, buildMissing } from '../cluster/plane/binaries';

/** Before the first suite: the control plane is built. Each suite builds the controllers that it needs by itself. */
export default async function prepare(): Promise<void> {
  const run = mkdtempSync(join(tmpdir(), 'training-test-'));
  process.env.CLUSTER_TEST_RUN = run;
  try {
    buildMissing(ALL_BINARIES, (line) => process.stderr.write(`training: ${line}\n`));
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`);
    rmSync(run, { recursive: true });
    process.exit(1);
  }
}
