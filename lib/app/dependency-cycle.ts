import type { Problem } from '../internal/errors';
import type { AppTree } from './tree';

/** A cycle of more constructs than this is shortened in the middle. */
const MAX_SHOWN = 12;

/** The error that lists a dependency cycle: each construct depends on the next, and the last on the first. */
export function cycleProblem(tree: AppTree, cycle: readonly number[], reason?: string): Problem {
  const paths = [...cycle, cycle[0]].map((number) => tree.path(number));
  const hidden = paths.length - MAX_SHOWN;
  if (hidden > 0) paths.splice(MAX_SHOWN / 2, hidden, `(${hidden} more)`);
  return {
    path: tree.path(cycle[0]),
    prop: 'addDependency',
    got: { toHumanString: () => `a dependency cycle: ${paths.join(' → ')}${reason ? ` (${reason})` : ''}` },
    expected: 'dependencies without a cycle',
    fix: 'remove one of them; a chart also depends on the charts nested in it, and on the charts that its objects depend on',
  };
}
