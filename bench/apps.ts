import { type AppKind, measure, type Sample } from './measure';
import type { Shape } from './shapes';
import { mebibytes, milliseconds, table, times } from './table';

/** What is measured of whole apps, and how often. */
export interface AppSizes {
  readonly repeats: number;
  /** How many charts of four cdk8s-plus objects, for both. */
  readonly charts: readonly number[];
  /** And for `MlApp` alone: the first and the last are compared. */
  readonly onlyOurs: readonly [number, number];
  readonly oneChart: readonly number[];
  readonly stockChain: readonly number[];
  readonly ourChain: number;
}

/** A promise and what was measured. */
export interface Verdict {
  readonly promise: string;
  readonly measured: string;
  readonly kept: boolean;
}

export interface Section {
  readonly title: string;
  readonly text: string;
  readonly verdicts: readonly Verdict[];
}

const HEAD = ['', 'stock', 'bare', 'ours', 'bare x', 'ours x', 'whole x', 'stock MiB', 'our MiB'];

/** Stock and `MlApp` side by side, one row a size. */
function compared(shape: Shape, counts: readonly number[], repeats: number, unit: string) {
  const results = counts.map((count) => {
    const kinds: AppKind[] = ['stock', 'ours', 'ours-without-rules'];
    const [stock, ours, bare] = measure(
      kinds.map((kind) => ({ kind, shape, count })),
      repeats,
    );
    return { count, stock, ours, bare };
  });
  const rows = results.map(({ count, stock, ours, bare }) => [
    `${count.toLocaleString('en')} ${unit}`,
    milliseconds(stock.synth),
    milliseconds(bare.synth),
    milliseconds(ours.synth),
    times(stock.synth / bare.synth),
    times(stock.synth / ours.synth),
    times(stock.whole / ours.whole),
    mebibytes(stock.memory),
    mebibytes(ours.memory),
  ]);
  return { results, text: table(HEAD, rows) };
}

export function manyCharts({ charts, onlyOurs, repeats }: AppSizes): Section {
  const { results, text } = compared('charts', charts, repeats, 'charts');
  const [small, large] = measure(
    onlyOurs.map((count) => ({ kind: 'ours', shape: 'charts', count })),
    repeats,
  );
  const perChart = (sample: Sample, count: number, field: 'synth' | 'whole') => sample[field] / count;
  const growth = perChart(large, onlyOurs[1], 'synth') / perChart(small, onlyOurs[0], 'synth');
  const alone = table(
    ['ours alone', 'synth', 'per chart', 'whole', 'per chart', 'MiB'],
    [small, large].map((sample, i) => [
      `${onlyOurs[i].toLocaleString('en')} charts`,
      milliseconds(sample.synth),
      perChart(sample, onlyOurs[i], 'synth').toFixed(2),
      milliseconds(sample.whole),
      perChart(sample, onlyOurs[i], 'whole').toFixed(2),
      mebibytes(sample.memory),
    ]),
  );
  const last = results[results.length - 1];
  return {
    title: 'Four cdk8s-plus objects in each of many charts',
    text: `${text}\n\n${alone}`,
    verdicts: [
      atLeast(`ours at ${last.count} charts, rules included`, last.stock.synth / last.ours.synth, 8),
      atMost(`a chart at ${onlyOurs[1]} charts against one at ${onlyOurs[0]}`, growth, 1.3),
    ],
  };
}

export function oneChart({ oneChart: counts, repeats }: AppSizes): Section {
  const { results, text } = compared('one-chart', counts, repeats, 'services');
  const last = results[results.length - 1];
  return {
    title: 'The same objects in one chart',
    text,
    verdicts: [
      atLeast('bare with one chart', last.stock.synth / last.bare.synth, 2),
      atLeast('ours with one chart, rules included', last.stock.synth / last.ours.synth, 1),
    ],
  };
}

export function chains({ stockChain, ourChain, repeats }: AppSizes): Section {
  const { text } = compared('chain', stockChain, repeats, 'charts');
  const [chained, unchained] = measure(
    (['chain', 'charts'] as const).map((shape) => ({ kind: 'ours', shape, count: ourChain })),
    repeats,
  );
  const ratio = chained.synth / unchained.synth;
  const own = table(
    ['ours alone', 'synth', 'MiB'],
    [
      [`${ourChain} charts, chained`, milliseconds(chained.synth), mebibytes(chained.memory)],
      [`${ourChain} charts, not chained`, milliseconds(unchained.synth), mebibytes(unchained.memory)],
    ],
  );
  return {
    title: 'Charts chained by addDependency',
    text: `${text}\n\n${own}`,
    verdicts: [atMost(`a chain of ${ourChain} charts against the same charts not chained`, ratio, 1.5)],
  };
}

function atLeast(promise: string, ratio: number, least: number): Verdict {
  return {
    promise: `${promise}: at least ${least} times as fast as stock`,
    measured: times(ratio),
    kept: ratio >= least,
  };
}

function atMost(promise: string, ratio: number, most: number): Verdict {
  return { promise: `${promise}: at most ${most} times as long`, measured: times(ratio), kept: ratio <= most };
}
