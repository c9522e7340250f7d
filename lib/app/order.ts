import type { IConstruct } from 'constructs';
import { fail } from '../internal/errors';
import { readDependencies } from './dependencies';
import { DependencyGraph } from './dependency-graph';
import type { AppTree } from './tree';

/** A chart, and the API objects that are its own. */
export interface OrderedChart {
  readonly chart: number;
  readonly objects: readonly number[];
}

/** In what order the charts of an app are written, and the objects of each. */
export interface AppOrder {
  readonly charts: readonly OrderedChart[];
  /** Whether files are numbered, because some chart has to come after another. */
  readonly numbered: boolean;
}

/**
 * The order of stock `App.synth`: whatever something depends on comes before it, and everything else where it was made.
 * Stock finds it by adding a dependency for every pair of objects of two charts and walking every way through them;
 * this takes time in proportion to the constructs and the dependencies declared.
 */
export function orderOf(tree: AppTree): AppOrder {
  const dependencies = readDependencies(tree);
  if (dependencies.problems.length) fail(dependencies.problems);
  const graph = new DependencyGraph(tree, dependencies.of);
  const charts = graph.sorted(0, rootsInOrder(tree)).filter((number) => tree.isChart[number]);
  return {
    charts: charts.map((chart) => ({ chart, objects: ownObjects(tree, graph, chart) })),
    numbered: dependencies.betweenCharts,
  };
}

function ownObjects(tree: AppTree, graph: DependencyGraph, chart: number): number[] {
  if (!graph.hasDependencies(chart)) return tree.objectsOf(chart);
  return graph.sorted(chart).filter((number) => tree.isObject[number] && tree.chart[number] === chart);
}

/**
 * Stock keeps the constructs in a JavaScript object by their path, and such an object lists keys that are whole numbers
 * first; only the children of the app have a path that can be one.
 */
function rootsInOrder(tree: AppTree): number[] {
  const numeric = tree.childrenOf(0).filter((number) => isArrayIndex(tree.constructs[number]));
  if (!numeric.length) return allFrom(tree, new Set());
  return [...numeric, ...allFrom(tree, new Set(numeric))];
}

function isArrayIndex({ node }: IConstruct): boolean {
  const number = Number(node.id);
  return String(number >>> 0) === node.id && number < 2 ** 32 - 1;
}

function allFrom(tree: AppTree, without: ReadonlySet<number>): number[] {
  return tree.constructs.map((_, number) => number).filter((number) => !without.has(number));
}
