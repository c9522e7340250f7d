import { Chart, Testing } from 'cdk8s';
import {
  ExtraVolume,
  Gpu,
  ModelServer,
  ModelService,
  type ModelServiceProps,
  ModelSource,
  SecretSource,
} from '../../../lib';
import type { Container, Deployment } from '../../../lib/internal/kubernetes';

/** The pods of a service with such a model and such props. */
function pods(model: ModelSource, props: Partial<ModelServiceProps> = {}) {
  const chart = new Chart(Testing.app(), 'chart');
  new ModelService(chart, 'churn', {
    image: 'ghcr.io/your-org/churn:1.0.0',
    server: ModelServer.http({ port: 8000, healthPath: '/health' }),
    compute: { cpu: '1', memory: '1Gi' },
    model,
    ...props,
  });
  const [deployment] = Testing.synth(chart).filter(({ kind }) => kind === 'Deployment') as Deployment[];
  const { initContainers = [], containers, volumes = [] } = deployment.spec!.template.spec!;
  return { download: initContainers.find(({ name }) => name === 'download-model')!, server: containers[0], volumes };
}
const envOf = ({ env = [] }: Container) =>
  Object.fromEntries(env.map(({ name, value, valueFrom }) => [name, value ?? valueFrom]));
const mountsOf = ({ volumeMounts = [] }: Container) => volumeMounts.map(({ name, mountPath }) => [name, mountPath]);

const HTTP = ModelSource.http({ url: 'https://example.com/model.pkl' });
const S3 = ModelSource.s3({ uri: 's3://bucket/churn' });
const HUB = ModelSource.huggingFace({ repository: 'a/b', revision: 'v1' });
const MLFLOW = ModelSource.mlflow({ uri: 'models:/churn/3', trackingUri: 'http://mlflow:5000' });
const PROXY = 'http://proxy.example.com:3128';

