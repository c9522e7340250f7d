import { Distribution, FailurePolicy } from '../../lib';
import type { Manifest } from '../cluster/plane/api';
import type { ControlPlane } from '../cluster/plane/control-plane';
import { environmentOf, only } from './support/environment';
import { ofKubeRay } from './support/injected';
import { Objects } from './support/objects';
import { applied } from './support/own';
import { finish, livePods, runningPods } from './support/pods';
import { RayDashboard } from './support/ray-dashboard';
import { describeWith } from './support/suite';
import { createNamespace, startTrainingPlane } from './support/training-plane';

const RESOURCES = { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi', 'nvidia.com/gpu': '2' } };

function job(namespace: string, more: object = {}): Manifest {
  const container = (resources: object = {}) => ({ name: 'ray', image: 'test', command: ['prepare'], resources });
  return {
    apiVersion: 'ray.io/v1',
    kind: 'RayJob',
    metadata: { name: 'run', namespace },
    spec: {
      entrypoint: 'python driver.py',
      shutdownAfterJobFinishes: true,
      backoffLimit: 1,
      submitterPodTemplate: { spec: { restartPolicy: 'Never', containers: [{ name: 'submit', image: 'test' }] } },
      rayClusterSpec: {
        rayVersion: '2.46.0',
        headGroupSpec: { rayStartParams: {}, template: { spec: { containers: [container()] } } },
        workerGroupSpecs: [
          {
            groupName: 'node',
            replicas: 2,
            minReplicas: 2,
            maxReplicas: 2,
            rayStartParams: {},
            // the operator stores these two where they are missing, and the whole list is its own then
            numOfHosts: 1,
            scaleStrategy: {},
            template: {
              metadata: { labels: { run: 'run' } },
              spec: {
                tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
                containers: [container(RESOURCES)],
              },
            },
          },
        ],
      },
      ...more,
    },
  };
}

const typeOf = ({ metadata }: Manifest) => metadata.labels['ray.io/node-type'] ?? 'submitter';
const clusterOf = ({ metadata }: Manifest) => metadata.labels['ray.io/cluster'];

describeWith(['kuberay'], 'KubeRay', () => {
  let plane: ControlPlane;
  let dashboard: RayDashboard;

  beforeAll(async () => {
    dashboard = await RayDashboard.start();
    const environment = { HTTP_PROXY: dashboard.address, http_proxy: dashboard.address, NO_PROXY: '127.0.0.1' };
    plane = await startTrainingPlane({ name: 'kuberay', controllers: ['kuberay'], environment });
  });

  afterAll(async () => {
    await plane?.stop();
    await dashboard?.stop();
  });

  const started = async (object: Manifest) => {
    await createNamespace(plane, object.metadata.namespace);
    const objects = new Objects(plane, [object]);
    expect(await objects.apply()).toBe('');
    return objects;
  };
  const reaches = async (objects: Objects, state: string) => {
    await plane.until(`a RayJob that is ${state}`, async () => {
      return (await objects.live('RayJob')).status?.jobDeploymentStatus === state;
    });
  };

  it('starts head, workers and submitter', async () => {
    const objects = await started(job('gang'));
    const pods = await runningPods(plane, 'gang', 4);
    expect(pods.map(typeOf).sort()).toEqual(['head', 'submitter', 'worker', 'worker']);
    const [worker] = pods.filter((pod) => typeOf(pod) === 'worker');
    const [head] = pods.filter((pod) => typeOf(pod) === 'head');
    const names = ['RAY_ADDRESS', 'RAY_PORT', 'FQ_RAY_IP', 'RAY_IP'];
    expect(only(environmentOf(worker), names)).toEqual(ofKubeRay.worker(clusterOf(worker), 'gang'));
    expect(only(environmentOf(head), names)).toEqual(ofKubeRay.head());
    expect(clusterOf(worker)).toMatch(/^run-[a-z0-9]{5}$/);
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('makes a second apply conflict where the operator had to add a field to the workers', async () => {
    const object = job('adding');
    const [group] = object.spec.rayClusterSpec.workerGroupSpecs;
    const { scaleStrategy: _none, ...less } = group;
    object.spec.rayClusterSpec.workerGroupSpecs = [less];
    const objects = await started(object);
    await runningPods(plane, 'adding', 4);
    expect((await objects.applyAgain())[0]).toContain('conflict with "kuberay-operator"');
    await objects.delete();
  });

  it('puts the command of the container before ray start, and adds a container, a volume and probes', async () => {
    const [worker] = (await runningPods(plane, 'gang', 4)).filter((pod) => typeOf(pod) === 'worker');
    const [container] = worker.spec.containers;
    expect(container.args[0]).toMatch(/^ prepare\s+&& ulimit -n 65536; ray start .*--num-cpus=2\s+--num-gpus=2/);
    expect(container.livenessProbe).toBeDefined();
    expect(container.volumeMounts).toContainEqual({ name: 'shared-mem', mountPath: '/dev/shm' });
    expect(worker.spec.initContainers.map(({ name }: Manifest) => name)).toEqual(['wait-gcs-ready']);
  });

  it('makes a new cluster after a failure, up to the limit', async () => {
    const objects = await started(job('failing'));
    const [first] = await runningPods(plane, 'failing', 4);
    dashboard.say('failing', 'FAILED');
    const submitter = (await livePods(plane, 'failing')).find((pod) => typeOf(pod) === 'submitter') as Manifest;
    await finish(plane, submitter, 0);
    await plane.until('another cluster', async () => {
      const pods = await livePods(plane, 'failing');
      return pods.some((pod) => clusterOf(pod) !== undefined && clusterOf(pod) !== clusterOf(first));
    });
    const again = (await runningPods(plane, 'failing', 4)).find((pod) => typeOf(pod) === 'submitter') as Manifest;
    await finish(plane, again, 0);
    await reaches(objects, 'Failed');
    await plane.until('rid of the cluster', async () => {
      return (await livePods(plane, 'failing')).every((pod) => clusterOf(pod) === undefined);
    });
  });

  it('completes, deletes the cluster and keeps the job', async () => {
    const objects = await started(job('done', { ttlSecondsAfterFinished: 1 }));
    const pods = await runningPods(plane, 'done', 4);
    dashboard.say('done', 'SUCCEEDED');
    await finish(plane, pods.find((pod) => typeOf(pod) === 'submitter') as Manifest, 0);
    await reaches(objects, 'Complete');
    await plane.until('rid of the cluster', async () => {
      return (await plane.api.get('/apis/ray.io/v1/namespaces/done/rayclusters')).items.length === 0;
    });
    expect((await objects.live('RayJob')).metadata.deletionTimestamp).toBeUndefined();
  });

  it('runs what the library writes: cluster and submitter, a second cluster after a failure, and the end', async () => {
    const distribution = Distribution.pyTorch({ nodes: 2, processesPerNode: 2 });
    const failure = FailurePolicy.restartGang({ maxRestarts: 1 });
    const { objects } = await applied(plane, 'kubeRay', 'own', { distribution, failure });
    const first = await runningPods(plane, 'own', 4);
    expect(first.map(typeOf).sort()).toEqual(['head', 'submitter', 'worker', 'worker']);
    expect(await objects.applyAgain()).toEqual([]);
    const submitterOf = (pods: Manifest[]) => pods.find((pod) => typeOf(pod) === 'submitter') as Manifest;
    const [submit] = submitterOf(first).spec.containers;
    expect(JSON.stringify([submit.command, submit.args])).toContain('torchrun_on_ray.py --nodes 2 --processes 2');
    const worker = first.find((pod) => typeOf(pod) === 'worker') as Manifest;
    expect(worker.spec.containers[0].args[0]).toMatch(/ray start .*--num-cpus=1/);

    dashboard.say('own', 'FAILED');
    await finish(plane, submitterOf(first), 0);
    await plane.until('another cluster', async () => {
      const pods = await livePods(plane, 'own');
      return pods.some((pod) => clusterOf(pod) !== undefined && clusterOf(pod) !== clusterOf(first[0]));
    });
    const second = await runningPods(plane, 'own', 4);
    dashboard.say('own', 'SUCCEEDED');
    await finish(plane, submitterOf(second), 0);
    await reaches(objects, 'Complete');
    await plane.until('rid of the cluster', async () => {
      return (await plane.api.get('/apis/ray.io/v1/namespaces/own/rayclusters')).items.length === 0;
    });
    expect(await objects.applyAgain()).toEqual([]);
  });

  it('takes a name that it will not run, and says so in its status alone', async () => {
    await createNamespace(plane, 'refused');
    const long = { ...job('refused'), metadata: { name: 'r'.repeat(48), namespace: 'refused' } };
    const objects = new Objects(plane, [long]);
    expect(await objects.apply()).toBe('');
    await reaches(objects, 'ValidationFailed');
    expect((await objects.live('RayJob')).status.message).toContain('no more than 47 characters');
  });
});
