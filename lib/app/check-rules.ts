import { type Problem, show } from '../internal/errors';
import type { LocatedManifest } from '../rules/cluster/item';
import { type Finding, runRules } from '../rules/run';
import type { MlAppSettings } from './settings';

/** Checks the manifests of one app by the rules. */
export class RuleCheck {
  private readonly objects: LocatedManifest[] = [];

  constructor(private readonly settings: MlAppSettings) {}

  add(object: LocatedManifest): void {
    if (this.settings.rules) this.objects.push(object);
  }

  /** Adds errors to the problems, and warnings to the warnings. */
  finish(problems: Problem[], warnings: Problem[]): void {
    for (const finding of runRules(this.objects, this.settings)) {
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
