import { type Need, TRAINING_SUITES } from './training-suites';

/** One script of package.json, and what its outcome means. */
export interface Step {
  readonly script: string;
  readonly args?: readonly string[];
  /** Run by jest: its tests are counted, and there must be some. */
  readonly suite?: boolean;
}

/** A step that is left out, with the reason printed, where the rest of the run leaves no time for it. */
export interface OptionalStep extends Step {
  /** What it takes where all that it needs is cached; on two cores that nothing else uses, and half as much again. */
  readonly warmMinutes: number;
  /** What it builds or installs first. */
  readonly needs: readonly Need[];
}

/** The gate before a commit; `npm test` keeps both cores of a small machine busy, so nothing runs beside it. */
export const GATE: readonly Step[] = [
  { script: 'lint' },
  { script: 'typecheck' },
  { script: 'build' },
  { script: 'docs', args: ['--check'] },
  { script: 'test', suite: true },
];

/** What takes longer. The lanes run side by side, the steps of one lane in turn: most of the time is spent waiting. */
export const LANES: readonly (readonly Step[])[] = [
  [{ script: 'test:cluster', suite: true }],
  // one worker: the other lanes want the second core
  [{ script: 'test:long', args: ['--maxWorkers=1'], suite: true }],
  [
    { script: 'synth' },
    { script: 'test:package', suite: true },
    { script: 'test:judges', suite: true },
    { script: 'test:python', suite: true },
    { script: 'test:service', suite: true },
  ],
];

/** Steps are begun so that a run ends in this time. It must end in 60 minutes, and a slower machine takes half as much again. */
export const BUDGET_MINUTES = 40;

/** Run in turn after everything else, as far as the budget goes; each run begins with another one. */
export const OPTIONAL: readonly OptionalStep[] = TRAINING_SUITES.map(({ file, warmMinutes, needs }) => ({
  ...{ script: 'test:training', args: [file], suite: true, warmMinutes, needs },
}));

/** What the step takes now. */
export function minutesOf({ warmMinutes, needs }: OptionalStep): number {
  return needs.reduce((sum, need) => sum + (need.isThere() ? 0 : need.minutes), warmMinutes);
}

/** The steps in another order each time, so that those that do not fit one time are the first another time. */
export function rotated<S>(steps: readonly S[], turn: number): readonly S[] {
  const first = steps.length === 0 ? 0 : turn % steps.length;
  return [...steps.slice(first), ...steps.slice(0, first)];
}
