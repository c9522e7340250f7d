import { Duration } from 'cdk8s';
import { Cleanup, Distribution, FailurePolicy } from '../../lib';
import type { Manifest } from '../cluster/plane/api';
import type { ControlPlane } from '../cluster/plane/control-plane';
import { environmentOf } from './support/environment';
import { ofIndexedJob } from './support/injected';
import { Objects } from './support/objects';
import { applied, expectRanks } from './support/own';
import { disrupt, finish, livePods, noPods, runningPods } from './support/pods';
import { createNamespace, startTrainingPlane } from './support/training-plane';

const INDEX = 'batch.kubernetes.io/job-completion-index';

/** A Job whose code 2 is a mistake in the configuration, and for which a disruption is no failure. */
function job(namespace: string, more: object = {}): Manifest {
  const container = { name: 'main', image: 'test' };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'run', namespace },
    spec: {
      backoffLimit: 1,
      podReplacementPolicy: 'Failed',
      podFailurePolicy: {
        rules: [
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
          { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [2] } },
        ],
      },
      template: { spec: { restartPolicy: 'Never', subdomain: 'run', containers: [container] } },
      ...more,
    },
  };
}

const GANG = { completionMode: 'Indexed', completions: 3, parallelism: 3 };

describe('Jobs of Kubernetes alone', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startTrainingPlane({ name: 'job', controllers: [] });
  });

  afterAll(() => plane?.stop());

  const started = async (object: Manifest) => {
    await createNamespace(plane, object.metadata.namespace);
    const objects = new Objects(plane, [object]);
    expect(await objects.apply()).toBe('');
    return objects;
  };
  const others = (pod: Manifest) => (each: Manifest) => each.metadata.uid !== pod.metadata.uid;

  it('does not count disruptions, and stops at once with a code that stands for a mistake', async () => {
    const objects = await started(job('single'));
    for (let times = 0; times < 2; times++) {
      const [pod] = await runningPods(plane, 'single', 1);
      await disrupt(plane, pod);
      await runningPods(plane, 'single', 1, others(pod));
    }
    expect((await objects.live('Job')).status.failed ?? 0).toBe(0);
    const [pod] = await runningPods(plane, 'single', 1);
    await finish(plane, pod, 2);
    const { reason, message } = await objects.condition('Job', 'Failed');
    expect(reason).toBe('PodFailurePolicy');
    expect(message).toBe(
      `Container main for pod single/${pod.metadata.name} failed with exit code 2 matching FailJob rule at index 1`,
    );
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('tries again after another code, as often as it may', async () => {
    const objects = await started(job('again'));
    const [pod] = await runningPods(plane, 'again', 1);
    await finish(plane, pod, 1);
    const [next] = await runningPods(plane, 'again', 1, others(pod));
    await finish(plane, next, 1);
    expect(await objects.condition('Job', 'Failed')).toMatchObject({ reason: 'BackoffLimitExceeded' });
  });

  it('names the pods of a gang by their index, and gives a replacement the same', async () => {
    await started(job('gang', GANG));
    const pods = await runningPods(plane, 'gang', 3);
    const run = { name: 'run', namespace: 'gang', nodes: 3, processes: 1 };
    expect(pods.map((pod) => environmentOf(pod))).toEqual([0, 1, 2].map((index) => ofIndexedJob(run, index)));
    expect(pods.map(({ spec }) => `${spec.hostname}.${spec.subdomain}`)).toEqual([
      'run-0.run',
      'run-1.run',
      'run-2.run',
    ]);
    await finish(plane, pods[1], 1);
    await runningPods(plane, 'gang', 3, others(pods[1]));
    const now = (await livePods(plane, 'gang')).filter(({ status }) => status.phase === 'Running');
    expect(now.map(({ metadata }) => metadata.annotations[INDEX])).toEqual(['0', '1', '2']);
    expect(now.map(({ spec }) => spec.hostname)).toEqual(['run-0', 'run-1', 'run-2']);
    // the other two run on: no Job restarts its gang
    expect(now.filter(({ metadata }) => pods.some((pod) => pod.metadata.uid === metadata.uid))).toHaveLength(2);
  });

  it('says in its message that a disruption failed it, where the policy asks for that', async () => {
    const rules = [{ action: 'FailJob', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }];
    const objects = await started(job('failing', { ...GANG, backoffLimit: 0, podFailurePolicy: { rules } }));
    const [pod] = await runningPods(plane, 'failing', 3);
    await disrupt(plane, pod);
    expect((await objects.condition('Job', 'Failed')).message).toBe(
      `Pod failing/${pod.metadata.name} has condition DisruptionTarget matching FailJob rule at index 0`,
    );
    await noPods(plane, 'failing');
  });

  it('keeps its deadline, ends, and is deleted after its time to live', async () => {
    const late = await started(job('late', { activeDeadlineSeconds: 5 }));
    await runningPods(plane, 'late', 1);
    expect(await late.condition('Job', 'Failed')).toMatchObject({ reason: 'DeadlineExceeded' });
    const done = await started(job('done', { ttlSecondsAfterFinished: 2 }));
    await finish(plane, (await runningPods(plane, 'done', 1))[0], 0);
    await done.condition('Job', 'Complete');
    await done.untilGone('Job');
  });

  it('runs one pod as the library writes it: disruptions do not count, other failures do, one code ends it', async () => {
    const failure = FailurePolicy.replacePods({ maxReplacements: 1, configErrorCodes: [2] });
    const { objects } = await applied(plane, 'kubernetes', 'own-pod', { command: ['train'], failure });
    const [first] = await runningPods(plane, 'own-pod', 1);
    expect(await objects.applyAgain()).toEqual([]);
    await disrupt(plane, first);
    const [second] = await runningPods(plane, 'own-pod', 1, others(first));
    expect((await objects.live('Job')).status.failed ?? 0).toBe(0);
    await finish(plane, second, 1);
    const [third] = await runningPods(plane, 'own-pod', 1, others(second));
    await finish(plane, third, 2);
    expect(await objects.condition('Job', 'Failed')).toMatchObject({ reason: 'PodFailurePolicy' });
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('runs a gang as the library writes it: ranks, a replacement of the same rank, the end, and the removal', async () => {
    const distribution = Distribution.pyTorch({ nodes: 3, processesPerNode: 1 });
    const cleanup = Cleanup.after(Duration.seconds(2));
    const { objects, manifests } = await applied(plane, 'kubernetes', 'own-gang', { distribution, cleanup });
    const pods = await expectRanks(plane, 'kubernetes', 'own-gang', manifests);
    expect(await objects.applyAgain()).toEqual([]);
    await finish(plane, pods[1], 1);
    await runningPods(plane, 'own-gang', 3, others(pods[1]));
    for (const pod of await expectRanks(plane, 'kubernetes', 'own-gang', manifests)) await finish(plane, pod, 0);
    await objects.untilGone('Job');
  });
});
