import fc from 'fast-check';
import type { Compute } from '../../lib';
import { call, list, map, mostly, pick, props, propsOf, SCOPE, seconds, type Values, whole } from './arbitrary-recipes';
import { bytes, cores, env, image, key, label, path, port, subdomain, text, urlPath } from './arbitrary-text';

const GIB = 1024;
const ids = whole(1, 65535, 0, -1, 2 ** 31, 1.5);
const count = whole(1, 8, 0, 1.5, 17);

export const peers: Values = fc.oneof(
  call('NetworkPeer.sameNamespace'),
  call('NetworkPeer.cluster'),
  call('NetworkPeer.everyone'),
  call('NetworkPeer.namespace', label()),
  call('NetworkPeer.namespacesWith', map(key, pick('a', 'b', ''))),
  call('NetworkPeer.pods', props({ labels: map(key, pick('a', 'b')) }, { namespace: label() })),
  call(
    'NetworkPeer.cidr',
    mostly(pick('10.0.0.0/8', '192.168.0.0/16', '10.0.0.0/9'), '10.0.0.0', '10.0.0.0/33', '', '10.0.0.1/8'),
    pick(undefined, ['10.1.0.0/16']),
  ),
  call('NetworkPeer.cidr', pick('2001:db8::/32', '::/0')),
  call('NetworkPeer.peer', call('kplus.Namespaces', pick(SCOPE), label())),
);

const gpuModel = fc.oneof(
  ...['T4', 'L4', 'A100_80GB', 'H100_80GB'].map((name) => call(`GpuModel.${name}`)),
  call(
    'GpuModel.custom',
    props(
      {
        name: pick('X1'),
        memoryGib: whole(8, 200, 0),
        aksVmSizes: pick(['Standard_X']),
        gkeAccelerator: pick('nvidia-x1'),
        karpenterName: pick('x1'),
        productLabels: mostly(pick(['NVIDIA-X1'], ['a', 'b']), ['a b'], ['']),
      },
      { karpenterMemoryMib: whole(1, 200_000, 0) },
    ),
  ),
);

export const gpu: Values = fc.oneof(
  { weight: 4, arbitrary: call('Gpu.nvidia', props({}, { count, model: gpuModel, spot: pick(false) })) },
  call(
    'Gpu.nvidiaMig',
    props(
      { profile: mostly(pick('1g.10gb', '3g.40gb'), '1g', '1g+10gb') },
      { count, model: gpuModel, spot: pick(false) },
    ),
  ),
  call(
    'Gpu.nvidiaShared',
    props(
      {},
      { maxClients: whole(2, 48, 1, 99), strategy: pick('time-sharing', 'mps'), model: gpuModel, spot: pick(false) },
    ),
  ),
  call('Gpu.amd', props({}, { count })),
  call('Gpu.intel', props({}, { count })),
  call('Gpu.custom', mostly(pick('example.com/npu', 'habana.ai/gaudi'), 'npu', 'kubernetes.io/npu', 'a/b/c'), count),
);

/** For a sidecar: no GPU, and the library's own defaults where the limits are left out. */
export const smallCompute: Values = propsOf<Omit<Compute, 'gpu'>>(
  {
    cpu: cores(10, 200),
    memory: bytes(32, 256),
    cpuLimit: cores(1000, 4000),
    memoryLimit: bytes(2 * GIB, 3 * GIB),
    ephemeralStorage: bytes(64, 512),
    ephemeralStorageLimit: bytes(2 * GIB, 4 * GIB),
  },
  ['cpu', 'memory'],
);

export const compute: Values = propsOf<Compute>(
  {
    cpu: cores(50, 4000),
    memory: bytes(256, 16 * GIB),
    cpuLimit: cores(5000, 64_000),
    memoryLimit: bytes(40 * GIB, 80 * GIB),
    ephemeralStorage: bytes(512, 2 * GIB),
    ephemeralStorageLimit: bytes(5 * GIB, 9 * GIB),
    gpu,
  },
  ['cpu', 'memory'],
);

