import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { checkDrain, type DrainContext, drainPlan } from '../../lib/traits/drain/drain';
import { ClusterTarget } from '../../lib/values/cluster-target';
import { K128, K133, problemsOf, refuses } from './support';

const itself: DrainContext = { isBehindLoadBalancer: false, drainsItself: true, target: K133 };
const abrupt: DrainContext = { isBehindLoadBalancer: false, drainsItself: false, target: K133 };
const balanced = { isBehindLoadBalancer: true };

test('has the figures of llm-d inside the cluster, and sleeps longer behind a load balancer', () => {
  expect(drainPlan(itself)).toEqual({ preStopSeconds: 15, shutdownSeconds: 45, graceSeconds: 75 });
  expect(drainPlan({ ...itself, ...balanced })).toEqual({ preStopSeconds: 30, shutdownSeconds: 45, graceSeconds: 90 });
});

test('gives a server that may stop at SIGTERM time to finish within the sleep', () => {
  expect(drainPlan(abrupt)).toEqual({ preStopSeconds: 25, shutdownSeconds: 23, graceSeconds: 60 });
  expect(drainPlan({ ...abrupt, ...balanced }).preStopSeconds).toBe(40);
});

test('is the whole grace period where it was asked for', () => {
  const drain = Duration.seconds(30);
  expect(drainPlan({ ...itself, ...balanced, drain })).toEqual({
    preStopSeconds: 10,
    shutdownSeconds: 14,
    graceSeconds: 30,
  });
  expect(drainPlan({ ...abrupt, ...balanced, drain })).toEqual({
    preStopSeconds: 15,
    shutdownSeconds: 9,
    graceSeconds: 30,
  });
  const long = drainPlan({ ...itself, drain: Duration.minutes(10) });
  expect(long).toEqual({ preStopSeconds: 15, shutdownSeconds: 570, graceSeconds: 600 });
});

test('leaves the sleep out where the cluster lacks it', () => {
  expect(drainPlan({ ...itself, target: K128, drain: Duration.seconds(30) })).toEqual({
    shutdownSeconds: 24,
    graceSeconds: 30,
  });
  const gated = ClusterTarget.kubernetes('1.29', { featureGates: ['PodLifecycleSleepAction'] });
  expect(drainPlan({ ...itself, target: gated }).preStopSeconds).toBe(15);
});

test('the three numbers always fit, and nobody gets nothing', () => {
  const context = fc.record({
    drain: fc.option(
      fc.integer({ min: 5, max: 86_400 }).map((s) => Duration.seconds(s)),
      { nil: undefined },
    ),
    isBehindLoadBalancer: fc.boolean(),
    drainsItself: fc.boolean(),
    target: fc.constantFrom(K133, K128),
  });
  fc.assert(
    fc.property(context, (facts) => {
      expect(problemsOf((check) => checkDrain(check, facts.drain))).toEqual([]);
      const { preStopSeconds, shutdownSeconds, graceSeconds } = drainPlan(facts);
      expect((preStopSeconds ?? 0) + shutdownSeconds).toBeLessThan(graceSeconds);
      expect(preStopSeconds ?? 1).toBeGreaterThan(0);
      expect(shutdownSeconds).toBeGreaterThan(0);
      if (facts.drain) expect(graceSeconds).toBe(facts.drain.toSeconds());
    }),
  );
});

describe('wrong inputs', () => {
  refuses([
    ['no time at all', (check) => checkDrain(check, Duration.seconds(0)), '', /5 to 86400/, /whole time/],
    ['half a second', (check) => checkDrain(check, Duration.millis(10_500)), '', /whole seconds/, /whole time/],
  ]);
});
