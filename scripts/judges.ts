/**
 * What other people's judges say of one model service, made in four ways. `tsx scripts/judges.ts` prints it,
 * `tsx scripts/judges.ts --save` also writes it, and the waivers with their reasons, into docs/judges.md and docs/judges-waivers.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Candidate,
  checksTable,
  compareHelm,
  compareWithoutHelm,
  countsTable,
  HELM,
} from '../test/judges/support/comparison';
import {
  measuredParts,
  PAGE,
  readPage,
  staticParts,
  WAIVERS_PAGE,
  waiverParts,
  withParts,
} from '../test/judges/support/page';
import { HAS_SCHEMAS, ROOT, SHARED } from '../test/judges/support/paths';
import { install } from '../test/judges/support/tools';

async function main(save: boolean): Promise<void> {
  if (!HAS_SCHEMAS) throw new Error(`${SHARED} is missing: kubeconform has no schemas to judge by`);
  install(['kubeconform', 'kube-score', 'checkov'], console.error);
  const candidates = [await helmOrWhyNot(save), ...(await compareWithoutHelm())];
  console.log(`${countsTable(candidates)}\n\n${checksTable(candidates)}`);
  if (!save) return;
  const page = withParts(readPage(), { ...staticParts(), ...measuredParts(candidates) });
  writeFileSync(join(ROOT, PAGE), page);
  writeFileSync(join(ROOT, WAIVERS_PAGE), withParts(readPage(WAIVERS_PAGE), waiverParts()));
  console.log(`\nwrote ${PAGE} and ${WAIVERS_PAGE}`);
}

/** Without Helm the rest can be printed all the same; what is saved must be whole. */
async function helmOrWhyNot(save: boolean): Promise<Candidate> {
  try {
    install(['helm'], console.error);
  } catch (error) {
    if (save) throw error;
    console.error(`helm cannot be built: ${error instanceof Error ? error.message : error}`);
    return HELM;
  }
  return compareHelm();
}

main(process.argv.includes('--save')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
