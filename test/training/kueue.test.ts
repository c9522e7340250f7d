import type { Manifest } from '../cluster/plane/api';
import type { ControlPlane } from '../cluster/plane/control-plane';
import { apply } from './controllers/installation';
import { Objects } from './support/objects';
import { finish, livePods, noPods, runningPods } from './support/pods';
import { jobSet, KINDS, queues } from './support/queued';
import { describeWith } from './support/suite';
import { createNamespace, startTrainingPlane } from './support/training-plane';

const CONTROLLERS = ['jobset', 'trainer', 'training-operator', 'kueue'] as const;
const kinds = Object.keys(KINDS);
const namespaceOf = (kind: string) => kind.toLowerCase();

describeWith(CONTROLLERS, 'Kueue', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startTrainingPlane({ name: 'kueue', controllers: CONTROLLERS });
    const namespaces = [...kinds.map(namespaceOf), 'order', 'conflict'];
    for (const namespace of namespaces) await createNamespace(plane, namespace);
    await apply(plane, 'queues', queues(namespaces));
  });

  afterAll(() => plane?.stop());

  const isSuspended = ({ kind, spec }: Manifest) => (kind === 'PyTorchJob' ? spec.runPolicy.suspend : spec.suspend);

  it.each(kinds)('holds a %s back until all of it has room, and lets it be applied again', async (kind) => {
    const namespace = namespaceOf(kind);
    const first = new Objects(plane, [jobSet('before', namespace)]);
    expect(await first.apply()).toBe('');
    const before = await runningPods(plane, namespace, 2);

    const objects = new Objects(plane, KINDS[kind](namespace));
    expect(await objects.apply()).toBe('');
    await plane.until(`a ${kind} that waits`, async () => isSuspended(await objects.live(kind)) === true);
    expect(await objects.applyAgain()).toEqual([]);
    expect(await livePods(plane, namespace)).toHaveLength(2);

    for (const pod of before) await finish(plane, pod, 0);
    const pods = await runningPods(plane, namespace, 2);
    expect(pods.every(({ spec }) => spec.nodeSelector.pool === 'gpu')).toBe(true);
    expect(isSuspended(await objects.live(kind))).toBe(false);
    expect(await objects.applyAgain()).toEqual([]);
    expect(await runningPods(plane, namespace, 2)).toHaveLength(2);

    await objects.delete();
    await first.delete();
    await plane.until('empty', async () => (await livePods(plane, namespace)).length === 0);
  });

  it('stops a job for an urgent one, as a whole, and starts it again', async () => {
    const usual = new Objects(plane, [jobSet('usual', 'order')]);
    expect(await usual.apply()).toBe('');
    await runningPods(plane, 'order', 2);
    const urgent = new Objects(plane, [jobSet('urgent', 'order', { priority: 'urgent' })]);
    expect(await urgent.apply()).toBe('');
    const of = (name: string) => (pod: Manifest) => pod.metadata.labels['jobset.sigs.k8s.io/jobset-name'] === name;
    const pods = await runningPods(plane, 'order', 2, of('urgent'));
    expect((await livePods(plane, 'order')).filter(of('usual'))).toEqual([]);
    for (const pod of pods) await finish(plane, pod, 0);
    for (const pod of await runningPods(plane, 'order', 2, of('usual'))) await finish(plane, pod, 0);
    await usual.condition('JobSet', 'Completed');
    await noPods(plane, 'order');
  });

  it('makes a second apply conflict where the toleration is that of the flavor alone', async () => {
    const objects = new Objects(plane, [
      jobSet('run', 'conflict', {}, [{ key: 'other', operator: 'Exists', effect: 'NoSchedule' }]),
    ]);
    expect(await objects.apply()).toBe('');
    await runningPods(plane, 'conflict', 2);
    expect((await objects.applyAgain())[0]).toContain('conflict');
  });
});