describe('what is true of the pod reaches its download', () => {
  test.each([
    ['http', HTTP],
    ['s3', S3],
    ['huggingFace', HUB],
    ['mlflow', MLFLOW],
  ])('proxies: %s', (_name, model) => {
    const proxies = { HTTPS_PROXY: PROXY, no_proxy: '.svc' };
    expect(envOf(pods(model, { env: { ...proxies, OTHER: '1' } }).download)).toMatchObject(proxies);
    expect(envOf(pods(model, { config: proxies }).download)).toMatchObject(proxies);
    const server = ModelServer.http({ port: 8000, healthPath: '/health', env: proxies });
    expect(envOf(pods(model, { server }).download)).toMatchObject(proxies);
    expect(envOf(pods(model, { env: { OTHER: '1' } }).download).OTHER).toBeUndefined();
  });

  test('a proxy with a password, by reference', () => {
    const secrets = [SecretSource.existing('proxy', { keys: ['HTTPS_PROXY', 'UNRELATED'] })];
    const env = envOf(pods(HTTP, { secrets }).download);
    expect(env.HTTPS_PROXY).toEqual({ secretKeyRef: { name: 'proxy', key: 'HTTPS_PROXY' } });
    expect(env.UNRELATED).toBeUndefined();
  });

  test('a mirror of the hub, where the hub is asked', () => {
    const env = { HF_ENDPOINT: 'https://hub.example.com' };
    expect(envOf(pods(HUB, { env }).download)).toMatchObject(env);
    expect(envOf(pods(HTTP, { env }).download).HF_ENDPOINT).toBeUndefined();
  });

  const CA = '/etc/ca/private.crt';
  const volumes = [ExtraVolume.configMap('private-ca', { mountPath: '/etc/ca', name: 'private-ca' })];
  test.each([
    ['http', HTTP, 'CURL_CA_BUNDLE'],
    ['s3', S3, 'SSL_CERT_FILE'],
    ['huggingFace', HUB, 'SSL_CERT_FILE'],
    ['mlflow', MLFLOW, 'REQUESTS_CA_BUNDLE'],
  ])('the certificates of a private authority, by the variable that %s reads', (_name, model, variable) => {
    const { download } = pods(model, { volumes, env: { REQUESTS_CA_BUNDLE: CA } });
    expect(envOf(download)[variable]).toBe(CA);
    expect(mountsOf(download)).toContainEqual(['private-ca', '/etc/ca']);
    expect(download.volumeMounts?.find(({ name }) => name === 'private-ca')?.readOnly).toBe(true);
  });

  test('certificates of a Secret and of configFiles too', () => {
    const secrets = [SecretSource.existing('ca', { keys: ['ca.crt'], mountPath: '/etc/ca' })];
    expect(mountsOf(pods(S3, { secrets, env: { SSL_CERT_FILE: '/etc/ca/ca.crt' } }).download)).toContainEqual([
      'secret-ca',
      '/etc/ca',
    ]);
    const { download } = pods(S3, {
      configFiles: { 'ca.crt': 'certificate' },
      env: { SSL_CERT_FILE: '/etc/model-server/ca.crt' },
    });
    expect(mountsOf(download)).toContainEqual(['config-files', '/etc/model-server']);
  });

  test('certificates in the image of the server are not in that of the download', () => {
    const { download } = pods(HTTP, { env: { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt' } });
    expect(Object.keys(envOf(download)).filter((name) => /CA|SSL/.test(name))).toEqual([]);
  });
});

describe('a model that the server reads itself', () => {
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  const model = ModelSource.readByServer({
    uri: 's3://models/qwen/',
    endpoint: 'http://minio.storage.svc:9000',
    region: 'eu-central-1',
    credentials: SecretSource.existing('store', { keys }),
    size: '15Gi',
  });
  const compute = { cpu: '4', memory: '24Gi', gpu: Gpu.nvidia() };

  test.each([
    ['vllm', ModelServer.vllm(), 's3://models/qwen'],
    ['sglang', ModelServer.sglang(), 's3://models/qwen'],
  ])('%s streams it', (_name, server, uri) => {
    const { download, server: container, volumes } = pods(model, { server, compute });
    expect(download).toBeUndefined();
    expect(volumes.map(({ name }) => name)).not.toContain('model');
    expect(container.args).toContain(uri);
    expect(container.args!.join(' ')).toContain('--load-format runai_streamer');
    expect(envOf(container)).toMatchObject({
      AWS_ENDPOINT_URL: 'http://minio.storage.svc:9000',
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
      RUNAI_STREAMER_S3_USE_VIRTUAL_ADDRESSING: '0',
      AWS_ACCESS_KEY_ID: { secretKeyRef: { name: 'store', key: 'AWS_ACCESS_KEY_ID' } },
    });
  });

  test('triton copies it to a folder that holds it', () => {
    const { server, volumes } = pods(model, { server: ModelServer.triton() });
    expect(server.args).toContain('--model-repository=s3://http://minio.storage.svc:9000/models/qwen');
    expect(envOf(server).TRITON_AWS_MOUNT_DIRECTORY).toBe('/model-copy');
    expect(mountsOf(server)).toContainEqual(['model-copy', '/model-copy']);
    expect(volumes.find(({ name }) => name === 'model-copy')?.emptyDir?.sizeLimit).toBe('16896Mi');
    const google = pods(ModelSource.readByServer({ uri: 'gs://models/qwen' }), { server: ModelServer.triton() });
    expect(google.server.args).toContain('--model-repository=gs://models/qwen');
    expect(envOf(google.server).TRITON_GCS_MOUNT_DIRECTORY).toBe('/model-copy');
  });

  test('a way to load it that the user chose stays', () => {
    const server = ModelServer.vllm({ args: ['--load-format', 'runai_streamer_sharded'] });
    const { args = [] } = pods(model, { server, compute }).server;
    expect(args.filter((arg) => arg === '--load-format')).toHaveLength(1);
  });

  test('needs a server that can do that', () => {
    expect(() => pods(model)).toThrow(/model\.uri[\s\S]*vllm, sglang or triton[\s\S]*ModelSource\.s3/);
    expect(() => pods(ModelSource.readByServer({ uri: 'gs://a-bucket/x', region: 'eu' }))).toThrow(
      /model\.uri[\s\S]*ModelSource\.gcs[\s\S]*model\.region[\s\S]*identity of the pod/,
    );
  });
});
