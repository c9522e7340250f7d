import { App, Chart } from 'cdk8s';
import {
  ClusterTarget,
  Distribution,
  Manifests,
  ModelSource,
  SecretSource,
  TrainingInput,
  TrainingJob,
} from '../../../lib';

const IMDB = { repository: 'stanfordnlp/imdb', revision: 'v1', path: '/data/imdb' };
const DVC = {
  repository: 'https://github.com/acme/data.git',
  revision: 'v7',
  target: 'data/images',
  path: '/data/images',
  image: 'registry.example/dvc:3.63.0',
};

function podOf(inputs: TrainingInput[], minor = '1.33'): any {
  const app = new App();
  ClusterTarget.kubernetes(minor).applyTo(app);
  const chart = new Chart(app, 'chart', { namespace: 'ml' });
  new TrainingJob(chart, 'job', {
    image: 'registry.example/train:1.0.0',
    compute: { cpu: '1', memory: '1Gi' },
    distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 1 }),
    inputs,
  });
  return Manifests.fromChart(chart).ofKind('Job')[0].spec.template.spec;
}

const volumeOf = ({ volumes }: any, name: string) => volumes.find((one: any) => one.name === name);
const mountOf = ({ volumeMounts }: any, name: string) => volumeMounts.find((one: any) => one.name === name);
const envOf = ({ env }: any) =>
  Object.fromEntries(env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom]));

test('a data set of the hub is where the program looks for it, and nothing else of the volume is', () => {
  const pod = podOf([
    TrainingInput.huggingFace('imdb', { ...IMDB, env: 'IMDB', size: '10Gi', include: ['*.parquet'] }),
  ]);
  const [main] = pod.containers;
  expect(mountOf(main, 'input-imdb')).toEqual({
    name: 'input-imdb',
    mountPath: '/data/imdb',
    subPath: 'data',
    readOnly: true,
  });
  expect(envOf(main).IMDB).toBe('/data/imdb');
  expect(volumeOf(pod, 'input-imdb').emptyDir).toEqual({ sizeLimit: '11Gi' });
  const [fetch] = pod.initContainers;
  expect(mountOf(fetch, 'input-imdb')).toEqual({ name: 'input-imdb', mountPath: '/inputs' });
  expect(envOf(fetch)).toMatchObject({
    MODEL_REPOSITORY: 'stanfordnlp/imdb',
    MODEL_REVISION: 'v1',
    MODEL_INCLUDE: '["*.parquet"]',
    MODEL_TARGET: '/inputs/data',
  });
  expect(fetch.args[0]).toContain('repo_type="dataset"');
});

test('DVC gets its credentials by reference, under the names that its tools know', () => {
  const pod = podOf([
    TrainingInput.dvc('images', {
      ...DVC,
      remote: 's3',
      token: SecretSource.existing('git', { keys: ['password'] }),
      credentials: SecretSource.existing('store', { keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] }),
    }),
  ]);
  const [fetch] = pod.initContainers;
  expect(fetch.image).toBe('registry.example/dvc:3.63.0');
  expect(envOf(fetch)).toMatchObject({
    MODEL_PATH: 'data/images',
    MODEL_REMOTE: 's3',
    GIT_TOKEN: { secretKeyRef: { name: 'git', key: 'password' } },
    AWS_ACCESS_KEY_ID: { secretKeyRef: { name: 'store', key: 'AWS_ACCESS_KEY_ID' } },
  });
});

test('a claim keeps each repository, revision and choice of files in a folder of its own', () => {
  const folders = [
    TrainingInput.huggingFace('x', { ...IMDB, cacheClaim: 'cache' }),
    TrainingInput.huggingFace('x', { ...IMDB, cacheClaim: 'cache', revision: 'v2' }),
    TrainingInput.huggingFace('x', { ...IMDB, cacheClaim: 'cache', include: ['*.csv'] }),
    TrainingInput.dvc('x', { ...DVC, cacheClaim: 'cache' }),
    TrainingInput.dvc('x', { ...DVC, cacheClaim: 'cache', target: 'data/other' }),
  ].map((input) => {
    const pod = podOf([input]);
    expect(volumeOf(pod, 'input-x').persistentVolumeClaim).toEqual({ claimName: 'cache' });
    const { subPath, readOnly } = mountOf(pod.containers[0], 'input-x');
    expect(readOnly).toBe(true);
    expect(envOf(pod.initContainers[0]).MODEL_TARGET).toBe(`/inputs/${subPath}`);
    return subPath;
  });
  expect(new Set(folders).size).toBe(5);
});

test('an OCI image is a volume where the cluster has that, and an error elsewhere', () => {
  const input = TrainingInput.fetched('images', ModelSource.ociImage({ reference: 'registry.example/data:1' }));
  expect(volumeOf(podOf([input], '1.35'), 'input-images').image.reference).toBe('registry.example/data:1');
  expect(() => podOf([input], '1.34')).toThrow(/inputs\[0\]/);
});
