import type { Problem } from '../internal/errors';
import type { AppTree } from './tree';

/** A way round of more constructs than this is shortened in the middle. */
const SHOWN = 12;

/** The error for constructs that each have to come after the next, and the last after the first. */
export function cycleProblem(tree: AppTree, way: readonly number[], because?: string): Problem {
  const paths = [...way, way[0]].map((number) => tree.path(number));
  const left = paths.length - SHOWN;
  if (left > 0) paths.splice(SHOWN / 2, left, `(${left} more)`);
  return {
    path: tree.path(way[0]),
    prop: 'addDependency',
    got: { toHumanString: () => `a way round: ${paths.join(' → ')}${because ? ` (${because})` : ''}` },
    expected: 'dependencies that lead nowhere back to where they began',
    fix: 'remove one of them; a chart comes after every chart nested in it, and after every chart that its objects depend on',
  };
}
