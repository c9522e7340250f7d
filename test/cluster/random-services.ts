import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import { type ClusterTarget, ModelService } from '../../lib';
import { arbitraryProps } from '../support/arbitrary-service';
import { refusedPod } from './acceptance';
import type { Manifest } from './api';
import type { ControlPlane } from './control-plane';
import { podTemplatesOf, rewrittenFields } from './manifests';
import { applyObject, inParallel, type Paths } from './server-side';
import { objectsOf } from './synth';

const NAMESPACE = 'random';

/** Printed with every failure, so that it can be had again: CLUSTER_SEED=... npm run test:cluster -- random */
export const SEED = Number(process.env.CLUSTER_SEED ?? Date.now() % 2 ** 31);

/** The objects of each random service that synth accepts; what it refuses never reaches a cluster. */
export function randomServices(runs: number, targets: fc.Arbitrary<ClusterTarget>): Manifest[][] {
  const sets = fc.sample(fc.tuple(arbitraryProps, targets), { seed: SEED, numRuns: runs });
  return sets.flatMap(([props, target], index) => {
    const app = new App();
    target.applyTo(app);
    const chart = new Chart(app, 'chart', { namespace: NAMESPACE });
    try {
      new ModelService(chart, `s${index}`, props);
    } catch {
      return [];
    }
    return [objectsOf(chart)];
  });
}

/** The namespace that the services go into, confined as ours are. */
export async function makeNamespace(plane: ControlPlane, paths: Paths): Promise<void> {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE, labels } };
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'mine', namespace: NAMESPACE } };
  for (const object of [namespace, account]) await applyObject(plane.api, paths, object, false);
}

/** Refusals, warnings, and fields that the server drops or rewrites, as for a feature that it does not have. */
export async function refusedObjects(plane: ControlPlane, paths: Paths, objects: Manifest[]): Promise<string[]> {
  const answers = await inParallel(objects, 8, async (object) => {
    // Accounts are made for real: pods need them.
    const { problems, live } = await applyObject(plane.api, paths, object, object.kind !== 'ServiceAccount');
    const rewritten = live ? rewrittenFields(object, live) : [];
    return [...problems, ...rewritten.map((each) => `${object.kind}/${object.metadata.name} ${each}`)];
  });
  return answers.flat();
}

/** Pods that admission refuses; those that run as whatever the image says are out of Pod Security's reach, and ours. */
export async function refusedPodsOf(plane: ControlPlane, services: Manifest[][]): Promise<string[]> {
  const templates = services.map((objects) => objects.flatMap(podTemplatesOf));
  const confined = templates.filter((each) => each.every(({ spec }) => spec.securityContext?.runAsUser !== undefined));
  return (await inParallel(confined.flat(), 8, (template) => refusedPod(plane.api, template))).flat();
}
