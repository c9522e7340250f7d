import type { Manifest } from '../../cluster/plane/api';
import type { ControlPlane } from '../../cluster/plane/control-plane';
import { environmentOf } from './environment';
import { type EngineId, type MadeProps, made } from './made';
import { Objects } from './objects';
import { runningPods } from './pods';
import { ranksOf } from './ranks';

/** Applies what the library makes, in a namespace of its own, and expects no word against it. */
export async function applied(
  plane: ControlPlane,
  engine: EngineId,
  namespace: string,
  props: MadeProps,
): Promise<{ readonly objects: Objects; readonly manifests: Manifest[] }> {
  const manifests = made(engine, namespace, props);
  const objects = new Objects(plane, manifests);
  expect(await objects.apply()).toBe('');
  return { objects, manifests };
}

/**
 * Waits for all pods of the gang, and compares their environments with those that the processes of the rendezvous suite
 * are started with.
 */
export async function expectRanks(
  plane: ControlPlane,
  engine: Exclude<EngineId, 'kubeRay'>,
  namespace: string,
  manifests: readonly Manifest[],
): Promise<Manifest[]> {
  const expected = ranksOf(engine, manifests).map(({ environment }) => sorted(environment));
  const pods = await runningPods(plane, namespace, expected.length);
  const found = pods.map((pod) => sorted(environmentOf(pod)));
  expect([...found].sort(byText)).toEqual([...expected].sort(byText));
  return pods;
}

function sorted(environment: object): object {
  return Object.fromEntries(Object.entries(environment).sort(byText));
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
