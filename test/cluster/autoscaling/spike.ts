import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { Autoscaling, Probe } from '../../../lib';
import { sleep } from '../plane/processes';
import { DIST } from '../support/manifests';
import { PodWatch } from '../support/pods';
import { coresOf } from './metrics-load';
import { REAL_TIME } from './real-time';
import { type AutoscalingScenario, needed, requests, SERVICE } from './scenario';

/** Long enough to see that nothing happens, where Kubernetes without a window would act within 2 s. */
const QUIET_SECONDS = 12;
/** What one of its pods can bear, by its CPU limit. */
const CORES_PER_POD = 2;

/** M01 as committed, at 09:00. */
export async function churnPredictorAtNine(run: AutoscalingScenario): Promise<void> {
  run.perMinute(500);
  const applied = await run.plane.kubectl.apply(join(DIST, 'churn-predictor', 'prod'));
  expect(applied).toMatchObject({ code: 0 });
  await run.replicas.untilReady(3);
  await run.condition('ScalingActive', 'ValidMetricFound');
  // What the autoscaler does by itself in the night, after its five minutes.
  await run.kubectl('scale', 'deployment/churn-predictor', '--replicas=2');
  await run.replicas.until('2 replicas', (now) => now === 2);
  const pods = await PodWatch.start(run.plane, run.namespace);

  await theSpike(run);
  expect(run.replicas.numbers[0]).toBe(2);
  expect(overloaded(run)).toBeGreaterThan(0);
  expect(run.replicas.most).toBeLessThanOrEqual(20);
  expectSteps(run.replicas.numbers, (from) => Math.max(from * 2, from + 4));

  run.perMinute(500);
  await sleep(QUIET_SECONDS * 1000);
  run.say(`the load is gone, ${QUIET_SECONDS} s later`);
  expect(run.replicas.numbers).toHaveLength(1);
  if (REAL_TIME) await theWholeFall(run);
  pods.stop();
  expect(pods.leastReady).toBeGreaterThanOrEqual(needed(500));
}

/** With a floor whose CPU limits bear the spike, nobody waits while the others start. */
export async function raisedFloor(run: AutoscalingScenario): Promise<void> {
  const readiness = Probe.http({ path: '/health', initialDelay: Duration.seconds(20) });
  const autoscaling = Autoscaling.onCpu({ minReplicas: 3, maxReplicas: 20, utilization: 70 });
  run.perMinute(500);
  await run.apply({ ...SERVICE, probes: { readiness }, autoscaling });
  await run.replicas.untilReady(3);
  await run.condition('ScalingActive', 'ValidMetricFound');

  await theSpike(run);
  expect(run.replicas.numbers[0]).toBe(3);
  expect(overloaded(run)).toBe(0);
}

async function theSpike(run: AutoscalingScenario): Promise<void> {
  run.perMinute(5000);
  await run.settledAt(5000);
  const ready = await run.replicas.untilReady();
  const seconds = `all ready after ${Math.round(ready)} s, too few for ${overloaded(run)} s`;
  run.say(`09:00, 500 -> 5,000 requests a minute, ${seconds}`);
}

/** Seconds during which the ready pods together could not bear the spike. */
function overloaded(run: AutoscalingScenario): number {
  return run.replicas.secondsBelow(Math.ceil(coresOf(requests(5000)) / CORES_PER_POD));
}

/** Nothing for five minutes, then a tenth (rounded up) a minute. */
async function theWholeFall(run: AutoscalingScenario): Promise<void> {
  await run.replicas.until('back at the floor', (now) => now === 2, 1500);
  run.say('the load is gone for good');
  const { numbers } = run.replicas;
  const steps = numbers.slice(0, -1).map((from) => Math.min(Math.floor(from * 0.9), from - 1));
  expect(numbers.slice(1)).toEqual(steps);
}

/** The same with a short window and a fast fall, so that a test can wait for it. */
export async function upAndDown(run: AutoscalingScenario): Promise<void> {
  const scaleDown = { stabilization: Duration.seconds(10), maxPercent: 50, period: Duration.seconds(5) };
  const bounds = { minReplicas: 2, maxReplicas: 20 };
  run.perMinute(500);
  await run.apply({ ...SERVICE, autoscaling: Autoscaling.onCpu({ ...bounds, utilization: 70, scaleDown }) });
  await run.replicas.until('2 replicas', (now) => now === 2);
  run.say('first apply, nothing said of replicas');
  await run.settledAt(500);

  run.perMinute(5000);
  await run.settledAt(5000);
  run.say('500 -> 5,000 requests a minute');
  for (const perMinute of [1500, 500]) {
    const pods = await run.watched(async () => {
      run.perMinute(perMinute);
      await run.settledAt(perMinute);
    });
    run.say(`down to ${perMinute} requests a minute, never fewer than ${pods.leastReady} ready`);
    expect(run.replicas.now).toBe(needed(perMinute));
    expect(pods.leastReady).toBe(needed(perMinute));
  }
}

/** More load than the most replicas can bear. */
export async function tooMuch(run: AutoscalingScenario): Promise<void> {
  run.perMinute(50_000);
  await run.apply(SERVICE);
  await run.replicas.until('20 replicas', (now) => now === 20);
  await run.replicas.untilReady(20);
  await run.condition('ScalingLimited', 'TooManyReplicas');
  await sleep(6000);
  run.say(`50,000 requests a minute, which would need ${needed(50_000)}`);
  expect(run.replicas.most).toBe(20);
}

/** Each number is at most what the rule allows after the one before it. */
function expectSteps(numbers: number[], most: (before: number) => number): void {
  numbers.slice(1).forEach((number, index) => {
    expect(number).toBeLessThanOrEqual(most(numbers[index]));
  });
}
