import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { ClusterTarget, ModelSource, PullPolicy, SecretSource } from '../../../lib/values';
import { fixesOf } from '../support';

const SHA256 = 'a'.repeat(64);
const TARGET = ClusterTarget.kubernetes('1.35');
const KEYS = SecretSource.existing('store', { keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] });

/** The plan of a source in which nothing is wrong. */
function planOf(source: ModelSource, serverPullsFromHub = false) {
  const context = { target: TARGET, serverPullsFromHub };
  expect(fixesOf((check) => source._definition.check(check, context))).toEqual([]);
  return source._definition.plan(context);
}
const variables = (source: ModelSource) =>
  Object.fromEntries(
    (planOf(source).download?.env ?? []).map(({ name, value, valueFrom }) => [name, value ?? valueFrom]),
  );
const ref = (name: string, key: string) => ({ secretKeyRef: { name, key } });

test('a model in the image is a path, and nothing else', () => {
  expect(planOf(ModelSource.inImage('/app/models/churn_model.pkl'))).toEqual({
    kind: 'in-image',
    modelPath: '/app/models/churn_model.pkl',
    secrets: {},
  });
});

test('a file behind a URL goes to /models, where the server finds it', () => {
  const plan = planOf(ModelSource.http({ url: 'https://example.com/model.pkl', sha256: SHA256, size: '10Gi' }));
  expect({ ...plan, download: undefined }).toEqual({
    kind: 'http',
    mountPath: '/models',
    modelPath: '/models/model.pkl',
    // a tenth more than the model
    volume: { type: 'scratch', sizeLimit: '11Gi' },
    download: undefined,
    size: '10Gi',
    secrets: {},
    secretPlans: [],
  });
  expect(plan.download).toMatchObject({
    image: 'curlimages/curl:8.21.0',
    command: ['sh', '-c'],
    env: [
      { name: 'MODEL_URL', value: 'https://example.com/model.pkl' },
      { name: 'MODEL_SHA256', value: SHA256 },
      { name: 'MODEL_TARGET', value: '/models/model.pkl' },
    ],
    user: 100,
    cpu: '500m',
    memory: '256Mi',
  });
});

test.each([
  [{ path: 'churn/model.pkl' }, '/models/churn/model.pkl'],
  [{ path: '/models/churn/model.pkl' }, '/models/churn/model.pkl'],
  [{ mountPath: '/srv/m' }, '/srv/m/v1.bin'],
  [{ mountPath: '/srv/m', path: '/srv/m/x' }, '/srv/m/x'],
])('%j puts the model at %s', (options, modelPath) => {
  const plan = planOf(ModelSource.http({ url: 'https://example.com/a/v1.bin?download=true', ...options }));
  expect(plan.modelPath).toBe(modelPath);
  expect(plan.download?.env.at(-1)).toEqual({ name: 'MODEL_TARGET', value: modelPath });
});

test('the download may be another image, with other needs', () => {
  const source = ModelSource.s3({ uri: 's3://bucket/m', image: 'mirror.local/rclone:1', cpu: '2', memory: '4Gi' });
  expect(planOf(source).download).toMatchObject({ image: 'mirror.local/rclone:1', cpu: '2', memory: '4Gi' });
});

test('a token stays in its Secret', () => {
  const source = ModelSource.http({
    url: 'https://example.com/model.pkl',
    token: SecretSource.existing('web', { env: { ANY: 'token' } }),
  });
  expect(variables(source).MODEL_TOKEN).toEqual(ref('web', 'token'));
  expect(planOf(source).secrets).toEqual({ web: ['token'] });
});

test('S3: with keys, and what the server is told', () => {
  const source = ModelSource.s3({
    uri: 's3://your-bucket/models/half-plus-two/',
    region: 'eu-central-1',
    credentials: KEYS,
  });
  expect(planOf(source).modelPath).toBe('/models/half-plus-two');
  expect(variables(source)).toEqual({
    MODEL_REMOTE: 'your-bucket/models/half-plus-two',
    MODEL_TARGET: '/models/half-plus-two',
    RCLONE_CONFIG_MODEL_TYPE: 's3',
    RCLONE_CONFIG_MODEL_PROVIDER: 'AWS',
    RCLONE_CONFIG_MODEL_REGION: 'eu-central-1',
    RCLONE_CONFIG_MODEL_ENV_AUTH: 'true',
    AWS_ACCESS_KEY_ID: ref('store', 'AWS_ACCESS_KEY_ID'),
    AWS_SECRET_ACCESS_KEY: ref('store', 'AWS_SECRET_ACCESS_KEY'),
  });
  expect(planOf(source).secrets).toEqual({ store: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] });
});

