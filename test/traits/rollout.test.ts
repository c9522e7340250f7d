import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { defaultRollout } from '../../lib/traits/rollout/definition';
import type { RolloutContext } from '../../lib/traits/rollout/plan';
import { Rollout } from '../../lib/traits/rollout/rollout';
import { plain, problemsOf, refuses, type Wrong } from './support';

const cpu: Required<RolloutContext> = { gpusPerPod: 0, replicas: 3, startupSeconds: 120, prepareSeconds: 0 };
const gpu: Required<RolloutContext> = { gpusPerPod: 8, replicas: 4, startupSeconds: 1800, prepareSeconds: 0 };
const rolloutPlan = (rollout: Rollout | undefined, context: RolloutContext) =>
  (rollout?._definition ?? defaultRollout).plan(context);
const steps = (rollout: Rollout | undefined, context: RolloutContext) =>
  (plain(rolloutPlan(rollout, context).strategy) as any).rollingUpdate;
const downtime = (rollout: Rollout | undefined, context: RolloutContext) =>
  rolloutPlan(rollout, context).annotations['cdk8s-ml.io/accepts-downtime'];

describe('steps', () => {
  test('CPU pods: new ones first, a quarter at a time', () => {
    expect(plain(rolloutPlan(undefined, cpu).strategy)).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 },
    });
  });

  test('GPU pods: an old one first, unless GPUs are known to be free', () => {
    expect(steps(undefined, gpu)).toEqual({ maxSurge: 0, maxUnavailable: 1 });
    expect(steps(Rollout.rolling({ spareGpus: 8 }), gpu)).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    expect(steps(Rollout.rolling({ spareGpus: 7 }), gpu)).toEqual({ maxSurge: 0, maxUnavailable: 1 });
    expect(steps(Rollout.rolling({ spareGpus: 800 }), gpu)).toEqual({ maxSurge: 1, maxUnavailable: 0 });
  });

  test('what was asked for, in pods and in percent', () => {
    expect(steps(Rollout.rolling({ maxSurge: 1, maxUnavailable: 0 }), cpu)).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    expect(steps(Rollout.rolling({ maxSurge: 2 }), gpu)).toEqual({ maxSurge: 2, maxUnavailable: 0 });
    expect(steps(Rollout.rollingPercent({ maxSurge: 50 }), cpu)).toEqual({ maxSurge: '50%', maxUnavailable: 0 });
    expect(steps(Rollout.rollingPercent(), gpu)).toEqual({ maxSurge: 0, maxUnavailable: '25%' });
    expect(plain(rolloutPlan(Rollout.recreate(), cpu).strategy)).toEqual({ type: 'Recreate' });
  });

  test('never both zero, whatever is left out', () => {
    const amount = fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined });
    const spare = fc.option(fc.integer({ min: 0, max: 64 }), { nil: undefined });
    const context = fc.record({
      gpusPerPod: fc.integer({ min: 0, max: 8 }),
      replicas: fc.integer({ min: 1, max: 50 }),
      startupSeconds: fc.constant(60),
      prepareSeconds: fc.constant(0),
    });
    fc.assert(
      fc.property(
        amount,
        amount,
        spare,
        fc.boolean(),
        context,
        (maxSurge, maxUnavailable, spareGpus, percent, facts) => {
          const rollout = percent
            ? Rollout.rollingPercent({ maxSurge, maxUnavailable })
            : Rollout.rolling({ maxSurge, maxUnavailable, spareGpus });
          const { maxSurge: surge, maxUnavailable: unavailable } = steps(rollout, facts);
          expect([surge, unavailable]).not.toEqual([0, 0]);
        },
      ),
    );
  });
});

describe('deadline', () => {
  test('is never below that of Kubernetes, and above the start-up budget', () => {
    expect(rolloutPlan(undefined, cpu).progressDeadlineSeconds).toBe(600);
    expect(rolloutPlan(undefined, gpu).progressDeadlineSeconds).toBe(1800 + 600);
    const slow = { ...cpu, startupSeconds: 600, prepareSeconds: 300 };
    const rollout = Rollout.rolling({ minReady: Duration.seconds(30) });
    expect(rolloutPlan(rollout, slow)).toMatchObject({ progressDeadlineSeconds: 1230, minReadySeconds: 30 });
  });

  test('is what was asked for', () => {
    const rollout = Rollout.recreate({ progressDeadline: Duration.minutes(40), revisionHistoryLimit: 3 });
    expect(rolloutPlan(rollout, gpu)).toMatchObject({ progressDeadlineSeconds: 2400, revisionHistoryLimit: 3 });
  });

  test('always exceeds what a pod may take', () => {
    const time = fc.integer({ min: 10, max: 20_000 });
    fc.assert(
      fc.property(time, time, fc.integer({ min: 0, max: 8 }), (startupSeconds, prepareSeconds, gpusPerPod) => {
        const plan = rolloutPlan(undefined, { gpusPerPod, replicas: 2, startupSeconds, prepareSeconds });
        expect(plan.progressDeadlineSeconds).toBeGreaterThan(startupSeconds + prepareSeconds);
      }),
    );
  });
});

