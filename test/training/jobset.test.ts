import { Duration } from 'cdk8s';
import { Cleanup, Distribution, FailurePolicy } from '../../lib';
import type { Manifest } from '../cluster/plane/api';
import type { ControlPlane } from '../cluster/plane/control-plane';
import { environmentOf } from './support/environment';
import { jobSetHost, ofIndexedJob } from './support/injected';
import { Objects } from './support/objects';
import { applied, expectRanks } from './support/own';
import { disrupt, finish, noPods, runningPods } from './support/pods';
import { describeWith } from './support/suite';
import { createNamespace, startTrainingPlane } from './support/training-plane';

const INDEX = "metadata.annotations['batch.kubernetes.io/job-completion-index']";

/** Three nodes that restart as a whole; exit code 2 is a mistake in the configuration. */
function gang(name: string, namespace: string, more: object = {}): Manifest {
  const run = { name, namespace, nodes: 3, processes: 1 };
  const env = [
    { name: 'RANK', valueFrom: { fieldRef: { fieldPath: INDEX } } },
    { name: 'MASTER_ADDR', value: jobSetHost(run, 'node', 0) },
    { name: 'TASK', value: '{"index":$(RANK)}' },
    { name: 'TOO_EARLY', value: '$(JOB_COMPLETION_INDEX)' },
  ];
  return {
    apiVersion: 'jobset.x-k8s.io/v1alpha2',
    kind: 'JobSet',
    metadata: { name, namespace },
    spec: {
      failurePolicy: {
        maxRestarts: 1,
        rules: [
          {
            name: 'config_error',
            action: 'FailJobSet',
            onJobFailureReasons: ['PodFailurePolicy'],
            onJobFailureMessagePatterns: ['failed with exit code'],
          },
          {
            name: 'disruption',
            action: 'RestartJobSetAndIgnoreMaxRestarts',
            onJobFailureReasons: ['PodFailurePolicy'],
            onJobFailureMessagePatterns: ['has condition DisruptionTarget'],
          },
        ],
      },
      replicatedJobs: [
        {
          name: 'node',
          replicas: 1,
          template: {
            spec: {
              completionMode: 'Indexed',
              completions: 3,
              parallelism: 3,
              backoffLimit: 0,
              podReplacementPolicy: 'Failed',
              podFailurePolicy: {
                rules: [
                  { action: 'FailJob', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
                  { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [2] } },
                ],
              },
              template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'test', env }] } },
            },
          },
        },
      ],
      ...more,
    },
  };
}

