import { Distribution, FailurePolicy } from '../../lib';
import type { Manifest } from '../cluster/plane/api';
import type { ControlPlane } from '../cluster/plane/control-plane';
import { environmentOf } from './support/environment';
import { ofMpiOperator } from './support/injected';
import { Objects } from './support/objects';
import { applied, expectRanks } from './support/own';
import { finish, livePods, noPods, runningPods } from './support/pods';
import { describeWith } from './support/suite';
import { createNamespace, startTrainingPlane } from './support/training-plane';

function job(namespace: string, runPolicy: object = {}, launcher: object = {}): Manifest {
  const template = { spec: { containers: [{ name: 'main', image: 'test', ...launcher }] } };
  return {
    apiVersion: 'kubeflow.org/v2beta1',
    kind: 'MPIJob',
    metadata: { name: 'run', namespace },
    spec: {
      slotsPerWorker: 4,
      runPolicy: { cleanPodPolicy: 'Running', backoffLimit: 1, ...runPolicy },
      mpiReplicaSpecs: {
        Launcher: { replicas: 1, restartPolicy: 'Never', template },
        Worker: {
          replicas: 2,
          restartPolicy: 'Never',
          template: { spec: { containers: [{ name: 'main', image: 'test' }] } },
        },
      },
    },
  };
}

const isLauncher = ({ metadata }: Manifest) => metadata.labels['training.kubeflow.org/job-role'] === 'launcher';

describeWith(['mpi-operator'], 'MPI operator', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startTrainingPlane({ name: 'mpi-operator', controllers: ['mpi-operator'] });
  });

  afterAll(() => plane?.stop());

  const started = async (object: Manifest) => {
    await createNamespace(plane, object.metadata.namespace);
    const objects = new Objects(plane, [object]);
    expect(await objects.apply()).toBe('');
    return objects;
  };
  const core = (namespace: string, path: string) => plane.api.get(`/api/v1/namespaces/${namespace}/${path}`);

  it('starts launcher and workers, with the hosts, keys and variables of Open MPI', async () => {
    const run = { name: 'run', namespace: 'gang', nodes: 2, processes: 4 };
    const objects = await started(job('gang'));
    const pods = await runningPods(plane, 'gang', 3);
    const [launcher] = pods.filter(isLauncher);
    const workers = pods.filter((pod) => !isLauncher(pod));
    expect(environmentOf(launcher)).toEqual(ofMpiOperator.launcher(run));
    expect(workers.map((pod) => environmentOf(pod))).toEqual([ofMpiOperator.worker(), ofMpiOperator.worker()]);
    expect(workers.map(({ metadata }) => metadata.name)).toEqual(['run-worker-0', 'run-worker-1']);
    expect(workers[0].spec.containers[0].command).toEqual(['/usr/sbin/sshd', '-De']);
    expect((await core('gang', 'configmaps/run-config')).data.hostfile).toBe(ofMpiOperator.hostfile(run));
    expect(Object.keys((await core('gang', 'secrets/run-ssh')).data).sort()).toEqual([
      'ssh-privatekey',
      'ssh-publickey',
    ]);
    expect((await core('gang', 'services/run')).spec).toMatchObject({ clusterIP: 'None' });
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('starts the launcher again after a failure, with the same workers', async () => {
    const [launcher] = (await runningPods(plane, 'gang', 3)).filter(isLauncher);
    await finish(plane, launcher, 1);
    const pods = await runningPods(plane, 'gang', 3, ({ metadata }) => metadata.uid !== launcher.metadata.uid);
    expect(pods.filter(isLauncher)).toHaveLength(1);
  });

  it('leaves a failed worker as it is', async () => {
    const worker = (await runningPods(plane, 'gang', 3)).find((pod) => !isLauncher(pod)) as Manifest;
    await finish(plane, worker, 1);
    const [launcher] = (await runningPods(plane, 'gang', 2)).filter(isLauncher);
    await finish(plane, launcher, 1);
    await plane.until('failed', async () => {
      const { status } = await plane.api.get('/apis/kubeflow.org/v2beta1/namespaces/gang/mpijobs/run');
      return status.conditions.some(({ type, status: is }: Manifest) => type === 'Failed' && is === 'True');
    });
    const kept = (await livePods(plane, 'gang')).find(({ metadata }) => metadata.name === worker.metadata.name);
    expect(kept?.metadata.uid).toBe(worker.metadata.uid);
  });

  it('ends the workers with the launcher; the time to live is that of the launcher alone', async () => {
    const objects = await started(job('done', { ttlSecondsAfterFinished: 2 }));
    const [launcher] = (await runningPods(plane, 'done', 3)).filter(isLauncher);
    await finish(plane, launcher, 0);
    await objects.condition('MPIJob', 'Succeeded');
    await noPods(plane, 'done');
    await plane.until('rid of the launcher', async () => {
      return (await plane.api.get('/apis/batch/v1/namespaces/done/jobs')).items.length === 0;
    });
    expect((await objects.live('MPIJob')).metadata.deletionTimestamp).toBeUndefined();
  });

  it('runs what the library writes: ranks, a launcher that starts again, and the end', async () => {
    const distribution = Distribution.mpi({ workers: { replicas: 2 }, slotsPerWorker: 4 });
    const failure = FailurePolicy.replacePods({ maxReplacements: 1 });
    const { objects, manifests } = await applied(plane, 'trainingOperator', 'own', {
      command: ['mpirun', 'train'],
      ...{ distribution, failure },
    });
    const pods = await expectRanks(plane, 'trainingOperator', 'own', manifests);
    const run = { name: 'run', namespace: 'own', nodes: 2, processes: 4 };
    expect((await core('own', 'configmaps/run-config')).data.hostfile).toBe(ofMpiOperator.hostfile(run));
    expect(await objects.applyAgain()).toEqual([]);
    const [launcher] = pods.filter(isLauncher);
    await finish(plane, launcher, 1);
    const again = await runningPods(plane, 'own', 3, ({ metadata }) => metadata.uid !== launcher.metadata.uid);
    await finish(plane, again.find(isLauncher) as Manifest, 0);
    await objects.condition('MPIJob', 'Succeeded');
    await noPods(plane, 'own');
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('takes what it will not run, and says so in an event alone', async () => {
    const wrong = job('wrong');
    wrong.spec.mpiReplicaSpecs.Launcher.replicas = 2;
    await started(wrong);
    await plane.until('an event', async () => {
      const { items } = await core('wrong', 'events');
      return items.some(({ reason, message }: Manifest) => reason === 'ValidationError' && /must be 1/.test(message));
    });
    expect(await livePods(plane, 'wrong')).toEqual([]);
  });
});
