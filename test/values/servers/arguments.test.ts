import { HealthEndpoint, ModelServer } from '../../../lib/values';
import type { ServerContext } from '../../../lib/values/servers/profile';
import { gpus, printed } from './support';

const CONTEXT: ServerContext = { modelName: 'my-model', shutdownSeconds: 45 };
const FOLDER: ServerContext = { ...CONTEXT, modelPath: '/models/churn' };
const HUB: ServerContext = { ...CONTEXT, modelReference: { repository: 'Qwen/Qwen3-8B', revision: 'abc' } };

describe('http', () => {
  test('without a health path, only the port is probed', () => {
    const { startup, readiness, liveness } = ModelServer.http({ port: 5000 })._definition.plan({});
    expect([startup, readiness, liveness]).toEqual(Array(3).fill({ type: 'tcp', port: 'http' }));
  });

  test('each probe may have a path of its own, and the metrics a port', () => {
    const { ports, startup, readiness, liveness, metrics } = ModelServer.http({
      port: 5000,
      healthPath: '/ready',
      startupPath: '/started',
      livenessPath: '/live',
      metricsPath: '/metrics',
      metricsPort: 9100,
    })._definition.plan({});
    expect([startup, readiness, liveness].map(printed)).toEqual(['http /started', 'http /ready', 'http /live']);
    expect(ports).toEqual([
      { name: 'http', port: 5000 },
      { name: 'metrics', port: 9100 },
    ]);
    expect(metrics).toEqual({ port: 'metrics', path: '/metrics' });
  });

  test('the image starts as it likes, unless told how; a drain argument gets the seconds', () => {
    expect(ModelServer.http({ port: 5000 })._definition.plan({}).command).toBeUndefined();
    expect(ModelServer.http({ port: 5000 })._definition.plan({}).args(FOLDER)).toEqual([]);
    const gunicorn = ModelServer.http({
      port: 5000,
      command: ['gunicorn', 'app:app'],
      args: ['--workers=2'],
      drainArg: '--graceful-timeout={seconds}',
    })._definition.plan({});
    expect(gunicorn.command).toEqual(['gunicorn', 'app:app']);
    expect(gunicorn.args(CONTEXT)).toEqual(['--graceful-timeout=45', '--workers=2']);
    expect(gunicorn.drainsItself).toBe(true);
  });
});

test('uvicorn is started by itself, reachable, and told how long it may take to finish', () => {
  const { command, args } = ModelServer.fastApi({ app: 'service:app', port: 8080 })._definition.plan({});
  expect(command).toEqual(['uvicorn', 'service:app']);
  expect(args(CONTEXT)).toEqual(['--host', '0.0.0.0', '--port', '8080', '--timeout-graceful-shutdown', '45']);
  const several = ModelServer.fastApi({ app: 'service:app', workers: 3 })._definition.plan({}).args(CONTEXT);
  expect(several.slice(-2)).toEqual(['--workers', '3']);
});