test('S3: another service, an open bucket, the identity of the pod', () => {
  const minio = variables(ModelSource.s3({ uri: 's3://bucket/m', endpoint: 'http://minio.storage.svc:9000' }));
  expect(minio).toMatchObject({
    RCLONE_CONFIG_MODEL_PROVIDER: 'Other',
    RCLONE_CONFIG_MODEL_ENDPOINT: 'http://minio.storage.svc:9000',
    RCLONE_CONFIG_MODEL_ENV_AUTH: 'true',
  });
  expect(variables(ModelSource.s3({ uri: 's3://bucket/m', anonymous: true }))).not.toHaveProperty(
    'RCLONE_CONFIG_MODEL_ENV_AUTH',
  );
});

test('GCS: the identity of the pod, a key, an open bucket', () => {
  const uri = 'gs://kfserving-examples/models/sklearn/1.0/model';
  expect(variables(ModelSource.gcs({ uri }))).toEqual({
    MODEL_REMOTE: 'kfserving-examples/models/sklearn/1.0/model',
    MODEL_TARGET: '/models/model',
    RCLONE_CONFIG_MODEL_TYPE: 'google cloud storage',
    RCLONE_CONFIG_MODEL_ENV_AUTH: 'true',
  });
  const key = variables(
    ModelSource.gcs({ uri, credentials: SecretSource.existing('google', { env: { KEY: 'key.json' } }) }),
  );
  expect(key.RCLONE_CONFIG_MODEL_SERVICE_ACCOUNT_CREDENTIALS).toEqual(ref('google', 'key.json'));
  expect(key).not.toHaveProperty('RCLONE_CONFIG_MODEL_ENV_AUTH');
  expect(variables(ModelSource.gcs({ uri, anonymous: true }))).toMatchObject({ RCLONE_CONFIG_MODEL_ANONYMOUS: 'true' });
});

test('a claim and an OCI image are volumes; nothing is downloaded', () => {
  expect(planOf(ModelSource.claim({ claimName: 'models', subPath: 'churn/3', path: 'model.pkl' }))).toEqual({
    kind: 'claim',
    mountPath: '/models',
    modelPath: '/models/model.pkl',
    volume: { type: 'claim', claimName: 'models', subPath: 'churn/3' },
    size: undefined,
    secrets: {},
  });
  expect(planOf(ModelSource.claim({ claimName: 'models', mountPath: '/data' })).modelPath).toBe('/data');
  const image = { reference: 'ghcr.io/your-org/model-weights:3', path: 'weights', size: '20Gi' };
  expect(planOf(ModelSource.ociImage(image))).toEqual({
    kind: 'oci-image',
    mountPath: '/models',
    modelPath: '/models/weights',
    volume: { type: 'image', reference: 'ghcr.io/your-org/model-weights:3', pullPolicy: 'IfNotPresent' },
    size: '20Gi',
    secrets: {},
  });
  expect(planOf(ModelSource.ociImage({ reference: 'm:1', pullPolicy: PullPolicy.ALWAYS })).volume).toMatchObject({
    pullPolicy: 'Always',
  });
});

describe('Hugging Face', () => {
  const source = ModelSource.huggingFace({
    repository: 'Qwen/Qwen3-8B',
    revision: 'v1.0',
    size: '16Gi',
    token: SecretSource.existing('hub', { keys: ['HF_TOKEN', 'OTHER'] }),
  });

  test('a server that can fetches by itself: no volume, no download', () => {
    expect(planOf(source, true)).toMatchObject({
      kind: 'hugging-face',
      hub: {
        repository: 'Qwen/Qwen3-8B',
        revision: 'v1.0',
        token: { name: 'HF_TOKEN', valueFrom: ref('hub', 'HF_TOKEN') },
      },
      size: '16Gi',
      secrets: { hub: ['HF_TOKEN', 'OTHER'] },
    });
    expect(planOf(source, true)).not.toHaveProperty('download');
    expect(planOf(source, true)).not.toHaveProperty('modelPath');
  });

  test('for another server it is downloaded', () => {
    expect(planOf(source).modelPath).toBe('/models/Qwen3-8B');
    expect(variables(source)).toMatchObject({
      MODEL_REPOSITORY: 'Qwen/Qwen3-8B',
      MODEL_REVISION: 'v1.0',
      HF_TOKEN: ref('hub', 'HF_TOKEN'),
    });
  });

  test('the only key is the token, whatever its name', () => {
    const token = SecretSource.existing('hub', { keys: ['token'] });
    const other = ModelSource.huggingFace({ repository: 'a/b', revision: 'v1', token });
    expect(variables(other).HF_TOKEN).toEqual(ref('hub', 'token'));
  });
});

