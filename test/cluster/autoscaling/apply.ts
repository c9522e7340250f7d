import { Autoscaling, type ModelServiceProps } from '../../../lib';
import type { Outcome } from '../plane/kubectl';
import { ownNamespace } from '../support/charts';
import type { ManifestFolder } from '../support/manifests';
import { synthesize } from '../support/synth';
import { type AutoscalingScenario, SERVICE } from './scenario';

const NEW_IMAGE = 'registry.test/model:2.0.0';
const NEVER_READY = 'registry.test/never-ready:1';
const BOUNDS = { minReplicas: 2, maxReplicas: 20, utilization: 70 };
const FIXED = { ...SERVICE, autoscaling: undefined, replicas: 6 };

type Apply = (run: AutoscalingScenario, props: ModelServiceProps) => Promise<void>;

export const serverSide: Apply = async (run, props) => {
  await run.apply(props);
};

export const clientSide: Apply = async (run, props) => {
  succeeded(await run.plane.kubectl.apply(manifestsOf(run, props).path));
};

/** A new image while the autoscaler has raised the number. */
export async function rolloutInTheSpike(run: AutoscalingScenario, apply: Apply): Promise<void> {
  run.perMinute(3000);
  await apply(run, SERVICE);
  await run.settledAt(3000);
  const before = run.replicas.now;
  const pods = await run.watched(async () => {
    run.replicas.forget();
    await apply(run, { ...SERVICE, image: NEW_IMAGE });
    await run.mustEnd();
  });
  run.say(`new image during the spike (${apply.name}), never fewer than ${pods.leastReady} ready`);
  expect(run.replicas.numbers).toEqual([before]);
  expect(pods.leastReady).toBe(before);
  expect(pods.mostPods).toBeGreaterThan(before);
}

/** With `initialReplicas` the same apply takes the pods away in the midst of the load, unless the server refuses it. */
export async function initialReplicasInTheSpike(run: AutoscalingScenario, apply: Apply): Promise<void> {
  const props = { ...SERVICE, autoscaling: Autoscaling.onCpu({ ...BOUNDS, initialReplicas: 3 }) };
  run.perMinute(3000);
  await apply(run, props);
  await run.settledAt(3000);
  const before = run.replicas.now;
  if (apply === serverSide) {
    const conflict = 'conflict with "kube-controller-manager" with subresource "scale" using apps/v1: .spec.replicas';
    await expect(apply(run, props)).rejects.toThrow(conflict);
    expect(run.replicas.now).toBe(before);
  }
  const pods = await run.watched(async () => {
    run.replicas.forget();
    await (apply === serverSide ? forced(run, props) : apply(run, props));
    await run.plane.until('back at 3 replicas', async () => run.replicas.numbers.includes(3));
    await run.settledAt(3000);
  });
  run.say(`the same manifest again, with initialReplicas: 3 (${apply.name}), ${pods.leastReady} ready meanwhile`);
  expect(run.replicas.fewest).toBe(3);
  expect(pods.leastReady).toBeLessThan(before);
}

/** As Flux applies, and Argo CD with its server-side option. */
async function forced(run: AutoscalingScenario, props: ModelServiceProps): Promise<void> {
  succeeded(await run.plane.kubectl.applyServerSide(manifestsOf(run, props).path, '--force-conflicts'));
}

/** A service that had a fixed number gets an autoscaler. */
export async function fixedToAutoscaled(run: AutoscalingScenario, apply: Apply): Promise<void> {
  run.perMinute(1500);
  await apply(run, FIXED);
  await run.replicas.untilReady(6);
  run.replicas.forget();
  const pods = await run.watched(async () => {
    await apply(run, SERVICE);
    await run.plane.until('at 1 replica', async () => run.replicas.numbers.includes(1));
    await run.settledAt(1500);
  });
  run.say(`from replicas: 6 to an autoscaler (${apply.name}), ${pods.leastReady} ready meanwhile`);
  expect(pods.leastReady).toBeLessThan(5);
}

/** The same, after the autoscaler was given the number: https://kubernetes.io/docs/reference/using-api/server-side-apply/#transferring-ownership */
export async function handedOver(run: AutoscalingScenario, apply: Apply): Promise<void> {
  run.perMinute(1500);
  await apply(run, FIXED);
  await run.replicas.untilReady(6);
  run.replicas.forget();
  const pods = await run.watched(async () => {
    if (apply === serverSide) {
      const metadata = { name: 'model', namespace: run.namespace };
      const owned = { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: 6 } };
      const flags = ['apply', '--server-side', '--field-manager=handover', '-f', '-'];
      succeeded(await run.plane.kubectl.run(flags, JSON.stringify(owned)));
    } else {
      const { objects } = manifestsOf(run, SERVICE);
      const deployment = objects.find(({ kind }) => kind === 'Deployment');
      succeeded(await run.plane.kubectl.run(['apply', 'set-last-applied', '-f', '-'], JSON.stringify(deployment)));
    }
    await apply(run, SERVICE);
    await run.condition('ScalingActive', 'ValidMetricFound');
  });
  run.say(`the same after a handover (${apply.name}), never fewer than ${pods.leastReady} ready`);
  expect(run.replicas.numbers).toEqual([6]);
  expect(pods.leastReady).toBe(6);
}

/** An image that does not start, applied just before the load rises. */
export async function brokenImageInTheSpike(run: AutoscalingScenario): Promise<void> {
  run.perMinute(500);
  await run.apply({ ...SERVICE, autoscaling: Autoscaling.onCpu({ ...BOUNDS, maxReplicas: 8 }) });
  await run.settledAt(500);
  const pods = await run.watched(async () => {
    const autoscaling = Autoscaling.onCpu({ ...BOUNDS, maxReplicas: 8 });
    await run.apply({ ...SERVICE, autoscaling, image: NEVER_READY });
    run.perMinute(5000);
    await run.replicas.until('8 replicas', (now) => now === 8);
    await run.plane.until('ready as far as can be', async () => run.replicas.ready >= 6);
  });
  run.say(
    `a broken image before the spike: ${run.replicas.ready} of the old ones ready, at most ${pods.mostPods} pods`,
  );
  expect(run.replicas.most).toBe(8);
  // a quarter more while a rollout runs
  expect(pods.mostPods).toBeLessThanOrEqual(10);
  expect(pods.leastReady).toBe(2);
}

/** A model that burns CPU and never gets ready is no load. */
export async function neverReady(run: AutoscalingScenario): Promise<void> {
  run.perMinute(5000);
  await run.apply({ ...SERVICE, image: NEVER_READY });
  await run.condition('ScalingActive', 'FailedGetResourceMetric');
  await run.replicas.until('the floor', (now) => now === 2);
  run.say('an image that burns its CPU limit and never gets ready');
  expect(run.replicas.most).toBe(2);
}

function manifestsOf(run: AutoscalingScenario, props: ModelServiceProps): ManifestFolder {
  return synthesize(run.plane, run.namespace, (app) => ownNamespace(app, run.namespace, props));
}

function succeeded(outcome: Outcome): void {
  if (outcome.code !== 0) throw new Error(outcome.stderr);
}
