import fc from 'fast-check';
import { defaultDisruption } from '../../lib/traits/disruption/definition';
import { Disruption } from '../../lib/traits/disruption/disruption';
import { plain, problemsOf, refuses, type Wrong } from './support';

const selector = { matchLabels: { app: 'churn' } };
const spec = (disruption: Disruption | undefined, minReplicas: number, maxReplicas = minReplicas) =>
  plain((disruption?._definition ?? defaultDisruption).plan({ minReplicas, maxReplicas, selector }).spec);

test('takes one pod at a time where several can run, and never waits for a broken one', () => {
  const usual = { selector, maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' };
  expect(spec(undefined, 2)).toEqual(usual);
  expect(spec(undefined, 1, 20)).toEqual(usual);
});

test('says nothing of a single replica', () => {
  expect(spec(undefined, 1)).toBeUndefined();
});

test('is what was asked for', () => {
  expect(spec(Disruption.maxUnavailablePercent(30), 10)).toMatchObject({ maxUnavailable: '30%' });
  expect(spec(Disruption.minAvailable(2), 3)).toMatchObject({ minAvailable: 2 });
  expect(spec(Disruption.minAvailablePercent(50), 4)).toMatchObject({ minAvailable: '50%' });
  expect(spec(Disruption.maxUnavailable(2, { evictUnhealthy: false }), 4)).toEqual({ selector, maxUnavailable: 2 });
  expect(spec(Disruption.none(), 4)).toBeUndefined();
});

describe('wrong inputs', () => {
  const wrong = (title: string, disruption: Disruption, expected: RegExp, fix: RegExp, prop = ''): Wrong => [
    title,
    (check) => disruption._definition.check(check, { minReplicas: 3, maxReplicas: 10, selector }),
    prop,
    expected,
    fix,
  ];
  refuses([
    wrong('a budget of none', Disruption.maxUnavailable(0), /can be drained/, /maxUnavailable\(1\)/),
    wrong(
      'a floor of all',
      Disruption.minAvailable(3),
      /fewer pods than the minimum of 3 replicas/,
      /maxUnavailable\(1\)/,
    ),
    wrong(
      'a percentage that rounds up to all',
      Disruption.minAvailablePercent(70),
      /70 % of 3 replicas is 3/,
      /more replicas/,
    ),
    wrong('half a pod', Disruption.maxUnavailable(0.5), /whole number/, /number of pods/),
    wrong('a percentage beyond all', Disruption.maxUnavailablePercent(200), /0 to 100/, /percentage/),
  ]);

  test('compares a floor with the replicas only where those are known', () => {
    const problems = (disruption: Disruption) =>
      problemsOf((check) => disruption._definition.check(check, { selector }));
    expect(problems(Disruption.minAvailable(3))).toEqual([]);
    expect(problems(Disruption.maxUnavailable(0))).toHaveLength(1);
  });

  test('whatever is accepted lets a node be drained while the fewest replicas run', () => {
    const kinds = [
      Disruption.maxUnavailable,
      Disruption.maxUnavailablePercent,
      Disruption.minAvailable,
      Disruption.minAvailablePercent,
    ];
    const amount = fc.integer({ min: 0, max: 100 });
    const replicas = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...kinds), amount, replicas, (kind, n, minReplicas) => {
        const disruption = kind(n);
        const context = { minReplicas, maxReplicas: 50, selector };
        fc.pre(problemsOf((check) => disruption._definition.check(check, context)).length === 0);
        const { maxUnavailable, minAvailable } = spec(disruption, minReplicas, 50) as any;
        // as the disruption controller rounds: both up
        const pods = (a: number | string) =>
          typeof a === 'number' ? a : Math.ceil((Number.parseInt(a, 10) * minReplicas) / 100);
        const allowed = maxUnavailable === undefined ? minReplicas - pods(minAvailable) : pods(maxUnavailable);
        expect(allowed).toBeGreaterThan(0);
      }),
    );
  });
});
