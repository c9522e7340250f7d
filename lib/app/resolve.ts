import { type ApiObject, type App, Chart } from 'cdk8s';
import { type Problem, ValidationError } from '../internal/errors';
import { type AppOrder, type OrderedChart, orderOf } from './order';
import { AppTree } from './tree';

/** One document of the output. */
export interface ResolvedDocument {
  /** The manifest. A user's chart can render `undefined`, which stock writes as an empty document. */
  readonly manifest: any;
  /** Path of the construct that rendered this: an object or a chart. */
  readonly where: string;
  /** The object that rendered this; absent if the chart did. */
  readonly object?: ApiObject;
}

export interface ResolvedChart {
  readonly chart: Chart;
  /** The objects of the chart, even if the chart does not render them. */
  readonly objects: readonly ApiObject[];
  /** Each document is rendered when it is read, so that not all of them are in memory. */
  readonly documents: Iterable<ResolvedDocument>;
}

export interface ResolvedApp {
  readonly charts: Iterable<ResolvedChart>;
  readonly chartCount: number;
  /** Whether file names begin with a number, because a chart depends on another. */
  readonly numbered: boolean;
}

/**
 * Validates every construct and puts the charts in order. Their objects are rendered, each once, when the documents are read.
 * Adds all problems to `problems`.
 *
 * @param useChartJson whether a chart that overrides `toJson` renders its objects itself
 */
export function resolveApp(app: App, useChartJson: boolean, problems: Problem[]): ResolvedApp | undefined {
  const tree = new AppTree(app);
  const found: Problem[] = tree.constructs.flatMap(({ node }) =>
    node.validate().map((message) => validationProblem(node.path, message)),
  );
  const order = found.length ? undefined : orderOrProblems(tree, found);
  for (const problem of found) problems.push(problem);
  return (
    order && {
      charts: resolveCharts(tree, order.charts, useChartJson, problems),
      chartCount: order.charts.length,
      numbered: order.numbered,
    }
  );
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

function* resolveCharts(
  tree: AppTree,
  charts: readonly OrderedChart[],
  useChartJson: boolean,
  problems: Problem[],
): Generator<ResolvedChart> {
  for (const ordered of charts) {
    const chart = tree.constructs[ordered.chart] as Chart;
    const objects = ordered.objects.map((number) => tree.constructs[number] as ApiObject);
    const rendersItself = useChartJson && chart.toJson !== Chart.prototype.toJson;
    const documents = rendersItself ? renderChart(chart, objects, problems) : renderObjects(objects, problems);
    yield { chart, objects, documents };
  }
}

function* renderObjects(objects: readonly ApiObject[], problems: Problem[]): Generator<ResolvedDocument> {
  for (const object of objects) {
    const where = object.node.path;
    try {
      yield { manifest: object.toJson(), where, object };
    } catch (error) {
      problems.push(...renderProblems(where, error));
    }
  }
}

function renderChart(chart: Chart, objects: readonly ApiObject[], problems: Problem[]): ResolvedDocument[] {
  const paths = new Map(objects.map((object) => [`${object.kind} ${object.name}`, object.node.path]));
  try {
    return Object.values(chart.toJson()).map((manifest) => {
      const where = paths.get(`${manifest?.kind} ${manifest?.metadata?.name}`);
      return { manifest, where: where ?? chart.node.path };
    });
  } catch (error) {
    problems.push(...renderProblems(chart.node.path, error));
    return [];
  }
}

function validationProblem(path: string, message: string): Problem {
  return {
    path: path || '(app)',
    prop: 'validation',
    got: { toHumanString: () => 'a construct that fails its own validation' },
    expected: indented(message),
    fix: 'change it so that its validation (node.addValidation) passes',
  };
}

function renderProblems(path: string, error: unknown): readonly Problem[] {
  if (error instanceof ValidationError) return error.problems;
  const message = error instanceof Error ? error.message : String(error);
  return [
    {
      path,
      prop: 'toJson',
      got: { toHumanString: () => indented(message) },
      expected: 'an object that renders to plain JSON',
      fix: 'correct the value that the message names in the props or patches of this construct',
    },
  ];
}

/** Further lines are aligned with the first line of the value in the message. */
function indented(message: string): string {
  return message.replaceAll('\n', `\n${' '.repeat(14)}`);
}
