import { Checker, type Problem, ValidationError } from '../../lib/internal/errors';
import { Cloud, ClusterTarget } from '../../lib/values/cluster-target';

export const K133 = ClusterTarget.kubernetes('1.33');
export const K128 = ClusterTarget.kubernetes('1.28');
export const GKE = ClusterTarget.kubernetes('1.33', { cloud: Cloud.GKE });
/** Serves nothing beside Kubernetes' own APIs, and says so. */
export const BARE = ClusterTarget.kubernetes('1.33', { apis: [] });

/** Everything that a check refused. */
export function problemsOf(run: (check: Checker) => void): readonly Problem[] {
  const check = Checker.named('test').at('trait');
  run(check);
  try {
    check.done();
  } catch (error) {
    if (error instanceof ValidationError) return error.problems;
    throw error;
  }
  return [];
}

/** One row of a table of wrong inputs: what is checked, where the problem is reported, and words of its message. */
export type Wrong = [title: string, run: (check: Checker) => void, prop: string, expected: RegExp, fix: RegExp];

/** Each row is refused with exactly one problem, at the prop that is wrong, saying what is right and what to do. */
export function refuses(rows: readonly Wrong[]): void {
  test.each(rows)('refuses %s', (_title, run, prop, expected, fix) => {
    const problems = problemsOf(run);
    expect(problems.map((problem) => problem.prop)).toEqual([prop === '' ? 'trait' : `trait.${prop}`]);
    expect(problems[0]?.expected).toMatch(expected);
    expect(problems[0]?.fix).toMatch(fix);
  });
}

/** As it is written to YAML: without what is undefined. */
export function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
