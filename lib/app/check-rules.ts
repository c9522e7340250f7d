import { type Problem, show } from '../internal/errors';
import { type Finding, type LocatedManifest, RuleRun } from '../rules/run';
import type { MlAppSettings } from './settings';

/** Checks the manifests of one app by the rules, while they are rendered. Keeps no manifest. */
export class RuleCheck {
  private readonly run?: RuleRun;

  constructor(settings: MlAppSettings) {
    if (settings.rules) this.run = new RuleRun(settings);
  }

  add(manifest: LocatedManifest): void {
    this.run?.add(manifest);
  }

  /** Adds errors to the problems, and warnings to the warnings. */
  finish(problems: Problem[], warnings: Problem[]): void {
    for (const finding of this.run?.findings() ?? []) {
      if (finding.waived === undefined) (finding.severity === 'error' ? problems : warnings).push(toProblem(finding));
    }
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