const args = list(fc.oneof(pick('--all', '--level=3', '{seconds}', '$(HOME)'), text));
const command = mostly(pick(['serve'], ['/bin/sh', '-c', 'a\nb'], []), [''], [' ']);
const user = { user: ids, group: ids, env };
const name = mostly(pick('churn', 'org/model', 'a-b'), '', 'a b');
const endpoints = fc.oneof(
  call('HealthEndpoint.http', urlPath, mostly(pick('http'), 'grpc')),
  call('HealthEndpoint.https', urlPath, pick('http')),
  call('HealthEndpoint.tcp', pick('http')),
  call('HealthEndpoint.grpc', pick('http'), pick(undefined, 'health')),
  call('HealthEndpoint.exec', mostly(pick(['/bin/healthy']), [])),
);
const paths = { healthPath: urlPath, livenessPath: urlPath, startupPath: urlPath };

const freeServers = [
  call(
    'ModelServer.http',
    props(
      { port, metricsPath: urlPath },
      {
        ...user,
        ...paths,
        args,
        command,
        drainArg: mostly(pick('--grace={seconds}'), '--grace'),
        keepAliveArg: mostly(pick('--keep-alive={seconds}'), '--keep-alive'),
        https: fc.boolean(),
        metricsPort: port,
        writablePaths: list(path),
      },
    ),
  ),
  call('ModelServer.http', props({ port }, paths)),
  call(
    'ModelServer.fastApi',
    props(
      { app: mostly(pick('service:app', 'a.b:create'), 'service', 'a b:c') },
      { ...user, ...paths, args, metricsPath: urlPath, port, workers: whole(1, 8, 0, 1.5) },
    ),
  ),
  call(
    'ModelServer.custom',
    props(
      {
        name: label(20),
        ports: mostly(
          pick(
            [{ name: 'http', port: 8000 }],
            [
              { name: 'http', port: 8000, appProtocol: 'kubernetes.io/h2c' },
              { name: 'metrics', port: 9000 },
            ],
          ),
          [{ name: 'HTTP', port: 8000 }],
          [],
        ),
        readiness: endpoints,
      },
      {
        ...user,
        args,
        command,
        drainArgs: mostly(pick(['--grace', '{seconds}']), ['--grace']),
        keepAliveArgs: mostly(pick(['--keep-alive', '{seconds}']), ['--keep-alive']),
        home: path,
        liveness: endpoints,
        startup: endpoints,
        metricsPath: urlPath,
        metricsPort: mostly(pick('http'), 'metric'),
        needsGpu: pick(false),
        writablePaths: list(props({ path }, { cache: fc.boolean(), sizeLimit: bytes(100, 2000) })),
      },
    ),
  ),
];
const servers = [
  call(
    'ModelServer.vllm',
    props(
      {},
      {
        ...user,
        args,
        port,
        gpuMemoryUtilization: mostly(pick(0.5, 0.9), 0, 2),
        maxModelLength: whole(1, 99_999, 0),
        servedModelName: name,
        version: mostly(pick('0.11.0', '0.10.2'), 'v1', ''),
        needsGpu: fc.boolean(),
      },
    ),
  ),
  call(
    'ModelServer.sglang',
    props(
      {},
      { ...user, args, port, contextLength: whole(1, 99_999, 0), servedModelName: name, needsGpu: fc.boolean() },
    ),
  ),
  call(
    'ModelServer.triton',
    props(
      {},
      {
        ...user,
        args,
        port,
        grpcPort: pick(9001),
        metricsPort: pick(9002),
        exitOnError: fc.boolean(),
        modelRepository: path,
        needsGpu: pick(false),
      },
    ),
  ),
  call(
    'ModelServer.tensorflowServing',
    props(
      {},
      { ...user, args, port, grpcPort: pick(9001), modelBasePath: path, modelName: name, monitoringConfigFile: path },
    ),
  ),
  call('ModelServer.tensorflowServing', props({}, { port, modelConfigFile: path, modelName: name })),
  call(
    'ModelServer.mlServer',
    props(
      {},
      {
        ...user,
        port,
        grpcPort: pick(9001),
        metricsPort: pick(9002),
        implementation: pick('mlserver_sklearn.SKLearnModel'),
        modelsFolder: path,
      },
    ),
  ),
  call('ModelServer.nim', props({}, { ...user, port, cachePath: path })),
];
const every = { weight: 1 };
const often = { weight: 4 };

