import { Checker, type Problem, type ValidationError } from '../../lib/internal/errors';

/** Everything that was refused. */
export function problemsOf(checks: (check: Checker) => void): readonly Problem[] {
  const check = Checker.named('test');
  checks(check);
  try {
    check.done();
    return [];
  } catch (error) {
    return (error as ValidationError).problems;
  }
}

/** What was refused, as `prop: fix`. */
export function fixesOf(checks: (check: Checker) => void): string[] {
  return problemsOf(checks).map(({ prop, fix }) => `${prop}: ${fix}`);
}