describe('vllm', () => {
  test('fetches a pinned revision from the hub, over as many GPUs as there are', () => {
    const server = ModelServer.vllm({ maxModelLength: 4096, gpuMemoryUtilization: 0.85, port: 9000 });
    expect(server._definition.plan({}).command).toEqual(['vllm', 'serve']);
    expect(server._definition.plan({ gpu: gpus(4) }).args(HUB)).toEqual(
      (
        'Qwen/Qwen3-8B --revision abc --served-model-name my-model --host 0.0.0.0 --port 9000 ' +
        '--tensor-parallel-size 4 --max-model-len 4096 --gpu-memory-utilization 0.85'
      ).split(' '),
    );
    expect(server._definition.plan({}).env(HUB)).toEqual({
      HF_HOME: '/cache/huggingface',
      VLLM_CACHE_ROOT: '/cache/vllm',
      TRITON_CACHE_DIR: '/cache/triton',
      TORCHINDUCTOR_CACHE_DIR: '/cache/inductor',
      FLASHINFER_WORKSPACE_BASE: '/cache',
      USER: 'vllm',
    });
  });

  test('serves a folder without asking the hub', () => {
    const { args, env } = ModelServer.vllm({ servedModelName: 'qwen' })._definition.plan({});
    expect(args(FOLDER).slice(0, 3)).toEqual(['/models/churn', '--served-model-name', 'qwen']);
    expect(args(FOLDER)).not.toContain('--tensor-parallel-size');
    expect(env(FOLDER).HF_HUB_OFFLINE).toBe('1');
  });

  // the flag came with 0.18; an older server does not start with it
  test.each([
    ['vllm/vllm-openai:v0.17.1', undefined, false],
    ['vllm/vllm-openai:v0.9.2', undefined, false],
    ['vllm/vllm-openai:v0.18.0', undefined, true],
    ['vllm/vllm-openai:v0.21.0-cu129', undefined, true],
    ['vllm/vllm-openai:v1.0.0', undefined, true],
    ['vllm/vllm-openai:v0.18.0.post1', undefined, true],
    ['registry.example.com/mirror/vllm/vllm-openai:v0.18.0', undefined, true],
    ['vllm/vllm-openai-rocm:v0.18.0', undefined, true],
    // of these, nobody knows the version
    ['vllm/vllm-openai:v0.18.0rc1', undefined, false],
    ['vllm/vllm-openai:nightly', undefined, false],
    ['vllm/vllm-openai:gptoss', undefined, false],
    ['rocm/vllm:rocm7.0.0_vllm_0.11.1_20251103', undefined, false],
    ['lmcache/vllm-openai:nightly-2025-08-10', undefined, false],
    ['lmcache/vllm-openai:v0.3.5', undefined, false],
    ['nvcr.io/nvidia/vllm:26.07-py3', undefined, false],
    ['your-registry/vllm:blue', undefined, false],
    ['your-registry/vllm:v0.18.0', undefined, false],
    ['your-registry/vllm:20260801', undefined, false],
    [`vllm/vllm-openai@sha256:${'0'.repeat(64)}`, undefined, false],
    ['your-registry/vllm:blue', '0.18.0', true],
    ['your-registry/vllm:blue', '0.17', false],
    ['vllm/vllm-openai:v0.17.1', '0.19.0', true],
    [undefined, undefined, false],
  ])('image %s, version %s: the shutdown flag is given: %s', (image, version, given) => {
    const profile = ModelServer.vllm({ version })._definition.plan({ image });
    expect(profile.args(HUB).includes('--shutdown-timeout')).toBe(given);
    expect(profile.drainsItself).toBe(given);
  });
});

test('sglang listens on all addresses, has metrics, and a health path that costs nothing', () => {
  const { command, args, env } = ModelServer.sglang({ contextLength: 8192 })._definition.plan({ gpu: gpus(2) });
  expect(command).toEqual(['python3', '-m', 'sglang.launch_server']);
  expect(args(HUB)).toEqual(
    (
      '--model-path Qwen/Qwen3-8B --revision abc --served-model-name my-model --host 0.0.0.0 --port 30000 ' +
      '--tp-size 2 --context-length 8192 --enable-metrics'
    ).split(' '),
  );
  expect(env(HUB)).toMatchObject({ SGLANG_ENABLE_HEALTH_ENDPOINT_GENERATION: 'false', USER: 'sglang' });
});

test('triton keeps its image’s entry point, and is told where, on which ports and how long', () => {
  const { command, args, ports } = ModelServer.triton({ exitOnError: false, port: 9000 })._definition.plan({});
  expect(command).toBeUndefined();
  expect(args(FOLDER)).toEqual([
    'tritonserver',
    '--model-repository=/models/churn',
    '--http-port=9000',
    '--grpc-port=8001',
    '--metrics-port=8002',
    '--exit-timeout-secs=45',
    '--exit-on-error=false',
  ]);
  expect(ports[1].appProtocol).toBe('kubernetes.io/h2c');
  expect(ModelServer.triton()._definition.plan({}).args(CONTEXT)[1]).toBe('--model-repository=/models');
  expect(ModelServer.triton({ modelRepository: '/repo' })._definition.plan({}).args(FOLDER)[1]).toBe(
    '--model-repository=/repo',
  );
});

test('tensorflow serving finds the model where the source put it, or where its image has it', () => {
  const server = ModelServer.tensorflowServing({ modelName: 'half' });
  expect(server._definition.plan({}).args(FOLDER)).toEqual([
    '--rest_api_port=8501',
    '--port=8500',
    '--model_name=half',
    '--model_base_path=/models/churn',
  ]);
  expect(server._definition.plan({}).args(CONTEXT).at(-1)).toBe('--model_base_path=/models/half');
  expect(server._definition.plan({}).metrics).toBeUndefined();
});

