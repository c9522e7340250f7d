import { type Problem, show } from '../internal/errors';
import { type AppTree, NONE } from './tree';

/** Who comes after whom, as the constructs say it and as it follows for their charts. */
export interface Dependencies {
  /** By source, in the order in which they were declared; implied ones last. */
  readonly of: ReadonlyMap<number, ReadonlySet<number>>;
  /** Whether any chart has to come after another one, which gives every file a number. */
  readonly betweenCharts: boolean;
  /** Dependencies that no order can satisfy; they are in none of the above. */
  readonly problems: readonly Problem[];
}

/**
 * Reads what the constructs declare, and adds what follows from it, in the order of stock: a chart comes after the charts
 * that are nested in it, and after every chart that something in it depends on. Unlike stock, adds nothing to the constructs.
 */
export function readDependencies(tree: AppTree): Dependencies {
  const of = new Map<number, Set<number>>();
  const problems: Problem[] = [];
  const add = (source: number, target: number) => {
    const targets = of.get(source);
    if (targets) targets.add(target);
    else of.set(source, new Set([target]));
  };
  for (let source = 0; source < tree.size; source++) {
    for (const dependency of tree.constructs[source].node.dependencies) {
      const target = tree.numberOf(dependency);
      const problem = whyImpossible(tree, source, target, dependency.node.path);
      if (problem) problems.push(problem);
      else add(source, target!);
    }
  }
  const nested = nestedCharts(tree);
  for (const [chart, child] of nested) add(chart, child);
  const implied = chartsBehind(tree, of);
  for (const [chart, other] of implied) add(chart, other);
  return { of, betweenCharts: nested.length + implied.length > 0, problems };
}

function nestedCharts(tree: AppTree): [number, number][] {
  const nested: [number, number][] = [];
  for (let i = 0; i < tree.size; i++) {
    const parent = tree.parent[i];
    if (tree.isChart[i] && parent !== NONE && tree.isChart[parent]) nested.push([parent, i]);
  }
  return nested;
}

function chartsBehind(tree: AppTree, of: ReadonlyMap<number, ReadonlySet<number>>): [number, number][] {
  const implied: [number, number][] = [];
  for (const source of [...of.keys()].sort((a, b) => a - b)) {
    for (const target of of.get(source)!) {
      const pair: [number, number] = [tree.chart[source], tree.chart[target]];
      if (pair[0] !== pair[1]) implied.push(pair);
    }
  }
  return implied;
}

function whyImpossible(tree: AppTree, source: number, target: number | undefined, to: string): Problem | undefined {
  const refuse = (got: string, expected: string, fix: string): Problem => ({
    path: tree.path(source),
    prop: 'addDependency',
    got: { toHumanString: () => got },
    expected,
    fix,
  });
  if (target === undefined)
    return refuse(
      `${show(to)} of another app`,
      'a construct of the same app',
      'apply the apps one after the other instead',
    );
  if (target === source) return refuse('the construct itself', 'another construct of the app', 'remove the dependency');
  const outside = [source, target].find((number) => tree.chart[number] === NONE);
  if (outside === undefined) return undefined;
  return refuse(
    `${show(tree.path(outside))}, which is in no chart`,
    'charts, or constructs inside charts, on both sides',
    'add the dependency between the charts below it',
  );
}
