import { Duration } from 'cdk8s';
import { Cleanup, Distribution, FailurePolicy } from '../../lib';
import type { Manifest } from '../cluster/plane/api';
import type { ControlPlane } from '../cluster/plane/control-plane';
import { sleep } from '../cluster/plane/processes';
import { environmentOf } from './support/environment';
import { ofTrainingOperator } from './support/injected';
import { Objects } from './support/objects';
import { applied, expectRanks } from './support/own';
import { disrupt, finish, livePods, noPods, pastDeadline, remove, runningPods } from './support/pods';
import { describeWith } from './support/suite';
import { createNamespace, startTrainingPlane } from './support/training-plane';

const CONTAINERS = { PyTorchJob: 'pytorch', TFJob: 'tensorflow', XGBoostJob: 'xgboost', JAXJob: 'jax' } as const;
const ROLES = {
  PyTorchJob: 'pytorchReplicaSpecs',
  TFJob: 'tfReplicaSpecs',
  XGBoostJob: 'xgbReplicaSpecs',
  JAXJob: 'jaxReplicaSpecs',
} as const;
type Kind = keyof typeof CONTAINERS;

function job(kind: Kind, namespace: string, roles: { [role: string]: number }, more: object = {}, restart = 'Never') {
  const template = { spec: { containers: [{ name: CONTAINERS[kind], image: 'test' }] } };
  const replicaSpecs = Object.fromEntries(
    Object.entries(roles).map(([role, replicas]) => [role, { replicas, restartPolicy: restart, template }]),
  );
  return {
    apiVersion: 'kubeflow.org/v1',
    kind,
    metadata: { name: 'run', namespace },
    spec: { runPolicy: { cleanPodPolicy: 'Running' }, [ROLES[kind]]: replicaSpecs, ...more },
  };
}

