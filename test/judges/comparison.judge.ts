import { type Candidate, compareWithoutHelm } from './support/comparison';
import { countOf } from './support/findings';
import {
  linesOfPart,
  measuredParts,
  PAGE,
  readPage,
  staticParts,
  WAIVERS_PAGE,
  waiverParts,
  withParts,
} from './support/page';
import { HAS_SCHEMAS } from './support/paths';

const withSchemas = HAS_SCHEMAS ? describe : describe.skip;

const HOW = 'run npx tsx scripts/judges.ts --save';

test(`versions in ${PAGE} and waivers in ${WAIVERS_PAGE} are those of the suite; if not, ${HOW}`, () => {
  const page = readPage();
  expect(page).toBe(withParts(page, staticParts()));
  const waivers = readPage(WAIVERS_PAGE);
  expect(waivers).toBe(withParts(waivers, waiverParts()));
});

withSchemas('the comparison', () => {
  let candidates: Candidate[];
  beforeAll(async () => {
    candidates = await compareWithoutHelm();
  });

  test(`the figures in ${PAGE} are what the judges say today; if not, ${HOW}`, () => {
    expect(linesOfPart(readPage(), 'counts')).toMatchObject(linesOf(measuredParts(candidates).counts));
  });

  test('ours has fewer findings than the same service written by hand', () => {
    const [, byHand, ours] = candidates.map(({ findings = [] }) => findings);
    expect(countOf(ours, 'kube-score')).toBeLessThan(countOf(byHand, 'kube-score'));
    expect(countOf(ours, 'checkov')).toBeLessThan(countOf(byHand, 'checkov'));
  });
});

function linesOf(table: string): Record<string, string> {
  return linesOfPart(`<!-- begin made -->${table}<!-- end made -->`, 'made');
}