describe('downtime', () => {
  test('of a single GPU replica is said in the YAML', () => {
    expect(downtime(undefined, { ...gpu, replicas: 1 })).toMatch(/no spare GPUs/);
    expect(downtime(undefined, { ...gpu, replicas: 2 })).toBeUndefined();
    expect(downtime(Rollout.rolling({ spareGpus: 8 }), { ...gpu, replicas: 1 })).toBeUndefined();
  });

  test('is said where all may go at once', () => {
    expect(downtime(Rollout.recreate(), cpu)).toMatch(/Rollout\.recreate/);
    expect(downtime(Rollout.rolling({ maxUnavailable: 3, maxSurge: 1 }), cpu)).toMatch(/all of 3 replicas/);
    expect(downtime(Rollout.rollingPercent({ maxUnavailable: 100 }), cpu)).toMatch(/all of 3/);
    expect(downtime(Rollout.rollingPercent({ maxSurge: 0, maxUnavailable: 25 }), { ...cpu, replicas: 1 })).toMatch(
      /all of 1/,
    );
  });

  test('is not said where pods stay', () => {
    expect(downtime(undefined, { ...cpu, replicas: 1 })).toBeUndefined();
    expect(downtime(Rollout.rolling({ maxUnavailable: 2, maxSurge: 0 }), cpu)).toBeUndefined();
  });
});

test('counts the pods that a rollout adds', () => {
  expect(rolloutPlan(undefined, { ...cpu, replicas: 1 }).surgePods).toBe(1);
  expect(rolloutPlan(undefined, { ...gpu, replicas: 1 }).surgePods).toBe(0);
  expect(rolloutPlan(Rollout.recreate(), cpu).surgePods).toBe(0);
});

describe('wrong inputs', () => {
  const wrong = (
    title: string,
    rollout: Rollout,
    prop: string,
    expected: RegExp,
    fix: RegExp,
    context: RolloutContext = cpu,
  ): Wrong => [title, (check) => rollout._definition.check(check, context), prop, expected, fix];
  const none = { maxSurge: 0, maxUnavailable: 0 };
  refuses([
    wrong('both zero', Rollout.rolling(none), '', /no pod can be replaced/, /maxSurge to 1/),
    wrong('both 0 %', Rollout.rollingPercent(none), '', /no pod can/, /maxSurge to 1/),
    wrong('nobody to go on full GPUs', Rollout.rolling({ maxUnavailable: 0 }), '', /no pod can/, /spareGpus/, gpu),
    wrong(
      'more surge than spare GPUs',
      Rollout.rolling({ maxSurge: 2, spareGpus: 8 }),
      'maxSurge',
      /2 need 16, spareGpus is 8/,
      /lower maxSurge/,
      gpu,
    ),
    wrong('a negative surge', Rollout.rolling({ maxSurge: -1 }), 'maxSurge', /at least 0/, /number of pods/),
    wrong(
      'more than all of them',
      Rollout.rollingPercent({ maxUnavailable: 120 }),
      'maxUnavailable',
      /0 to 100/,
      /percentage/,
    ),
    wrong('half a second', Rollout.rolling({ minReady: Duration.millis(500) }), 'minReady', /whole seconds/, /whole/),
    wrong(
      'a deadline below the start-up budget',
      Rollout.rolling({ progressDeadline: Duration.minutes(10) }),
      'progressDeadline',
      /at least 1801/,
      /leave it out/,
      gpu,
    ),
    wrong(
      'a negative history',
      Rollout.recreate({ revisionHistoryLimit: -1 }),
      'revisionHistoryLimit',
      /at least 0/,
      /versions/,
    ),
  ]);

  test('compares nothing with facts that are unknown', () => {
    const problems = (rollout: Rollout) => problemsOf((check) => rollout._definition.check(check, {}));
    expect(problems(Rollout.rolling({ progressDeadline: Duration.seconds(1) }))).toEqual([]);
    expect(problems(Rollout.rolling({ maxUnavailable: 0 }))).toEqual([]);
    expect(problems(Rollout.rolling({ maxSurge: 2, maxUnavailable: 0, spareGpus: 1 }))).toEqual([]);
    expect(problems(Rollout.rolling({ maxSurge: 0, maxUnavailable: 0 }))).toHaveLength(1);
  });

  test('accepts what is right', () => {
    const right = [
      Rollout.rolling({ maxSurge: 1, maxUnavailable: 0 }),
      Rollout.rollingPercent({ maxSurge: 25, maxUnavailable: 0 }),
      Rollout.recreate(),
      Rollout.rolling({ spareGpus: 16, minReady: Duration.seconds(10), progressDeadline: Duration.hours(2) }),
    ];
    for (const context of [cpu, gpu])
      for (const rollout of right) expect(problemsOf((check) => rollout._definition.check(check, context))).toEqual([]);
  });
});