/** Servers that need no GPU and no model, mostly: with those that do, few sets would be right. */
export const server: Values = fc.oneof(
  ...freeServers.map((arbitrary) => ({ ...often, arbitrary })),
  ...servers.map((arbitrary) => ({ ...every, arbitrary })),
);

const secretKey = mostly(pick('TOKEN', 'HF_TOKEN', 'a_b'), 'a-b', '', 'a b');
const fileKey = mostly(pick('tls.key', 'a-b', 'TOKEN'), 'a/b', '..');
const readKeys = fc.oneof(
  props({ keys: list(secretKey) }, {}),
  props({ keys: list(fileKey), mountPath: path }),
  props({ env: map(mostly(pick('X', 'Y_Z'), '1', 'a b'), fileKey, 2) }),
);
const refs = list(
  props(
    {
      key: secretKey,
      remoteKey: mostly(
        text.filter((value) => String(value).trim() !== ''),
        '',
      ),
    },
    { property: pick('password'), version: pick('3') },
  ),
  1,
);
export const secret: Values = fc.oneof(
  call('SecretSource.existing', subdomain, readKeys),
  call('SecretSource.sealedSecret', subdomain, readKeys),
  call('SecretSource.fromSecret', call('kplus.Secret', pick(SCOPE), pick('theirs')), readKeys),
  call(
    'SecretSource.externalSecret',
    props(
      { name: subdomain, store: subdomain, data: refs },
      {
        clusterStore: fc.boolean(),
        env: pick({ OTHER: 'TOKEN' }, {}, {}),
        refresh: seconds(1, 9999, 0),
        mountPath: path,
      },
    ),
  ),
);

/** Not those of `env`, `config` and secrets, mostly: one that two of them set is refused. */
export const variableName = mostly(pick('POD_NAME', 'NODE_IP', 'MEMORY'), '1ST', 'a b', '');
export const envValue: Values = fc.oneof(
  call(
    'EnvValue.field',
    mostly(
      pick('metadata.name', 'spec.nodeName', 'status.podIPs', "metadata.labels['app.kubernetes.io/name']"),
      'spec.containers',
      "metadata.labels['a b']",
      '',
    ),
  ),
  call(
    'EnvValue.resource',
    pick('requests.cpu', 'limits.memory', 'requests.ephemeral-storage'),
    props({}, { divisor: mostly(pick('1'), '3', '1Zi') }),
  ),
  call(
    'EnvValue.configMapKey',
    subdomain,
    mostly(pick('KEY', 'a.b'), 'a/b', ''),
    props({}, { optional: fc.boolean() }),
  ),
  call(
    'EnvValue.fromConfigMap',
    call('kplus.ConfigMap', pick(SCOPE), pick('theirs')),
    pick('KEY'),
    props({}, { optional: fc.boolean() }),
  ),
);

export const credentials = (...keys: string[]) =>
  call('SecretSource.existing', subdomain, pick({ keys }, { keys: [...keys, 'MORE'] }));
