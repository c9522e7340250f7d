import { type ApiObject, type App, Chart } from 'cdk8s';
import { type Problem, ValidationError } from '../internal/errors';
import { type AppOrder, type OrderedChart, orderOf } from './order';
import { AppTree } from './tree';

/** One document of the output. */
export interface ResolvedDocument {
  /** The manifest; `undefined` where a chart of the user's rendered nothing, which stock writes as an empty document. */
  readonly manifest: any;
  /** Path of the construct, or of the chart where it was not an object of its own that rendered this. */
  readonly where: string;
  /** The object that rendered this; absent where the chart did by itself. */
  readonly object?: ApiObject;
}

export interface ResolvedChart {
  readonly chart: Chart;
  readonly documents: readonly ResolvedDocument[];
  /** The objects of the chart, whether or not the chart renders them. */
  readonly objects: readonly ApiObject[];
}

export interface ResolvedApp {
  readonly charts: readonly ResolvedChart[];
  /** Whether files are numbered, because some chart has to come after another. */
  readonly numbered: boolean;
}

/**
 * Validates every construct, then renders every object: each once. What is wrong is added to the problems, all of it.
 *
 * @param asksCharts whether a chart that overrides `toJson` renders its objects itself
 */
export function resolveApp(app: App, asksCharts: boolean, problems: Problem[]): ResolvedApp | undefined {
  const tree = new AppTree(app);
  const found: Problem[] = tree.constructs.flatMap(({ node }) =>
    node.validate().map((message) => refused(node.path, message)),
  );
  const order = found.length ? undefined : orderOrProblems(tree, found);
  const charts = order?.charts.map((ordered) => resolveChart(tree, ordered, asksCharts, found)) ?? [];
  for (const problem of found) problems.push(problem);
  return found.length ? undefined : { charts, numbered: order!.numbered };
}

/** The charts of an app in the order in which they are written. */
export function chartsInOrder(app: App): Chart[] {
  const tree = new AppTree(app);
  return orderOf(tree).charts.map(({ chart }) => tree.constructs[chart] as Chart);
}

function orderOrProblems(tree: AppTree, problems: Problem[]): AppOrder | undefined {
  try {
    return orderOf(tree);
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function resolveChart(tree: AppTree, ordered: OrderedChart, asksCharts: boolean, problems: Problem[]): ResolvedChart {
  const chart = tree.constructs[ordered.chart] as Chart;
  const objects = ordered.objects.map((number) => tree.constructs[number] as ApiObject);
  const documents =
    asksCharts && chart.toJson !== Chart.prototype.toJson
      ? renderedByChart(chart, objects, problems)
      : objects.flatMap((object) => rendered(object, problems));
  return { chart, documents, objects };
}

function rendered(object: ApiObject, problems: Problem[]): ResolvedDocument[] {
  try {
    return [{ manifest: object.toJson(), where: object.node.path, object }];
  } catch (error) {
    problems.push(...unrendered(object.node.path, error));
    return [];
  }
}

function renderedByChart(chart: Chart, objects: readonly ApiObject[], problems: Problem[]): ResolvedDocument[] {
  const paths = new Map(objects.map((object) => [`${object.kind} ${object.name}`, object.node.path]));
  try {
    return Object.values(chart.toJson()).map((manifest) => {
      const where = paths.get(`${manifest?.kind} ${manifest?.metadata?.name}`);
      return { manifest, where: where ?? chart.node.path };
    });
  } catch (error) {
    problems.push(...unrendered(chart.node.path, error));
    return [];
  }
}

function refused(path: string, message: string): Problem {
  return {
    path: path || '(app)',
    prop: 'validation',
    got: { toHumanString: () => 'a construct that its own validation refuses' },
    expected: indented(message),
    fix: 'change it as its validation (node.addValidation) asks',
  };
}

function unrendered(path: string, error: unknown): readonly Problem[] {
  if (error instanceof ValidationError) return error.problems;
  const message = error instanceof Error ? error.message : String(error);
  return [
    {
      path,
      prop: 'toJson',
      got: { toHumanString: () => indented(message) },
      expected: 'an object that renders to plain JSON',
      fix: 'find the value that the message names in the props or patches of this construct',
    },
  ];
}

/** Under the column in which errors show what they say. */
function indented(message: string): string {
  return message.replaceAll('\n', `\n${' '.repeat(14)}`);
}
