import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_BINARIES, buildMissing } from '../cluster/plane/binaries';
import { build } from './controllers/builds';
import { CONTROLLERS, pinnedVersion } from './controllers/catalogue';

/** Before the first suite: the control plane and the controllers are built, and it is said which are left out. */
export default async function prepare(): Promise<void> {
  const run = mkdtempSync(join(tmpdir(), 'training-test-'));
  process.env.CLUSTER_TEST_RUN = run;
  const say = (line: string) => process.stderr.write(`training: ${line}\n`);
  try {
    buildMissing(ALL_BINARIES, say);
    for (const controller of CONTROLLERS) {
      const built = build(controller, say);
      if ('refused' in built) say(`${controller} ${pinnedVersion(controller)} is left out: ${built.refused}`);
    }
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`);
    rmSync(run, { recursive: true });
    process.exit(1);
  }
}