const download = {
  path: mostly(pick('model.pkl', 'churn/1'), '/elsewhere', '../a'),
  mountPath: mostly(pick('/models'), 'models', '/'),
  size: bytes(100, 20_000),
  cpu: cores(50, 1000),
  memory: bytes(256, 1000),
  image,
};
export const model: Values = fc.oneof(
  { weight: 3, arbitrary: call('ModelSource.inImage', mostly(pick('/models/churn', '/opt/m.pkl', 'org/model'), '')) },
  call(
    'ModelSource.http',
    props(
      {
        url: mostly(
          pick('https://example.com/model.pkl', 'https://[::1]/a/b'),
          'ftp://a/b',
          'https://a:b@c/d',
          'http://a/b',
          'x',
        ),
      },
      { ...download, sha256: mostly(pick('a'.repeat(64)), 'abc'), token: credentials('TOKEN') },
    ),
  ),
  call(
    'ModelSource.s3',
    props(
      { uri: mostly(pick('s3://bucket/model', 's3://b.c-d/e/f.pkl'), 's3://b', 'gs://bucket/a') },
      {
        ...download,
        region: mostly(pick('eu-central-1'), 'EU'),
        endpoint: mostly(pick('http://minio:9000'), 'minio'),
        credentials: credentials('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'),
      },
    ),
  ),
  call('ModelSource.s3', props({ uri: pick('s3://bucket/model'), anonymous: fc.boolean() })),
  call(
    'ModelSource.gcs',
    props({ uri: mostly(pick('gs://bucket/model'), 's3://bucket/a') }, { ...download, anonymous: fc.boolean() }),
  ),
  call(
    'ModelSource.gcs',
    props({
      uri: pick('gs://bucket/m'),
      credentials: call('SecretSource.existing', subdomain, pick({ keys: ['GOOGLE_KEY'] })),
    }),
  ),
  call(
    'ModelSource.claim',
    props(
      { claimName: subdomain },
      {
        size: download.size,
        subPath: mostly(pick('churn/1', 'a/b/c'), '../a', '/a', 'a b'),
        mountPath: path,
        path: pick('a'),
      },
    ),
  ),
  call(
    'ModelSource.ociImage',
    props(
      { reference: image },
      { size: download.size, mountPath: path, path: pick('a'), pullPolicy: pick('Always', 'IfNotPresent') },
    ),
  ),
  call(
    'ModelSource.huggingFace',
    props(
      {
        repository: mostly(pick('org/model', 'Qwen/Qwen3-8B'), 'model', 'a/b/c'),
        revision: mostly(pick('a'.repeat(40), 'v1.0'), 'main', ''),
      },
      {
        ...download,
        token: credentials('HF_TOKEN'),
        include: mostly(pick(['*.safetensors', '*.json']), [], ['/a']),
        exclude: mostly(pick(['onnx/*']), ['']),
      },
    ),
  ),
  call(
    'ModelSource.readByServer',
    props(
      { uri: mostly(pick('s3://bucket/model', 'gs://bucket/model'), 's3://b', 'https://a/b') },
      {
        size: download.size,
        region: mostly(pick('eu-central-1'), 'EU'),
        endpoint: mostly(pick('http://minio:9000'), 'http://minio:9000/x'),
        credentials: credentials('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'),
      },
    ),
  ),
  call(
    'ModelSource.mlflow',
    props(
      {
        uri: mostly(pick('models:/churn/3', `runs:/${'a'.repeat(32)}/model`), 'models:/churn/latest', 'x'),
        trackingUri: mostly(pick('http://mlflow:5000'), 'mlflow'),
      },
      { ...download, credentials: call('SecretSource.existing', subdomain, readKeys) },
    ),
  ),
);

const supplementalGroups = mostly(pick([44, 109], []), [-1]);
const unprivileged = props({}, { supplementalGroups, readOnlyRootFilesystem: fc.boolean() });

export const security: Values = fc.oneof(
  call(
    'PodSecurity.restricted',
    props({}, { user: ids, group: ids, supplementalGroups, readOnlyRootFilesystem: fc.boolean() }),
  ),
  call('PodSecurity.imageUser', unprivileged),
  call('PodSecurity.clusterUser', unprivileged),
  call(
    'PodSecurity.relaxed',
    props(
      { reason: mostly(pick('the image binds port 80'), '', ' ') },
      {
        user: whole(0, 65535, -1),
        group: whole(0, 65535, -1),
        supplementalGroups,
        readOnlyRootFilesystem: fc.boolean(),
        capabilities: mostly(
          pick(['NET_BIND_SERVICE'], ['NET_BIND_SERVICE', 'CHOWN'], ['SYS_ADMIN'], []),
          ['CAP_CHOWN'],
          ['chown'],
        ),
      },
    ),
  ),
);
