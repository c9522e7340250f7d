import { type Problem, show } from '../internal/errors';
import { type Finding, runRules } from '../rules/run';
import type { ResolvedApp } from './resolve';

/** Checks the manifests of one app; adds errors to the problems, and warnings to the warnings. */
export function checkRules(
  app: ResolvedApp,
  options: { readonly existing?: readonly string[]; readonly minor?: number },
  problems: Problem[],
  warnings: Problem[],
): void {
  const objects = app.charts
    .flatMap(({ documents }) => documents)
    .filter(({ manifest }) => typeof manifest === 'object' && manifest !== null)
    .map(({ manifest, where }) => ({ manifest, where }));
  for (const finding of runRules(objects, options)) {
    if (finding.waived === undefined) (finding.severity === 'error' ? problems : warnings).push(toProblem(finding));
  }
}

/** A warning, printed in the shape of an error. */
export function warningText({ path, prop, got, expected, fix }: Problem): string {
  return [`  ${path}: ${prop}`, `    got       ${show(got)}`, `    expected  ${expected}`, `    fix       ${fix}`].join(
    '\n',
  );
}

function toProblem({ object, prop, rule, where, got, expected, fix }: Finding): Problem {
  return { path: where, prop: `${object} ${prop}`.trimEnd() + ` (${rule})`, got, expected, fix };
}
