import { resolve, sep } from 'node:path';
import { fail, type Problem } from '../internal/errors';
import type { MlApp } from './ml-app';

/** Does something for every app, then throws what was wrong with any of them. */
export function collecting<T>(apps: readonly MlApp[], work: (app: MlApp, problems: Problem[], i: number) => T): T[] {
  const all: Problem[] = [];
  const results = apps.map((app, i) => {
    const problems: Problem[] = [];
    const result = work(app, problems, i);
    for (const problem of named(apps, i, problems)) all.push(problem);
    return result;
  });
  if (all.length) fail(readable(all));
  return results;
}

/** More than this nobody reads; one mistake in a loop can make thousands. */
const SHOWN_PROBLEMS = 100;

function readable(problems: readonly Problem[]): readonly Problem[] {
  const left = problems.length - SHOWN_PROBLEMS;
  if (left <= 0) return problems;
  const rest: Problem = {
    path: '(further)',
    prop: `${left} more problems`,
    got: { toHumanString: () => `${problems.length} problems in all` },
    expected: 'none',
    fix: 'fix those above, then synthesize again',
  };
  return [...problems.slice(0, SHOWN_PROBLEMS), rest];
}

export function named(apps: readonly MlApp[], i: number, problems: readonly Problem[]): readonly Problem[] {
  if (apps.length === 1) return problems;
  return problems.map((problem) => ({ ...problem, path: `[${labelOf(apps[i])}] ${problem.path}` }));
}

function labelOf({ _settings, outdir }: MlApp): string {
  return [_settings.name, _settings.environment].filter(Boolean).join('/') || outdir;
}

export function refuseSharedFolders(apps: readonly MlApp[]): void {
  const problems: Problem[] = [];
  apps.forEach((app, i) => {
    const outdir = resolve(app.outdir);
    const other = apps
      .slice(0, i)
      .find((earlier) => isWithin(outdir, earlier) || isWithin(resolve(earlier.outdir), app));
    if (!other) return;
    const title = other === app ? 'this very app, given twice' : `that of another app of the run, ${labelOf(other)}`;
    problems.push({
      path: labelOf(app),
      prop: 'outdir',
      got: { toHumanString: () => `${app.outdir}: ${title}` },
      expected: 'an output folder of its own, neither inside that of another app nor around it',
      fix: 'give each app a name or an environment of its own, or another outdir',
    });
  });
  if (problems.length) fail(problems);
}

function isWithin(folder: string, app: MlApp): boolean {
  const outer = resolve(app.outdir);
  return folder === outer || folder.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
