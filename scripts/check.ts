/**
 * The one gate: `npm run check` before a commit; with `--all`, as .ci/run calls it, the suites that take longer too.
 * Prints the time of each step, how much was tried, and ends with `N passed, N failed`: tests of all suites, and steps
 * that are no tests.
 */
import { report } from './check/report';
import { emptyResults, git, inTurn, sideBySide, stateOfTree, whileTimeIsLeft } from './check/run';
import { BUDGET_MINUTES, GATE, LANES, OPTIONAL, rotated } from './check/steps';

async function main(): Promise<void> {
  const begun = Date.now();
  const before = stateOfTree();
  emptyResults();
  const gate = await inTurn(GATE);
  const all = process.argv.includes('--all');
  const rest = all ? await sideBySide(LANES) : [];
  // the number of commits, so that each of them begins with another suite, and a run can be repeated
  const turn = Number(git('rev-list', '--count', 'HEAD'));
  const optional = all ? await whileTimeIsLeft(rotated(OPTIONAL, turn), begun + BUDGET_MINUTES * 60_000) : [];
  const changed = stateOfTree() === before ? [] : ['the run changed files that git has or does not ignore'];
  report([...gate, ...rest, ...optional], changed);
}

main();
