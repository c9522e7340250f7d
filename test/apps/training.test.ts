import { join } from 'node:path';
import { training } from '../../apps/training/main';
import { Manifests } from '../../lib';
import { matchesSnapshots } from '../support/snapshots';

const [onPremises, cloud] = ['on-premises', 'cloud'].map((name) =>
  Manifests.fromFiles(join(__dirname, '../../dist/training', name)),
);

const variable = (container: any, name: string) => container.env.find((one: any) => one.name === name)?.value;

describe('M20: ml-training-job', () => {
  test.each([
    ['cloud', cloud, { cpu: '2', memory: '8Gi' }, { cpu: '4', memory: '16Gi' }],
    ['on premises', onPremises, { cpu: '2', memory: '4Gi' }, { cpu: '4', memory: '8Gi' }],
  ])('%s: image, amounts and claim are those of the mission', (_title, manifests, requests, limits) => {
    const job = manifests.get('Job', 'ml-training-job');
    const [container] = job.spec.template.spec.containers;
    expect(container.image).toBe('your-registry/ml-training:1.0.0');
    expect(container.resources.requests).toMatchObject(requests);
    expect(container.resources.limits).toMatchObject(limits);
    expect(variable(container, 'MODEL_DIR')).toBe('/mnt/models');
    const { mountPath, name } = container.volumeMounts.find((mount: any) => mount.mountPath === '/mnt/models');
    expect(mountPath).toBe('/mnt/models');
    const volume = job.spec.template.spec.volumes.find((one: any) => one.name === name);
    expect(volume.persistentVolumeClaim.claimName).toBe('model-pvc');
  });

  test('it is never restarted in place', () => {
    const { spec } = cloud.get('Job', 'ml-training-job');
    expect(spec.template.spec.restartPolicy).toBe('Never');
    expect(spec.backoffLimit).toBe(0);
  });
});

describe('M21: TensorFlow on the training operator', () => {
  test('distributed-training-example has one chief with two GPUs', () => {
    const { Chief, Worker } = cloud.get('TFJob', 'distributed-training-example').spec.tfReplicaSpecs;
    expect(Chief.replicas).toBe(1);
    expect(Worker).toBeUndefined();
    const [container] = Chief.template.spec.containers;
    expect(container).toMatchObject({ name: 'tensorflow', image: 'tensorflow/tensorflow:2.9.1-gpu' });
    expect(container.resources.limits['nvidia.com/gpu']).toBe('2');
  });

  test('distributed-mnist has one chief and three workers', () => {
    const { Chief, Worker } = cloud.get('TFJob', 'distributed-mnist').spec.tfReplicaSpecs;
    expect([Chief.replicas, Worker.replicas]).toEqual([1, 3]);
    for (const { template } of [Chief, Worker])
      expect(template.spec.containers[0]).toMatchObject({
        image: 'tensorflow/tensorflow:2.9.1',
        command: ['python', '/app/mnist.py'],
      });
  });

  test('parameter servers are a role of their own, and end with the run', () => {
    const [job] = cloud.find('TFJob', { metadata: { labels: { 'app.kubernetes.io/name': 'distributed-mnist-ps' } } });
    const { tfReplicaSpecs, runPolicy } = job.spec;
    expect(tfReplicaSpecs.PS.replicas).toBe(2);
    expect(runPolicy.cleanPodPolicy).toBe('Running');
  });

  test('distributed-training is hybrid: workers on T4 nodes, parameter servers anywhere', () => {
    const [job] = cloud.find('TFJob', { metadata: { labels: { 'app.kubernetes.io/name': 'distributed-training' } } });
    const { Worker, PS } = job.spec.tfReplicaSpecs;
    expect(Worker.template.spec.nodeSelector).toEqual({ 'cloud.google.com/gke-accelerator': 'nvidia-tesla-t4' });
    expect(PS.template.spec.nodeSelector).toBeUndefined();
    expect(PS.template.spec.containers[0].resources.limits['nvidia.com/gpu']).toBeUndefined();
  });
});

describe('M21: the same on JobSet', () => {
  const jobSet = (name: string) =>
    onPremises.find('JobSet', { metadata: { labels: { 'app.kubernetes.io/name': name } } })[0];
  const roles = (name: string): Record<string, any> =>
    Object.fromEntries(jobSet(name).spec.replicatedJobs.map((job: any) => [job.name, job.template.spec]));

  test('roles and numbers of pods are the same', () => {
    const counts = (name: string) =>
      Object.fromEntries(Object.entries(roles(name)).map(([role, { parallelism }]) => [role, parallelism]));
    expect(counts('distributed-training-example')).toEqual({ chief: 1 });
    expect(counts('distributed-mnist')).toEqual({ chief: 1, worker: 3 });
    expect(counts('distributed-mnist-ps')).toEqual({ chief: 1, worker: 3, ps: 2 });
    expect(counts('distributed-training')).toEqual({ worker: 3, ps: 2 });
  });

  test('TF_CONFIG names every pod of the cluster, and the task of its own', () => {
    const run = 'distributed-mnist';
    const [container] = roles(run).worker.template.spec.containers;
    const config = JSON.parse(variable(container, 'TF_CONFIG').replace('$(TF_TASK_INDEX)', '2'));
    const host = (role: string, index: number) => `${run}-${role}-0-${index}.${run}:2222`;
    expect(config).toEqual({
      cluster: { chief: [host('chief', 0)], worker: [0, 1, 2].map((index) => host('worker', index)) },
      task: { type: 'worker', index: 2 },
    });
    expect(container.env[0]).toEqual({
      name: 'TF_TASK_INDEX',
      valueFrom: { fieldRef: { fieldPath: "metadata.annotations['batch.kubernetes.io/job-completion-index']" } },
    });
  });

  test('the run ends with the chief, and with the workers where there is none', () => {
    expect(jobSet('distributed-mnist-ps').spec.successPolicy).toEqual({
      operator: 'All',
      targetReplicatedJobs: ['chief'],
    });
    expect(jobSet('distributed-training').spec.successPolicy.targetReplicatedJobs).toEqual(['worker']);
  });
});

test('M48: what the program is does not depend on the place', () => {
  const programs = (manifests: Manifests) => {
    const { command, image, volumeMounts } = manifests.get('Job', 'ml-training-job').spec.template.spec.containers[0];
    return { command, image, volumeMounts };
  };
  expect(programs(cloud)).toEqual(programs(onPremises));
});

matchesSnapshots('training', training);