test('MLflow: a version of the registry, or a model of a run', () => {
  const trackingUri = 'http://mlflow-server.ml-serving.svc.cluster.local:5000';
  const credentials = SecretSource.existing('mlflow', { keys: ['MLFLOW_TRACKING_TOKEN'] });
  const registered = ModelSource.mlflow({ uri: 'models:/churn/3', trackingUri, credentials });
  expect(planOf(registered).modelPath).toBe('/models/churn');
  expect(variables(registered)).toEqual({
    MODEL_URI: 'models:/churn/3',
    MODEL_TARGET: '/models/churn',
    MLFLOW_TRACKING_URI: trackingUri,
    MLFLOW_TRACKING_TOKEN: ref('mlflow', 'MLFLOW_TRACKING_TOKEN'),
  });
  const run = ModelSource.mlflow({ uri: `runs:/${'0'.repeat(32)}/artifacts/model`, trackingUri });
  expect(planOf(run).modelPath).toBe('/models/model');
});

test('an ExternalSecret that a download uses is made by the workload, and expected from nobody', () => {
  const credentials = SecretSource.externalSecret({
    name: 'store',
    store: 'vault',
    data: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((key) => ({ key, remoteKey: key })),
  });
  const plan = planOf(ModelSource.s3({ uri: 's3://bucket/m', credentials }));
  expect(plan.secrets).toEqual({});
  expect(plan.secretPlans?.map(({ external }) => external?.storeName)).toEqual(['vault']);
});

test('no plan holds more than references to what is secret', () => {
  const plans = [
    ModelSource.http({ url: 'https://example.com/m', token: SecretSource.existing('web', { keys: ['T'] }) }),
    ModelSource.s3({ uri: 's3://bucket/m', credentials: KEYS }),
  ].map((source) => planOf(source));
  for (const variable of plans.flatMap((plan) => plan.download!.env))
    if (/TOKEN|KEY|SECRET|CREDENTIALS/.test(variable.name)) expect(variable.value).toBeUndefined();
});

test.each([
  ['s3', ModelSource.s3({ uri: 's3://bucket/models/churn/' })],
  ['gcs', ModelSource.gcs({ uri: 'gs://bucket/models/churn/' })],
  ['mlflow, a version', ModelSource.mlflow({ uri: 'models:/churn/3/', trackingUri: 'http://mlflow/' })],
  ['mlflow, a run', ModelSource.mlflow({ uri: `runs:/${'a'.repeat(32)}/out/churn/`, trackingUri: 'http://mlflow' })],
  ['http', ModelSource.http({ url: 'https://example.com/models/', path: 'churn/' })],
  ['claim', ModelSource.claim({ claimName: 'models', path: 'churn/' })],
])('a slash at the end means nothing: %s', (_title, source) => {
  expect(planOf(source).modelPath).toBe('/models/churn');
  const { MODEL_URI: uri, MODEL_REMOTE: remote } = variables(source);
  for (const text of [uri, remote]) if (text !== undefined) expect(text).not.toMatch(/\/$/);
});

test('wherever the model is put, the server finds it on the volume', () => {
  const paths = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.stringMatching(/^(\/models\/)?[a-z.]{1,4}(\/[a-z.]{1,4}){0,2}\/?$/),
  );
  fc.assert(
    fc.property(paths, (path) => {
      const source = ModelSource.http({ url: 'https://example.com/model.pkl', path });
      const context = { target: TARGET, serverPullsFromHub: false };
      if (fixesOf((check) => source._definition.check(check, context)).length > 0) return;
      const { modelPath } = source._definition.plan(context);
      expect(modelPath).toMatch(/^\/models(\/(?!\.{1,2}(\/|$))[^\s/]+)+$/);
    }),
  );
});

test('the page on sources names the image, user and memory of every download', () => {
  const page = readFileSync(join(__dirname, '../../../docs/model-sources.md'), 'utf8').replace(/ +/g, ' ');
  const downloads = {
    http: ModelSource.http({ url: 'https://example.com/m' }),
    's3, gcs': ModelSource.s3({ uri: 's3://bucket/m' }),
    huggingFace: ModelSource.huggingFace({ repository: 'a/b', revision: 'v1' }),
    mlflow: ModelSource.mlflow({ uri: 'models:/m/1', trackingUri: 'http://mlflow' }),
  };
  for (const [name, source] of Object.entries(downloads)) {
    const { image, user } = planOf(source).download!;
    expect(page).toContain(`| ${name} | \`${image}\` | ${user} |`);
  }
  expect(Object.values(downloads).map((source) => planOf(source).download?.memory)).toEqual([
    '256Mi',
    '1Gi',
    '2Gi',
    '1Gi',
  ]);
  expect(page).toContain('256Mi for HTTP, 1Gi for S3, GCS and MLflow, 2Gi for Hugging Face');
});