describe('mlserver', () => {
  test('is told by its environment, and writes nowhere in its own folder', () => {
    const { args, env } = ModelServer.mlServer()._definition.plan({});
    expect(args(FOLDER)).toEqual([]);
    expect(env(FOLDER)).toEqual({
      MLSERVER_HTTP_PORT: '8080',
      MLSERVER_GRPC_PORT: '8081',
      MLSERVER_METRICS_PORT: '8082',
      MLSERVER_MODELS_DIR: '/models/churn',
      MLSERVER_ENV_TARBALL: '/models/churn/environment.tar.gz',
      MLSERVER_METRICS_DIR: '/tmp/mlserver-metrics',
      MLSERVER_ENVIRONMENTS_DIR: '/opt/mlserver/envs/models',
      HF_HOME: '/cache/huggingface',
      NUMBA_CACHE_DIR: '/cache/numba',
    });
    expect(env(CONTEXT).MLSERVER_MODELS_DIR).toBe('/mnt/models');
  });

  test('serves a single file that says nothing of itself', () => {
    const { env } = ModelServer.mlServer({ implementation: 'mlserver_sklearn.SKLearnModel' })._definition.plan({});
    expect(env({ ...CONTEXT, modelPath: '/models/model.joblib' })).toMatchObject({
      MLSERVER_MODELS_DIR: '/models',
      MLSERVER_MODEL_IMPLEMENTATION: 'mlserver_sklearn.SKLearnModel',
      MLSERVER_MODEL_NAME: 'my-model',
      MLSERVER_MODEL_URI: '/models/model.joblib',
    });
  });
});

test('nim keeps its models where its cache is', () => {
  const { env, writable } = ModelServer.nim({ port: 9000, cachePath: '/cache' })._definition.plan({});
  expect(env(CONTEXT)).toEqual({
    NIM_SERVER_PORT: '9000',
    NIM_HTTP_API_PORT: '9000',
    NIM_CACHE_PATH: '/cache',
    OUTLINES_CACHE_DIR: '/tmp/outlines',
  });
  expect(writable).toEqual([{ path: '/cache', purpose: 'cache', sizeLimit: '200Gi' }]);
});

test('of a custom server, everything is as it was said', () => {
  const server = ModelServer.custom({
    name: 'bentoml',
    ports: [
      { name: 'http', port: 3000 },
      { name: 'admin', port: 3001, appProtocol: 'http' },
    ],
    readiness: HealthEndpoint.http('/readyz', 'http'),
    liveness: HealthEndpoint.http('/livez', 'http'),
    startup: HealthEndpoint.exec(['/bin/check']),
    metricsPath: '/metrics',
    metricsPort: 'admin',
    command: ['bentoml', 'serve'],
    drainArgs: ['--timeout', '{seconds}'],
    args: ['--production'],
    home: '/home/bentoml',
    writablePaths: [{ path: '/home/bentoml' }, { path: '/cache', cache: true, sizeLimit: '5Gi' }],
    needsGpu: true,
    user: 1034,
  });
  const { args, env, ...rest } = server._definition.plan({});
  expect(rest).toEqual({
    name: 'bentoml',
    ports: [
      { name: 'http', port: 3000 },
      { name: 'admin', port: 3001, appProtocol: 'http' },
    ],
    startup: { type: 'exec', command: ['/bin/check'] },
    readiness: { type: 'http', path: '/readyz', port: 'http' },
    liveness: { type: 'http', path: '/livez', port: 'http' },
    metrics: { port: 'admin', path: '/metrics' },
    command: ['bentoml', 'serve'],
    user: 1034,
    group: 1034,
    home: '/home/bentoml',
    writable: [
      { path: '/home/bentoml', purpose: 'scratch', sizeLimit: '1Gi', isSized: false },
      { path: '/cache', purpose: 'cache', sizeLimit: '5Gi', isSized: true },
    ],
    needsGpu: true,
    pullsFromHub: false,
    drainsItself: true,
  });
  expect(args(CONTEXT)).toEqual(['--timeout', '45', '--production']);
});
