import { defaultSpread } from '../../lib/traits/spread/definition';
import { Spread } from '../../lib/traits/spread/spread';
import { K133, plain, problemsOf, refuses } from './support';

const labels = { app: 'churn' };
const facts = { labels, gpusPerPod: 0, revisionLabel: 'pod-template-hash', target: K133 };
const constraints = (spread?: Spread, more = {}) =>
  plain((spread?._definition ?? defaultSpread).plan({ ...facts, ...more })) as any[];
const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';

test('lies apart over zones and hosts where it can, each version by itself', () => {
  const soft = {
    maxSkew: 1,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: labels },
    matchLabelKeys: ['pod-template-hash'],
  };
  expect(constraints()).toEqual([
    { topologyKey: ZONE, ...soft },
    { topologyKey: HOST, ...soft },
  ]);
});

test('fills GPU nodes before it takes new ones', () => {
  expect(constraints(undefined, { gpusPerPod: 1 }).map((c) => c.topologyKey)).toEqual([ZONE]);
  expect(constraints(Spread.soft({ topologyKeys: [HOST] }), { gpusPerPod: 1 }).map((c) => c.topologyKey)).toEqual([
    HOST,
  ]);
});

test('waits where it was told to, and not for places that its taints keep it from', () => {
  expect(constraints(Spread.hard({ topologyKeys: [ZONE], maxSkew: 2, minDomains: 3 }))[0]).toMatchObject({
    whenUnsatisfiable: 'DoNotSchedule',
    nodeTaintsPolicy: 'Honor',
    maxSkew: 2,
    minDomains: 3,
  });
});

test('has no versions to tell apart in a Job', () => {
  expect(constraints(undefined, { revisionLabel: undefined })[0]).not.toHaveProperty('matchLabelKeys');
});

test('is none where it was told so', () => {
  expect(constraints(Spread.none())).toEqual([]);
});

describe('wrong inputs', () => {
  refuses([
    [
      'a skew of none',
      (check) => Spread.soft({ maxSkew: 0 })._definition.check(check, facts),
      'maxSkew',
      /at least 1/,
      /even/,
    ],
    [
      'half a place',
      (check) => Spread.hard({ minDomains: 0.5 })._definition.check(check, facts),
      'minDomains',
      /whole/,
      /domains/,
    ],
    [
      'no key',
      (check) => Spread.soft({ topologyKeys: [] })._definition.check(check, facts),
      'topologyKeys',
      /at least one/,
      /none\(\)/,
    ],
    [
      'an illegal key',
      (check) => Spread.soft({ topologyKeys: ['a b'] })._definition.check(check, facts),
      'topologyKeys[0]',
      /key/,
      /zone/,
    ],
    [
      'a key twice',
      (check) => Spread.soft({ topologyKeys: ['a', 'a'] })._definition.check(check, facts),
      'topologyKeys[1]',
      /already/,
      /remove/,
    ],
  ]);

  test('accepts what is right', () => {
    for (const spread of [Spread.soft(), Spread.hard({ minDomains: 2 }), Spread.none()])
      expect(problemsOf((check) => spread._definition.check(check, facts))).toEqual([]);
  });
});