describeWith(['training-operator'], 'Training operator', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startTrainingPlane({ name: 'training-operator', controllers: ['training-operator'] });
  });

  afterAll(() => plane?.stop());

  const started = async (object: Manifest) => {
    await createNamespace(plane, object.metadata.namespace);
    const objects = new Objects(plane, [object]);
    expect(await objects.apply()).toBe('');
    return objects;
  };
  const gang = (namespace: string, processes = 1) => ({ name: 'run', namespace, nodes: 3, processes });
  const MASTER_AND_WORKERS = { Master: 1, Worker: 2 };

  const cases: [string, ReturnType<typeof job>, (index: number) => object][] = [
    [
      'a PyTorchJob',
      job('PyTorchJob', 'pytorch', MASTER_AND_WORKERS, { nprocPerNode: '4' }),
      (index) => ofTrainingOperator.pyTorch(gang('pytorch', 4), index),
    ],
    [
      'an elastic PyTorchJob',
      job(
        'PyTorchJob',
        'elastic',
        { Worker: 3 },
        {
          nprocPerNode: '4',
          elasticPolicy: { minReplicas: 1, maxReplicas: 3, rdzvBackend: 'c10d', maxRestarts: 3 },
        },
      ),
      (index) => ofTrainingOperator.pyTorchElastic(gang('elastic', 4), index),
    ],
    [
      'a TFJob',
      job('TFJob', 'tensorflow', { Worker: 3 }),
      (index) => ofTrainingOperator.tensorFlow(gang('tensorflow'), index),
    ],
    [
      'an XGBoostJob',
      job('XGBoostJob', 'xgboost', MASTER_AND_WORKERS),
      (index) => ofTrainingOperator.xgboost(gang('xgboost'), index),
    ],
    ['a JAXJob', job('JAXJob', 'jax', { Worker: 3 }), (index) => ofTrainingOperator.jax(gang('jax'), index)],
  ];

  it.each(cases)('starts the pods of %s, and gives each what its framework reads', async (_title, object, injected) => {
    const objects = await started(object);
    const pods = await runningPods(plane, object.metadata.namespace, 3);
    expect(pods.map((pod) => environmentOf(pod))).toEqual([0, 1, 2].map(injected));
    expect(await objects.applyAgain()).toEqual([]);
    for (const pod of pods) await finish(plane, pod, 0);
    await objects.condition(object.kind, 'Succeeded');
  });

  it('gives no TF_CONFIG to a TFJob of one pod', async () => {
    await started(job('TFJob', 'alone', { Worker: 1 }));
    const [pod] = await runningPods(plane, 'alone', 1);
    expect(environmentOf(pod)).toEqual({});
  });

  it('lets workers of a PyTorchJob with a master wait in a container that Pod Security "restricted" refuses', async () => {
    await started(job('PyTorchJob', 'waiting', MASTER_AND_WORKERS));
    const pods = await runningPods(plane, 'waiting', 3);
    const added = pods.map(({ spec }) => spec.initContainers ?? []);
    expect(added.map((each) => each.map(({ name, image }: Manifest) => [name, image]))).toEqual([
      [],
      [['init-pytorch', 'alpine:3.10']],
      [['init-pytorch', 'alpine:3.10']],
    ]);
    expect(added[1][0].securityContext).toBeUndefined();
  });

  it('replaces one pod, never the gang, for codes from 128 on', async () => {
    const objects = await started(job('PyTorchJob', 'codes', MASTER_AND_WORKERS, {}, 'ExitCode'));
    const before = await runningPods(plane, 'codes', 3);
    await finish(plane, before[1], 137);
    await plane.until('one pod replaced', async () => {
      const now = await livePods(plane, 'codes');
      return now.length === 3 && now.some(({ metadata }) => !before.some((each) => each.metadata.uid === metadata.uid));
    });
    const after = await runningPods(plane, 'codes', 3);
    const kept = after.filter(({ metadata }) => before.some((each) => each.metadata.uid === metadata.uid));
    expect(kept.map(({ metadata }) => metadata.name)).toEqual(['run-master-0', 'run-worker-1']);

    await finish(plane, after[2], 2);
    await objects.condition('PyTorchJob', 'Failed');
  });

  it('fails with a pod that was taken away, where pods are never restarted', async () => {
    const objects = await started(job('PyTorchJob', 'taken', MASTER_AND_WORKERS));
    const [master] = await runningPods(plane, 'taken', 3);
    await remove(plane, master);
    await objects.condition('PyTorchJob', 'Failed');
  });

  it('replaces a pod that was taken away, where pods are restarted', async () => {
    const objects = await started(job('PyTorchJob', 'drained', MASTER_AND_WORKERS, {}, 'OnFailure'));
    const [master] = await runningPods(plane, 'drained', 3);
    await remove(plane, master);
    await plane.until('the master replaced', async () => {
      const now = (await livePods(plane, 'drained')).find(({ metadata }) => metadata.name === 'run-master-0');
      return now !== undefined && now.metadata.uid !== master.metadata.uid;
    });
    await runningPods(plane, 'drained', 3);
    await objects.condition('PyTorchJob', 'Running');
  });

  it('ends the others with the master, and deletes the job after its time to live', async () => {
    const runPolicy = { cleanPodPolicy: 'Running', ttlSecondsAfterFinished: 5 };
    const objects = await started(job('PyTorchJob', 'done', MASTER_AND_WORKERS, { runPolicy }));
    const [master] = await runningPods(plane, 'done', 3);
    await finish(plane, master, 0);
    await objects.condition('PyTorchJob', 'Succeeded');
    await objects.untilGone('PyTorchJob');
  });

  it('looks at the deadline when something happens to a pod, and not before', async () => {
    const runPolicy = { cleanPodPolicy: 'Running', activeDeadlineSeconds: 5 };
    const objects = await started(job('PyTorchJob', 'late', MASTER_AND_WORKERS, { runPolicy }, 'OnFailure'));
    const pods = await runningPods(plane, 'late', 3);
    await objects.condition('PyTorchJob', 'Running');
    await sleep(15_000);
    const failed = ((await objects.live('PyTorchJob')).status.conditions as Manifest[]).filter(
      ({ type }) => type === 'Failed',
    );
    expect(failed).toEqual([]);
    await pastDeadline(plane, pods[1]);
    expect((await objects.condition('PyTorchJob', 'Failed')).message).toContain(
      'active longer than specified deadline',
    );
    await noPods(plane, 'late');
  });

  const OWN = {
    PyTorchJob: Distribution.pyTorch({ nodes: 3, processesPerNode: 2 }),
    TFJob: Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 2 } }),
    XGBoostJob: Distribution.xgboost({ nodes: 3 }),
    JAXJob: Distribution.jax({ nodes: 3 }),
  };

  it.each(Object.entries(OWN))(
    'gives the ranks of a %s what the library says, ends, and removes it',
    async (kind, distribution) => {
      const namespace = `own-${kind.toLowerCase()}`;
      const props = { distribution, cleanup: Cleanup.after(Duration.seconds(20)) };
      const { objects, manifests } = await applied(plane, 'trainingOperator', namespace, props);
      const pods = await expectRanks(plane, 'trainingOperator', namespace, manifests);
      expect(await objects.applyAgain()).toEqual([]);
      for (const pod of pods) await finish(plane, pod, 0);
      await objects.condition(kind, 'Succeeded');
      await objects.untilGone(kind);
    },
  );

  it('makes a pod of ours again after a disruption and after a failure, and fails the run at its deadline', async () => {
    const distribution = OWN.PyTorchJob;
    const failure = FailurePolicy.replacePods({ maxReplacements: 3 });
    const props = { distribution, failure, deadline: Duration.seconds(45) };
    const { objects, manifests } = await applied(plane, 'trainingOperator', 'own-failing', props);
    const pods = await expectRanks(plane, 'trainingOperator', 'own-failing', manifests);
    expect(pods.map(({ spec }) => spec.activeDeadlineSeconds)).toEqual([45, 45, 45]);
    const replaced =
      (old: Manifest) =>
      ({ metadata }: Manifest) =>
        metadata.uid !== old.metadata.uid;
    await disrupt(plane, pods[1]);
    await runningPods(plane, 'own-failing', 3, replaced(pods[1]));
    await finish(plane, pods[2], 1);
    const [first] = await runningPods(plane, 'own-failing', 3, replaced(pods[2]));
    await expectRanks(plane, 'trainingOperator', 'own-failing', manifests);
    await sleep(Math.max(0, Date.parse(first.metadata.creationTimestamp) + 47_000 - Date.now()));
    await pastDeadline(plane, first);
    expect((await objects.condition('PyTorchJob', 'Failed')).message).toContain('specified deadline');
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('fails a run of ours that may not restart with its first failed pod', async () => {
    const props = { distribution: OWN.PyTorchJob, failure: FailurePolicy.fail() };
    const { objects, manifests } = await applied(plane, 'trainingOperator', 'own-once', props);
    await finish(plane, (await expectRanks(plane, 'trainingOperator', 'own-once', manifests))[1], 1);
    await objects.condition('PyTorchJob', 'Failed');
  });

  it('refuses two masters, and a container of another name', async () => {
    await createNamespace(plane, 'refused');
    expect(await new Objects(plane, [job('PyTorchJob', 'refused', { Master: 2 })]).apply()).toContain('must be 1');
    const other = job('TFJob', 'refused', { Worker: 1 }) as Manifest;
    other.spec.tfReplicaSpecs.Worker.template.spec.containers[0].name = 'main';
    expect(await new Objects(plane, [other]).apply()).toContain(
      'must have at least one container with name tensorflow',
    );
  });
});
