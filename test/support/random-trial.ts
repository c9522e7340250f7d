import type { App, Chart } from 'cdk8s';
import { Chart as StockChart } from 'cdk8s';
import type { Construct } from 'constructs';
import { SHAPE } from '../faults/support/trial';
import { cook } from './arbitrary-recipes';
import { makePlace, type RandomSet } from './random-constructs';

/** What came of a set. */
export interface Trial {
  readonly error?: unknown;
  /** What is wrong with the way in which it was refused, or with the time that it took. */
  readonly faults: readonly string[];
  /** The place, if the construct needs one, and what was made. */
  readonly charts: readonly Chart[];
}

/** Far more than any set takes on a busy machine: what takes longer hangs. */
const LONGEST = 10_000;

/** Makes the construct in the app, in its place where it needs one. */
export function tryOut(app: App, { target, construct, place, props }: RandomSet, id: string, inPlace = id): Trial {
  target.applyTo(app);
  const scope: Construct = construct.within === 'app' ? app : makePlace(app, inPlace, place);
  const cooked = cook(props, scope);
  const before = paths(app);
  const begun = Date.now();
  const error = failureOf(() => construct.make(scope, id, cooked));
  const took = Date.now() - begun;
  const left = error === undefined ? [] : paths(app).filter((path) => !before.includes(path));
  return {
    error,
    faults: [
      ...(error === undefined ? [] : misshapen(error)),
      ...left.map((path) => `${path} stays in the tree of what was refused`),
      ...(took > LONGEST ? [`took ${took} ms`] : []),
    ],
    charts: app.node.findAll().filter((one): one is Chart => StockChart.isChart(one)),
  };
}

/** What is wrong with an error that a user is to read. */
export function misshapen(error: unknown): string[] {
  if (!(error instanceof Error)) return [`threw ${String(error)}`];
  if (error.name !== 'ValidationError') return [`crashed: ${error.stack}`];
  return error.message.split('\n\n').every((one) => SHAPE.test(one)) ? [] : [`misshapen: ${error.message}`];
}

function failureOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error ?? new Error('nothing was thrown');
  }
}

function paths(app: App): string[] {
  return app.node.findAll().map(({ node }) => node.path);
}
