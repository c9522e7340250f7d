/**
 * The one gate: `npm run check` before a commit; with `--all`, as .ci/run calls it, the suites that take longer too.
 * Prints the time of each step, how much was tried, and ends with `N passed, N failed`: tests of all suites, and steps
 * that are no tests.
 */
import { report } from './check/report';
import { emptyResults, inTurn, sideBySide, stateOfTree } from './check/run';
import { GATE, LANES } from './check/steps';

async function main(): Promise<void> {
  const before = stateOfTree();
  emptyResults();
  const gate = await inTurn(GATE);
  const rest = process.argv.includes('--all') ? await sideBySide(LANES) : [];
  const changed = stateOfTree() === before ? [] : ['the run changed files that git has or does not ignore'];
  report([...gate, ...rest], changed);
}

main();
