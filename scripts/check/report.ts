import { existsSync, readFileSync } from 'node:fs';
import type { TallyLine } from '../../test/support/tally';
import { git, type Outcome, TALLY, titleOf } from './run';

/** The time and tests of each step, what was tried over all of them, and one line at the end; sets the exit code. */
export function report(outcomes: readonly Outcome[], faults: readonly string[]): void {
  console.log('');
  for (const outcome of outcomes) console.log(lineOf(outcome));
  for (const line of triedLines()) console.log(line);
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) console.log(git('status', '--short'));
  const failed = sum(outcomes.map((outcome) => outcome.failed)) + faults.length;
  console.log(`${sum(outcomes.map(({ passed }) => passed))} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function lineOf({ step, seconds, passed, failed, fault }: Outcome): string {
  const counts = step.suite ? `${passed} passed, ${failed} failed` : failed > 0 ? 'failed' : 'ok';
  return `${titleOf(step).padEnd(46)}${seconds.toFixed(1).padStart(7)} s  ${counts}${fault ? ` (${fault})` : ''}`;
}

/** What test/support/tally.ts counted: a line a kind. */
function triedLines(): string[] {
  const lines = existsSync(TALLY) ? readFileSync(TALLY, 'utf8').trim().split('\n') : [];
  const counted: TallyLine[] = lines.map((line) => JSON.parse(line));
  return [...new Set(counted.map(({ what }) => what))].map((what) => {
    const those = counted.filter((line) => line.what === what);
    const [tried, lost] = [sum(those.map((line) => line.tried)), sum(those.map((line) => line.lost))];
    return `${what} tried: ${tried}, lost: ${lost}`;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
