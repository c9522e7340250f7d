import { isAbsolute } from 'node:path';
import { fail, type Problem } from '../internal/errors';
import { appLabel, type ConfiguredApp } from './settings';

/** Calls the function for each app, then throws the problems of all apps in one error. */
export function forEachApp<T>(
  apps: readonly ConfiguredApp[],
  action: (app: ConfiguredApp, problems: Problem[], index: number) => T,
): T[] {
  const all: Problem[] = [];
  const results = apps.map((app, i) => {
    const problems: Problem[] = [];
    const result = action(app, problems, i);
    for (const problem of labelled(apps, i, problems)) all.push(problem);
    return result;
  });
  if (all.length) fail(limited(all));
  return results;
}

/** If there are several apps, adds the label of the app to the path of each problem. Paths of files need no label. */
export function labelled(
  apps: readonly ConfiguredApp[],
  index: number,
  problems: readonly Problem[],
): readonly Problem[] {
  if (apps.length === 1) return problems;
  const label = `[${appLabel(apps[index])}] `;
  return problems.map((problem) => (isAbsolute(problem.path) ? problem : { ...problem, path: label + problem.path }));
}

/** One mistake in a loop can make thousands of problems: the message lists this many and counts the others. */
const MAX_SHOWN = 100;

function limited(problems: readonly Problem[]): readonly Problem[] {
  const hidden = problems.length - MAX_SHOWN;
  if (hidden <= 0) return problems;
  const rest: Problem = {
    path: '(further)',
    prop: `${hidden} more problems`,
    got: { toHumanString: () => `${problems.length} problems in total` },
    expected: 'none',
    fix: 'fix those above, then synthesize again',
  };
  return [...problems.slice(0, MAX_SHOWN), rest];
}
