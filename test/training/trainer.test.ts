import { Distribution, FailurePolicy } from '../../lib';
import type { Manifest } from '../cluster/plane/api';
import type { ControlPlane } from '../cluster/plane/control-plane';
import { environmentOf, only } from './support/environment';
import { jobSetHost, ofTrainer } from './support/injected';
import { Objects } from './support/objects';
import { applied, expectRanks } from './support/own';
import { disrupt, finish, livePods, noPods, runningPods } from './support/pods';
import { describeWith } from './support/suite';
import { createNamespace, startTrainingPlane } from './support/training-plane';

const INDEX = "metadata.annotations['batch.kubernetes.io/job-completion-index']";
const STEP = 'trainer.kubeflow.org/trainjob-ancestor-step';
const API = 'trainer.kubeflow.org/v1alpha1';

interface Options {
  readonly policy: 'torch' | 'jax' | 'xgboost';
  readonly trainer?: object;
  readonly job?: object;
  readonly jobSet?: object;
}

/** A runtime of its own and the job that names it; what torch does not set stands in the runtime. */
function run(namespace: string, { policy, trainer, job = {}, jobSet = {} }: Options): Manifest[] {
  const env = [
    { name: 'RANK', valueFrom: { fieldRef: { fieldPath: INDEX } } },
    { name: 'MASTER_ADDR', value: jobSetHost({ name: 'run', namespace, nodes: 2, processes: 2 }, 'node', 0) },
  ];
  const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'node', image: 'test', env }] } };
  const podFailurePolicy = {
    rules: [{ action: 'FailJob', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
  };
  return [
    {
      apiVersion: API,
      kind: 'TrainingRuntime',
      metadata: { name: 'run', namespace },
      spec: {
        mlPolicy: { numNodes: 2, [policy]: {} },
        template: {
          spec: {
            failurePolicy: {
              maxRestarts: 1,
              rules: [
                {
                  name: 'disruption',
                  action: 'RestartJobSetAndIgnoreMaxRestarts',
                  onJobFailureReasons: ['PodFailurePolicy'],
                },
              ],
            },
            replicatedJobs: [
              {
                name: 'node',
                replicas: 1,
                template: {
                  metadata: { labels: { [STEP]: 'trainer' } },
                  spec: { backoffLimit: 0, podReplacementPolicy: 'Failed', podFailurePolicy, template },
                },
              },
            ],
            ...jobSet,
          },
        },
      },
    },
    {
      apiVersion: API,
      kind: 'TrainJob',
      metadata: { name: 'run', namespace },
      spec: { runtimeRef: { kind: 'TrainingRuntime', name: 'run' }, ...(trainer ? { trainer } : {}), ...job },
    },
  ];
}

describeWith(['jobset', 'trainer'], 'Kubeflow Trainer', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startTrainingPlane({ name: 'trainer', controllers: ['jobset', 'trainer'] });
  });

  afterAll(() => plane?.stop());

  const started = async (namespace: string, options: Options) => {
    await createNamespace(plane, namespace);
    const objects = new Objects(plane, run(namespace, options));
    expect(await objects.apply()).toBe('');
    return objects;
  };
  const jobSetOf = (namespace: string) => {
    return plane.api.get(`/apis/jobset.x-k8s.io/v1alpha2/namespaces/${namespace}/jobsets/run`);
  };

  it.each(['torch', 'jax', 'xgboost'] as const)(
    'sets what %s reads, and nothing for plain programs',
    async (policy) => {
      const gang = { name: 'run', namespace: policy, nodes: 2, processes: 2 };
      const objects = await started(policy, { policy, trainer: { numNodes: 2, numProcPerNode: 2 } });
      const pods = await runningPods(plane, policy, 2);
      expect(pods.map((pod) => environmentOf(pod, 'node'))).toEqual(
        [0, 1].map((index) => ({
          ...ofTrainer[policy](gang, index),
          RANK: `${index}`,
          MASTER_ADDR: 'run-node-0-0.run',
        })),
      );
      expect(await objects.applyAgain()).toEqual([]);
    },
  );

  it('sets nothing where the job has no trainer, without a word', async () => {
    await started('silent', { policy: 'torch' });
    const pods = await runningPods(plane, 'silent', 2);
    expect(pods.map((pod) => only(environmentOf(pod, 'node'), ['PET_NNODES', 'RANK']))).toEqual([
      { RANK: '0' },
      { RANK: '1' },
    ]);
  });

  it('starts as many processes as there are CPUs where their number is not given', async () => {
    await createNamespace(plane, 'cpus');
    const [runtime, job] = run('cpus', { policy: 'torch', trainer: { numNodes: 2 } });
    const [container] = runtime.spec.template.spec.replicatedJobs[0].template.spec.template.spec.containers;
    container.resources = { requests: { cpu: '6' } };
    expect(await new Objects(plane, [runtime, job]).apply()).toBe('');
    const [first] = await runningPods(plane, 'cpus', 2);
    expect(environmentOf(first, 'node').PET_NPROC_PER_NODE).toBe('6');
  });

  it('gives the launcher of MPI its hosts and keys', async () => {
    await createNamespace(plane, 'mpi');
    const role = (name: string, labels: object) => ({
      name,
      replicas: 1,
      template: {
        metadata: { labels },
        spec: {
          backoffLimit: 0,
          template: { spec: { restartPolicy: 'Never', containers: [{ name: 'node', image: 'test' }] } },
        },
      },
    });
    const [runtime, job] = run('mpi', { policy: 'torch', trainer: { numNodes: 2, numProcPerNode: 4 } });
    const mpi = { mpiImplementation: 'OpenMPI', sshAuthMountPath: '/home/mpi/.ssh', runLauncherAsNode: true };
    runtime.spec = {
      // the number of launchers: 2 here would start two of them
      mlPolicy: { numNodes: 1, mpi },
      template: {
        spec: {
          successPolicy: { operator: 'All', targetReplicatedJobs: ['launcher'] },
          replicatedJobs: [role('launcher', { [STEP]: 'trainer' }), role('node', {})],
        },
      },
    };
    const objects = new Objects(plane, [runtime, job]);
    expect(await objects.apply()).toBe('');
    const pods = await runningPods(plane, 'mpi', 2);
    const gang = { name: 'run', namespace: 'mpi', nodes: 2, processes: 4 };
    expect(pods.map((pod) => environmentOf(pod))).toEqual([ofTrainer.mpi(gang, 0), { JOB_COMPLETION_INDEX: '0' }]);
    const { data } = await plane.api.get('/api/v1/namespaces/mpi/configmaps/run-mpi-hostfile');
    expect(data.hostfile).toBe('run-launcher-0-0.run slots=4\nrun-node-0-0.run slots=4\n');
    expect(pods[1].spec.containers[0].volumeMounts).toContainEqual({
      name: 'mpi-ssh-auth',
      mountPath: '/home/mpi/.ssh',
    });
    await finish(plane, pods[0], 0);
    await objects.condition('TrainJob', 'Complete');
    await noPods(plane, 'mpi');
  });

  it('restarts the gang by the policy of the runtime, and ends', async () => {
    const objects = await started('restart', { policy: 'torch', trainer: { numNodes: 2 } });
    await disrupt(plane, (await runningPods(plane, 'restart', 2))[0]);
    const again = (pod: Manifest) => pod.metadata.labels['jobset.sigs.k8s.io/restart-attempt'] === '1';
    const pods = await runningPods(plane, 'restart', 2, again);
    expect((await jobSetOf('restart')).status.restartsCountTowardsMax ?? 0).toBe(0);
    for (const pod of pods) await finish(plane, pod, 0);
    await objects.condition('TrainJob', 'Complete');
    expect(await objects.applyAgain()).toEqual([]);
    await objects.delete();
    await plane.until('rid of the JobSet', async () => {
      const path = '/apis/jobset.x-k8s.io/v1alpha2/namespaces/restart/jobsets';
      return (await plane.api.get(path)).items.length === 0;
    });
  });

  it('keeps the deadline of the job', async () => {
    const trainer = { numNodes: 2 };
    const objects = await started('late', { policy: 'torch', trainer, job: { activeDeadlineSeconds: 8 } });
    await runningPods(plane, 'late', 2);
    expect(await objects.condition('TrainJob', 'Failed')).toMatchObject({ reason: 'DeadlineExceeded' });
    await noPods(plane, 'late');
  });

  it('runs again after a failure where the runtime has a time to live', async () => {
    const objects = await started('loop', {
      policy: 'torch',
      trainer: { numNodes: 2 },
      jobSet: { ttlSecondsAfterFinished: 1, failurePolicy: { maxRestarts: 0 } },
    });
    const pods = await runningPods(plane, 'loop', 2);
    const { uid } = (await jobSetOf('loop')).metadata;
    await finish(plane, pods[0], 1);
    await plane.until('another JobSet', async () => {
      const path = '/apis/jobset.x-k8s.io/v1alpha2/namespaces/loop/jobsets';
      return (await plane.api.get(path)).items.some(({ metadata }: Manifest) => metadata.uid !== uid);
    });
    await runningPods(plane, 'loop', 2);
    await objects.delete();
  });

  const OWN = {
    torch: Distribution.pyTorch({ nodes: 2, processesPerNode: 2 }),
    jax: Distribution.jax({ nodes: 2 }),
    xgboost: Distribution.xgboost({ nodes: 2 }),
    tensorflow: Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 1 } }),
  };

  it.each(Object.entries(OWN))('gives the ranks of %s what the library says, and ends', async (name, distribution) => {
    const { objects, manifests } = await applied(plane, 'trainer', `own-${name}`, { distribution });
    const pods = await expectRanks(plane, 'trainer', `own-${name}`, manifests);
    expect(await objects.applyAgain()).toEqual([]);
    for (const pod of pods) await finish(plane, pod, 0);
    await objects.condition('TrainJob', 'Complete');
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('restarts what the library writes by cause, and stops with a code', async () => {
    const failure = FailurePolicy.restartGang({ maxRestarts: 1, configErrorCodes: [2] });
    const { objects } = await applied(plane, 'trainer', 'own-failing', { distribution: OWN.torch, failure });
    const ofAttempt = (attempt: number) => (pod: Manifest) =>
      pod.metadata.labels['jobset.sigs.k8s.io/restart-attempt'] === `${attempt}`;
    await disrupt(plane, (await runningPods(plane, 'own-failing', 2))[0]);
    await finish(plane, (await runningPods(plane, 'own-failing', 2, ofAttempt(1)))[1], 1);
    const [first] = await runningPods(plane, 'own-failing', 2, ofAttempt(2));
    expect((await jobSetOf('own-failing')).status).toMatchObject({ restarts: 2, restartsCountTowardsMax: 1 });
    await finish(plane, first, 2);
    await objects.condition('TrainJob', 'Failed');
    await noPods(plane, 'own-failing');
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('refuses a job before its runtime, and the variables that it sets itself', async () => {
    await createNamespace(plane, 'refused');
    const [runtime, job] = run('refused', { policy: 'torch', trainer: { env: [{ name: 'PET_NNODES', value: '3' }] } });
    expect(await new Objects(plane, [job]).apply()).toContain('must be created before the TrainJob is created');
    expect(await new Objects(plane, [runtime]).apply()).toBe('');
    expect(await new Objects(plane, [job]).apply()).toContain('must not have reserved envs');
    expect(await livePods(plane, 'refused')).toEqual([]);
  });
});
