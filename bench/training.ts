import type { Section } from './apps';
import { measure } from './measure';
import { milliseconds, table, times } from './table';

/** What training jobs cost beside model services, in the same run; the jobs take turns on all six engines. */
export function trainingJobs(count: number, repeats: number): Section {
  const half = Math.ceil(count / 2);
  const shapes = ['model-services', 'training-jobs'] as const;
  const cases = shapes.flatMap((shape) => [1, half, count].map((n) => ({ kind: 'ours' as const, shape, count: n })));
  const wholes = measure(cases, repeats).map(({ whole }) => whole);
  const costs = shapes.map((name, i) => {
    const [one, some, all] = wholes.slice(i * 3, i * 3 + 3);
    return {
      name,
      one,
      all,
      each: (all - one) / (count - 1),
      halves: (all - some) / (count - half) / ((some - one) / (half - 1)),
    };
  });
  const [service, job] = costs;
  const ratio = job.each / service.each;
  const rows = costs.map(({ name, one, all, each, halves }) => [
    `${count} ${name === 'model-services' ? 'ModelServices' : 'TrainingJobs on six engines'}`,
    milliseconds(one),
    milliseconds(all),
    each.toFixed(2),
    times(halves),
  ]);
  const head = ['', 'the first, ms', 'all, ms', 'each further one, ms', 'one of the second half to one of the first'];
  return {
    title: 'Training jobs',
    text: table(head, rows),
    verdicts: [
      {
        promise: `a TrainingJob among ${count} on mixed engines costs at most twice a ModelService, rules included`,
        measured: times(ratio),
        kept: ratio <= 2,
      },
      {
        promise: `${count} TrainingJobs: one of the second half costs at most 1.5 times one of the first half`,
        measured: times(job.halves),
        kept: job.halves <= 1.5,
      },
    ],
  };
}
