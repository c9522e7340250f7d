import { type Problem, show } from '../internal/errors';
import { type AppTree, NONE } from './tree';

/** The dependencies of an app: those declared on constructs, and those that follow from them for charts. */
export interface Dependencies {
  /** The constructs that each construct depends on, in the order of declaration; implied ones last. */
  readonly targets: ReadonlyMap<number, ReadonlySet<number>>;
  /** Whether any chart depends on another, which gives every file a number. */
  readonly betweenCharts: boolean;
  /** Dependencies that no order can satisfy. They are not in `targets`. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the declared dependencies and adds the implied ones, as stock does: a chart depends on the charts nested in it, and on
 * every chart that one of its constructs depends on. Unlike stock, it does not change the constructs.
 */
export function readDependencies(tree: AppTree): Dependencies {
  const targets = new Map<number, Set<number>>();
  const problems: Problem[] = [];
  const add = (source: number, target: number) => {
    const known = targets.get(source);
    if (known) known.add(target);
    else targets.set(source, new Set([target]));
  };
  for (let source = 0; source < tree.size; source++) {
    for (const dependency of tree.constructs[source].node.dependencies) {
      const target = tree.numberOf(dependency);
      const problem = dependencyProblem(tree, source, target, dependency.node.path);
      if (problem) problems.push(problem);
      else add(source, target!);
    }
  }
  const nested = nestedCharts(tree);
  for (const [chart, child] of nested) add(chart, child);
  const implied = impliedByConstructs(tree, targets);
  for (const [chart, other] of implied) add(chart, other);
  return { targets, betweenCharts: nested.length + implied.length > 0, problems };
}

function nestedCharts(tree: AppTree): [number, number][] {
  const nested: [number, number][] = [];
  for (let i = 0; i < tree.size; i++) {
    const parent = tree.parent[i];
    if (tree.isChart[i] && parent !== NONE && tree.isChart[parent]) nested.push([parent, i]);
  }
  return nested;
}

function impliedByConstructs(tree: AppTree, targets: ReadonlyMap<number, ReadonlySet<number>>): [number, number][] {
  const implied: [number, number][] = [];
  for (const source of [...targets.keys()].sort((a, b) => a - b)) {
    for (const target of targets.get(source)!) {
      const pair: [number, number] = [tree.chart[source], tree.chart[target]];
      if (pair[0] !== pair[1]) implied.push(pair);
    }
  }
  return implied;
}

function dependencyProblem(
  tree: AppTree,
  source: number,
  target: number | undefined,
  targetPath: string,
): Problem | undefined {
  const refuse = (got: string, expected: string, fix: string): Problem => ({
    path: tree.path(source),
    prop: 'addDependency',
    got: { toHumanString: () => got },
    expected,
    fix,
  });
  if (target === undefined)
    return refuse(
      `${show(targetPath)} of another app`,
      'a construct of the same app',
      'apply the apps one after the other instead',
    );
  if (target === source) return refuse('the construct itself', 'another construct of the app', 'remove the dependency');
  const outside = [source, target].find((number) => tree.chart[number] === NONE);
  if (outside === undefined) return undefined;
  return refuse(
    `${show(tree.path(outside))}, which is not in a chart`,
    'charts, or constructs in charts, on both sides',
    'add the dependency between the charts below it',
  );
}
