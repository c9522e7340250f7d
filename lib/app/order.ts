import type { IConstruct } from 'constructs';
import { fail } from '../internal/errors';
import { readDependencies } from './dependencies';
import { DependencyGraph } from './dependency-graph';
import type { AppTree } from './tree';

/** A chart and its own API objects, without those of nested charts. */
export interface OrderedChart {
  readonly chart: number;
  readonly objects: readonly number[];
}

/** The order in which the charts of an app are written, and the objects of each chart. */
export interface AppOrder {
  readonly charts: readonly OrderedChart[];
  /** Whether file names begin with a number, because a chart depends on another. */
  readonly numbered: boolean;
}

/**
 * The order of stock `App.synth`: a construct comes after its dependencies; apart from that, in the order of creation.
 * Stock adds a dependency for every pair of objects of two charts and follows every path through them. This function takes
 * time in proportion to the number of constructs and declared dependencies.
 */
export function orderOf(tree: AppTree): AppOrder {
  const dependencies = readDependencies(tree);
  if (dependencies.problems.length) fail(dependencies.problems);
  const graph = new DependencyGraph(tree, dependencies.targets);
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
 * Stock keeps the constructs in a JavaScript object by path, and JavaScript lists keys that are whole numbers first. Only the
 * children of the app can have such a path.
 */
function rootsInOrder(tree: AppTree): number[] {
  const numeric = tree.childrenOf(0).filter((number) => isArrayIndex(tree.constructs[number]));
  return [...numeric, ...allExcept(tree, new Set(numeric))];
}

function isArrayIndex({ node }: IConstruct): boolean {
  const number = Number(node.id);
  return String(number >>> 0) === node.id && number < 2 ** 32 - 1;
}

function allExcept(tree: AppTree, excluded: ReadonlySet<number>): number[] {
  return tree.constructs.map((_, number) => number).filter((number) => !excluded.has(number));
}
