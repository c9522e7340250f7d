import { appendFileSync } from 'node:fs';

/** What a run tries, in the words of the sum at its end. */
export type Tried = 'manifests' | 'prop sets' | 'bad inputs' | 'faults';

/** One line of the file: `lost` is what should have been there after it and was not. */
export interface TallyLine {
  readonly what: Tried;
  readonly tried: number;
  readonly lost: number;
}

/** Adds to what scripts/check.ts sums up over all suites; a suite that is run by itself counts for nobody. */
export function tally(what: Tried, tried: number, lost = 0): void {
  const line: TallyLine = { what, tried, lost };
  if (process.env.TEST_TALLY) appendFileSync(process.env.TEST_TALLY, `${JSON.stringify(line)}\n`);
}