describeWith(['jobset'], 'JobSet', () => {
  const namespace = 'jobs';
  const run = { name: 'gang', namespace, nodes: 3, processes: 1 };
  let plane: ControlPlane;
  let objects: Objects;

  beforeAll(async () => {
    plane = await startTrainingPlane({ name: 'jobset', controllers: ['jobset'] });
    await createNamespace(plane, namespace);
    objects = new Objects(plane, [gang('gang', namespace)]);
  });

  afterAll(() => plane?.stop());

  const ofAttempt = (attempt: number) => (pod: Manifest) => {
    return pod.metadata.labels['jobset.sigs.k8s.io/restart-attempt'] === `${attempt}`;
  };
  const restarts = async () => {
    const { restarts: all = 0, restartsCountTowardsMax = 0 } = (await objects.live('JobSet')).status;
    return [all, restartsCountTowardsMax];
  };

  it('admits the gang and starts all of it; each pod knows its rank', async () => {
    expect(await objects.apply()).toBe('');
    const pods = await runningPods(plane, namespace, 3);
    expect(pods.map((pod) => environmentOf(pod))).toEqual(
      [0, 1, 2].map((index) => ({
        ...ofIndexedJob(run, index),
        RANK: `${index}`,
        MASTER_ADDR: 'gang-node-0-0.gang',
        TASK: `{"index":${index}}`,
        // injected variables come last, so ours cannot name them
        TOO_EARLY: '$(JOB_COMPLETION_INDEX)',
      })),
    );
    expect(pods.map(({ spec }) => `${spec.hostname}.${spec.subdomain}`)).toEqual(
      [0, 1, 2].map((index) => jobSetHost(run, 'node', index)),
    );
    const service = await plane.api.get(`/api/v1/namespaces/${namespace}/services/gang`);
    expect(service.spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
  });

  it('takes a second apply without a change', async () => {
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('restarts all after a disruption, which does not count', async () => {
    const [, second] = await runningPods(plane, namespace, 3);
    await disrupt(plane, second);
    const pods = await runningPods(plane, namespace, 3, ofAttempt(1));
    expect(pods.map((pod) => environmentOf(pod).RANK)).toEqual(['0', '1', '2']);
    expect(await restarts()).toEqual([1, 0]);
  });

  it('restarts all after another exit code, which counts', async () => {
    const [, , third] = await runningPods(plane, namespace, 3);
    await finish(plane, third, 1);
    await runningPods(plane, namespace, 3, ofAttempt(2));
    expect(await restarts()).toEqual([2, 1]);
  });

  it('fails at once with a code that stands for a mistake, and ends the others', async () => {
    const [first] = await runningPods(plane, namespace, 3);
    await finish(plane, first, 2);
    expect(await objects.condition('JobSet', 'Failed')).toMatchObject({ reason: 'FailJobSetFailurePolicyAction' });
    await noPods(plane, namespace);
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('fails when the restarts are spent', async () => {
    await createNamespace(plane, 'spent');
    const other = new Objects(plane, [gang('gang', 'spent')]);
    expect(await other.apply()).toBe('');
    await finish(plane, (await runningPods(plane, 'spent', 3))[0], 1);
    await finish(plane, (await runningPods(plane, 'spent', 3, ofAttempt(1)))[0], 1);
    expect(await other.condition('JobSet', 'Failed')).toMatchObject({ reason: 'ReachedMaxRestarts' });
  });

  it('completes, and is deleted after its time to live', async () => {
    await createNamespace(plane, 'done');
    const other = new Objects(plane, [gang('gang', 'done', { ttlSecondsAfterFinished: 5 })]);
    expect(await other.apply()).toBe('');
    for (const pod of await runningPods(plane, 'done', 3)) await finish(plane, pod, 0);
    expect(await other.condition('JobSet', 'Completed')).toMatchObject({ reason: 'AllJobsCompleted' });
    await other.untilGone('JobSet');
  });

  it('ends the servers of a gang once those that count have succeeded', async () => {
    await createNamespace(plane, 'roles');
    const object = gang('gang', 'roles', { successPolicy: { operator: 'All', targetReplicatedJobs: ['node'] } });
    const [node] = object.spec.replicatedJobs;
    const { podFailurePolicy: _none, ...spec } = node.template.spec;
    const server = { ...spec, completions: 2, parallelism: 2 };
    object.spec.replicatedJobs.push({ ...node, name: 'ps', template: { spec: server } });
    const other = new Objects(plane, [object]);
    expect(await other.apply()).toBe('');
    const pods = await runningPods(plane, 'roles', 5);
    const counting = pods.filter(({ metadata }) => metadata.name.startsWith('gang-node-'));
    for (const pod of counting) await finish(plane, pod, 0);
    await other.condition('JobSet', 'Completed');
    await noPods(plane, 'roles');
    expect(await other.applyAgain()).toEqual([]);
  });

  it('runs what the library writes: ranks, restarts by cause, and a code that ends all of it', async () => {
    const distribution = Distribution.pyTorch({ nodes: 3, processesPerNode: 1 });
    const failure = FailurePolicy.restartGang({ maxRestarts: 1, configErrorCodes: [2] });
    const made = await applied(plane, 'jobSet', 'own', { distribution, failure });
    objects = made.objects;
    const pods = await expectRanks(plane, 'jobSet', 'own', made.manifests);
    expect(await objects.applyAgain()).toEqual([]);
    await disrupt(plane, pods[1]);
    const [, , third] = await runningPods(plane, 'own', 3, ofAttempt(1));
    expect(await restarts()).toEqual([1, 0]);
    await finish(plane, third, 1);
    const [first] = await runningPods(plane, 'own', 3, ofAttempt(2));
    expect(await restarts()).toEqual([2, 1]);
    await expectRanks(plane, 'jobSet', 'own', made.manifests);
    await finish(plane, first, 2);
    expect(await objects.condition('JobSet', 'Failed')).toMatchObject({ reason: 'FailJobSetFailurePolicyAction' });
    await noPods(plane, 'own');
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('runs roles as the library writes them: servers end with those that count, and the run is removed', async () => {
    const distribution = Distribution.tensorFlow({
      chief: { replicas: 1 },
      workers: { replicas: 2 },
      parameterServers: { replicas: 1 },
    });
    const cleanup = Cleanup.after(Duration.seconds(5));
    const made = await applied(plane, 'jobSet', 'own-roles', { distribution, cleanup });
    const pods = await expectRanks(plane, 'jobSet', 'own-roles', made.manifests);
    const serving = ({ metadata }: Manifest) => /-ps-|parameter/.test(metadata.name);
    expect(pods.filter(serving)).toHaveLength(1);
    for (const pod of pods.filter((each) => !serving(each))) await finish(plane, pod, 0);
    await made.objects.condition('JobSet', 'Completed');
    await noPods(plane, 'own-roles');
    await made.objects.untilGone('JobSet');
  });

  it('fails at the deadline that the library writes, without another attempt', async () => {
    const distribution = Distribution.jax({ nodes: 2 });
    const made = await applied(plane, 'jobSet', 'own-late', { distribution, deadline: Duration.seconds(8) });
    await expectRanks(plane, 'jobSet', 'own-late', made.manifests);
    await made.objects.condition('JobSet', 'Failed');
    await noPods(plane, 'own-late');
  });

  it('refuses what it cannot name', async () => {
    const long = new Objects(plane, [gang('g'.repeat(49), namespace)]);
    expect(await long.apply()).toContain('pod names generated for this JobSet will exceed 63 characters');
  });
});
