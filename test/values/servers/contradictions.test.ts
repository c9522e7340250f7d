import { Gpu, ModelServer } from '../../../lib/values';
import type { GpuPlan } from '../../../lib/values/gpu/plan';
import type { ServerContext } from '../../../lib/values/servers/profile';
import { fixesOf, problemsOf } from '../support';
import { gpus, planOf } from './support';

const CONTEXT: ServerContext = { modelName: 'my-model', shutdownSeconds: 45 };
const FOLDER: ServerContext = { ...CONTEXT, modelPath: '/models/churn' };

const vllm = (...args: string[]) => ModelServer.vllm({ args });
const sglang = (...args: string[]) => ModelServer.sglang({ args });
const faults = (server: ModelServer, gpu?: GpuPlan) => fixesOf((check) => server._definition.check(check, { gpu }));
const argsOf = (server: ModelServer, gpu?: GpuPlan) => server._definition.plan({ gpu }).args(CONTEXT);

/** The value after an option, as the server gets it. */
const valueAfter = (args: string[], option: string) =>
  args.includes(option) ? args[args.indexOf(option) + 1] : undefined;

describe('tensor parallelism is what is left of the GPUs', () => {
  test.each([
    [vllm(), 8, '8'],
    [vllm(), 1, undefined],
    [vllm('--pipeline-parallel-size', '2'), 8, '4'],
    [vllm('--pipeline_parallel_size=4'), 8, '2'],
    [vllm('-pp', '2', '-dp', '2'), 8, '2'],
    [vllm('--data-parallel-size', '8'), 8, undefined],
    [vllm('-dp=2', '--enable-expert-parallel'), 8, '4'],
    [vllm('--prefill-context-parallel-size', '2'), 4, '2'],
  ])('%# vLLM', (server, count, expected) => {
    expect(faults(server, gpus(count))).toEqual([]);
    expect(valueAfter(argsOf(server, gpus(count)), '--tensor-parallel-size')).toBe(expected);
  });

  test.each([
    [sglang(), 8, '8'],
    [sglang('--pp-size', '2'), 8, '4'],
    [sglang('--dp', '4'), 8, '2'],
    // attention in data parallel divides the tensor parallel groups, not the GPUs
    [sglang('--dp-size=4', '--enable-dp-attention'), 8, '8'],
  ])('%# SGLang', (server, count, expected) => {
    expect(faults(server, gpus(count))).toEqual([]);
    expect(valueAfter(argsOf(server, gpus(count)), '--tp-size')).toBe(expected);
  });

  test.each([
    [vllm('-pp', '3'), 'args[0]: lower them, or change compute.gpu.count'],
    [vllm('--max-num-seqs', '8', '-dp', '16'), 'args[2]: lower them, or change compute.gpu.count'],
    [sglang('--pp-size', 'two'), 'args[0]: lower them, or change compute.gpu.count'],
  ])('%# sizes that do not divide the GPUs are refused', (server, fix) => {
    expect(faults(server, gpus(8))).toEqual([fix]);
  });
});

describe('of every kind of GPU', () => {
  const TP = 'leave it out: it is the number of GPUs in compute.gpu, divided by the other kinds of parallelism';

  test('of NVIDIA and AMD, each is a device', () => {
    for (const gpu of [Gpu.nvidia({ count: 4 }), Gpu.amd({ count: 4 })].map(planOf)) {
      expect(faults(vllm(), gpu)).toEqual([]);
      expect(valueAfter(argsOf(vllm(), gpu), '--tensor-parallel-size')).toBe('4');
      expect(faults(vllm('--tensor-parallel-size=2'), gpu)).toEqual([`args[0]: ${TP}`]);
    }
  });

  test('a share and a slice are one device; several slices are of no use to one process', () => {
    for (const gpu of [Gpu.nvidiaShared(), Gpu.nvidiaMig({ profile: '3g.40gb' })].map(planOf)) {
      expect(faults(vllm(), gpu)).toEqual([]);
      expect(argsOf(vllm(), gpu)).not.toContain('--tensor-parallel-size');
    }
    const [problem] = problemsOf((check) =>
      vllm()._definition.check(check, { gpu: planOf(Gpu.nvidiaMig({ profile: '3g.40gb', count: 2 })) }),
    );
    expect(problem).toMatchObject({
      got: '2 of nvidia.com/mig-3g.40gb',
      fix: 'set count to 1 and choose a larger profile, or use whole GPUs',
    });
  });

  test.each([Gpu.intel({ count: 2 }), Gpu.custom('aws.amazon.com/neuron', 2)])(
    '%# how many devices these are, the user says',
    (gpu) => {
      expect(faults(vllm(), planOf(gpu))).toEqual([
        "args: add '--tensor-parallel-size', '2', or what the devices need",
      ]);
      const told = vllm('--tensor-parallel-size', '4');
      expect(faults(told, planOf(gpu))).toEqual([]);
      expect(argsOf(told, planOf(gpu)).slice(-2)).toEqual(['--tensor-parallel-size', '4']);
      expect(argsOf(told, planOf(gpu)).filter((arg) => arg === '--tensor-parallel-size')).toHaveLength(1);
    },
  );

  test('one of them needs nothing, and CPUs take what the user says', () => {
    expect(faults(vllm(), planOf(Gpu.custom('aws.amazon.com/neuron')))).toEqual([]);
    expect(faults(ModelServer.vllm({ needsGpu: false, args: ['-tp', '2'] }))).toEqual([]);
  });
});

describe('an option is known as the server reads it', () => {
  const PORT = 'set port instead';
  test.each([
    [vllm('--served_model_name', 'x'), 'args[0]: set servedModelName instead'],
    [vllm('--gpu-memory-util', '0.5'), 'args[0]: set gpuMemoryUtilization instead'],
    [vllm('--port=1'), `args[0]: ${PORT}`],
    [vllm('--uds', '/tmp/x'), 'args[0]: leave it out: probes and clients need a port'],
    [vllm('--nnodes', '2'), 'args[0]: leave it out: each replica is one pod'],
    [sglang('--model', 'x'), "args[0]: set the workload's model instead"],
    [sglang('--context-len', '4'), 'args[0]: set contextLength instead'],
    [ModelServer.triton({ args: ['--http-po', '1'] }), `args[0]: ${PORT}`],
    [ModelServer.triton({ args: ['--model-repo=/x'] }), 'args[0]: set modelRepository instead'],
    [ModelServer.fastApi({ app: 'a:b', args: ['--port', '1'] }), `args[0]: ${PORT}`],
    [ModelServer.tensorflowServing({ args: ['--model_config_file=/x'] }), 'args[0]: set modelConfigFile instead'],
  ])('%# refused', (server, fix) => {
    expect(faults(server)).toEqual([fix]);
  });

  test.each([
    // another option, of which ours is the beginning
    vllm('--model-loader-extra-config', '{}', '--max-model-len-x', '1'),
    sglang('--enable-metrics-for-all-schedulers', '--served_model_name'),
    // Triton, uvicorn and TensorFlow Serving read underscores as they are
    ModelServer.triton({ args: ['--http_port=1'] }),
    ModelServer.fastApi({ app: 'a:b', args: ['--por', '1'] }),
    // a value that looks like an option of ours
    vllm('--chat-template', '/templates/--port'),
  ])('%# accepted', (server) => {
    expect(faults(server)).toEqual([]);
  });

  test.each([
    [vllm('--max-num-seqs 256'), "args[0]: write two: '--max-num-seqs', '256'"],
    [ModelServer.http({ port: 8000, args: ['--workers  4'] }), "args[0]: write two: '--workers', '4'"],
    [ModelServer.tensorflowServing({ args: ['--enable_batching true'] }), "args[0]: write '--enable_batching=true'"],
    [
      ModelServer.tensorflowServing({ args: ['--enable_batching', 'true'] }),
      "args[1]: write it like '--enable_batching=true'",
    ],
  ])('%# two arguments in one are refused, and what a program does not read', (server, fix) => {
    expect(faults(server)).toEqual([fix]);
  });

  test('a value may have spaces', () => {
    expect(faults(vllm('--chat-template={% if x %} {% endif %}', '--override', '{"a": 1}'))).toEqual([]);
  });
});

describe('a mounted model does without the hub', () => {
  test.each([
    ['a tokenizer', ['--tokenizer', 'Qwen/Qwen3-8B'], false],
    ['an adapter', ['--lora-modules', 'sql=org/sql-lora'], false],
    ['a draft model in JSON', ['--speculative-config={"model": "org/draft", "num_speculative_tokens": 3}'], false],
    ['a draft model of SGLang', ['--speculative-draft-model-path', 'org/draft@main'], false],
    ['a tokenizer on the volume', ['--tokenizer', '/models/churn/tokenizer'], true],
    ['a folder beside', ['--chat-template', './template.jinja'], true],
    ['nothing else', ['--max-num-seqs', '8'], true],
  ])('with %s', (_title, args, isOffline) => {
    for (const server of [ModelServer.vllm({ args }), ModelServer.sglang({ args })]) {
      const { env } = server._definition.plan({});
      expect(env(FOLDER).HF_HUB_OFFLINE).toBe(isOffline ? '1' : undefined);
    }
  });

  test('what the user says wins', () => {
    const { env } = ModelServer.vllm({ env: { HF_HUB_OFFLINE: '0' } })._definition.plan({});
    expect(env(FOLDER).HF_HUB_OFFLINE).toBe('0');
  });
});

describe('a server that speaks TLS is probed so', () => {
  const TLS = ['--ssl-keyfile', '/tls/tls.key', '--ssl-certfile=/tls/tls.crt'];
  test.each([
    ['vllm', ModelServer.vllm({ args: TLS })],
    ['vllm, with underscores', ModelServer.vllm({ args: ['--ssl_certfile', '/tls/tls.pem'] })],
    ['sglang', ModelServer.sglang({ args: TLS })],
    ['fastApi', ModelServer.fastApi({ app: 'a:b', metricsPath: '/metrics', args: TLS })],
    ['http', ModelServer.http({ port: 8443, healthPath: '/health', metricsPath: '/metrics', https: true })],
  ])('%s', (_name, server) => {
    const { ports, startup, readiness, liveness, metrics } = server._definition.plan({});
    expect(ports[0]).toMatchObject({ name: 'https', appProtocol: 'https' });
    for (const endpoint of [startup, readiness, liveness])
      expect(endpoint).toMatchObject({ type: 'http', port: 'https', scheme: 'HTTPS' });
    expect(metrics).toEqual({ port: 'https', path: '/metrics', scheme: 'https' });
  });

  test('without a health path, the port is named so too', () => {
    expect(ModelServer.http({ port: 8443, https: true })._definition.plan({}).readiness).toEqual({
      type: 'tcp',
      port: 'https',
    });
  });

  test('one that wants a certificate of its clients cannot be probed', () => {
    const fix = "leave it out, or write '1' and have the application check who calls";
    for (const server of [
      ModelServer.vllm({ args: [...TLS, '--ssl-cert-reqs', '2'] }),
      ModelServer.fastApi({ app: 'a:b', args: [...TLS, '--ssl-cert-reqs', '2'] }),
    ])
      expect(faults(server)).toEqual([`args[3]: ${fix}`]);
    expect(faults(ModelServer.vllm({ args: [...TLS, '--ssl-cert-reqs', '1'] }))).toEqual([]);
  });
});

describe('several models of TensorFlow Serving', () => {
  const FILE = '/etc/model-server/models.config';

  test('are in a file, and the port opens once all are loaded', () => {
    const { args, readiness } = ModelServer.tensorflowServing({ modelConfigFile: FILE })._definition.plan({});
    expect(args(FOLDER)).toEqual(['--rest_api_port=8501', '--port=8500', `--model_config_file=${FILE}`]);
    expect(readiness).toEqual({ type: 'tcp', port: 'http' });
  });

  test('of which one may be waited for by its name', () => {
    const server = ModelServer.tensorflowServing({ modelConfigFile: FILE, modelName: 'churn' });
    expect(server._definition.plan({}).readiness).toMatchObject({ path: '/v1/models/churn' });
    expect(faults(ModelServer.tensorflowServing({ modelConfigFile: FILE, modelBasePath: '/models' }))).toEqual([
      'modelBasePath: leave it out',
    ]);
  });
});

describe('threads follow the CPU limit', () => {
  const LIMITED: ServerContext = { ...CONTEXT, cpuLimit: 2.5 };
  const names = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'NUMEXPR_NUM_THREADS'];

  test.each([
    ['http', ModelServer.http({ port: 8000 }), '2'],
    ['fastApi', ModelServer.fastApi({ app: 'a:b' }), '2'],
    ['fastApi with workers', ModelServer.fastApi({ app: 'a:b', workers: 2 }), '1'],
    ['mlServer', ModelServer.mlServer(), '2'],
    ['triton', ModelServer.triton(), '2'],
    ['nim', ModelServer.nim(), '2'],
    ['vllm', ModelServer.vllm({ needsGpu: false }), '2'],
    ['sglang', ModelServer.sglang({ needsGpu: false }), '2'],
  ])('of %s', (_name, server, threads) => {
    const { env } = server._definition.plan({});
    expect(names.map((name) => env(LIMITED)[name])).toEqual(names.map(() => threads));
    expect(names.map((name) => env(CONTEXT)[name])).toEqual(names.map(() => undefined));
  });

  test('each GPU has a process; a part of a core has one thread; the user wins', () => {
    expect(
      vllm()
        ._definition.plan({ gpu: gpus(4) })
        .env({ ...CONTEXT, cpuLimit: 16 }).OMP_NUM_THREADS,
    ).toBe('4');
    const http = ModelServer.http({ port: 8000, env: { MKL_NUM_THREADS: '3' } })._definition.plan({});
    expect(http.env({ ...CONTEXT, cpuLimit: 0.5 })).toMatchObject({ OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '3' });
  });

  test('TensorFlow Serving is told by arguments, unless the user tells it', () => {
    const argsFor = (...args: string[]) => ModelServer.tensorflowServing({ args })._definition.plan({}).args(LIMITED);
    expect(argsFor()).toEqual(
      expect.arrayContaining(['--tensorflow_intra_op_parallelism=2', '--tensorflow_inter_op_parallelism=2']),
    );
    expect(argsFor('--tensorflow_session_parallelism=4').join()).not.toMatch(/_op_parallelism/);
  });
});

describe('idle connections', () => {
  const IDLE: ServerContext = { ...CONTEXT, idleTimeoutSeconds: 620 };

  test('are kept for as long as told', () => {
    const fastApi = ModelServer.fastApi({ app: 'a:b' })._definition.plan({});
    expect(valueAfter(fastApi.args(IDLE), '--timeout-keep-alive')).toBe('620');
    expect(vllm()._definition.plan({}).env(IDLE).VLLM_HTTP_TIMEOUT_KEEP_ALIVE).toBe('620');
    expect(sglang()._definition.plan({}).env(IDLE).SGLANG_TIMEOUT_KEEP_ALIVE).toBe('620');
    const http = ModelServer.http({ port: 8000, keepAliveArg: '--keep-alive={seconds}' })._definition.plan({});
    expect(http.args(IDLE)).toEqual(['--keep-alive=620']);
  });

  test('are the server’s own affair otherwise, and where the user has said it', () => {
    for (const server of [ModelServer.fastApi({ app: 'a:b' }), vllm(), sglang()]) {
      const { args, env } = server._definition.plan({});
      expect(args(CONTEXT).join()).not.toMatch(/keep-alive/);
      expect(Object.keys(env(CONTEXT)).join()).not.toMatch(/KEEP_ALIVE/);
    }
    const told = ModelServer.fastApi({ app: 'a:b', args: ['--timeout-keep-alive', '75'] })._definition.plan({});
    expect(told.args(IDLE).filter((arg) => arg === '--timeout-keep-alive')).toHaveLength(1);
    expect(faults(ModelServer.http({ port: 8000, keepAliveArg: '--keep-alive=75' }))).toEqual([
      "keepAliveArg: write it as '--keep-alive={seconds}'",
    ]);
  });
});

describe('MLServer', () => {
  const single = ModelServer.mlServer({ implementation: 'mlserver_sklearn.SKLearnModel' })._definition.plan({});
  test.each([
    ['/models', '/models'],
    ['/models/churn', '/models'],
    ['/data/models/churn.joblib', '/data/models'],
  ])('with a model at %s searches %s, never the whole file system', (modelPath, folder) => {
    const env = single.env({ ...CONTEXT, modelPath });
    expect(env).toMatchObject({ MLSERVER_MODELS_DIR: folder, MLSERVER_MODEL_URI: modelPath });
    expect(env.MLSERVER_ENV_TARBALL).toBe(`${folder}/environment.tar.gz`);
  });

  test('unpacks environments where there is room for them', () => {
    const [path] = single.writable
      .filter(({ sizeLimit }) => sizeLimit === '10Gi')
      .map((one) => one.path)
      .slice(-1);
    expect(single.env(CONTEXT).MLSERVER_ENVIRONMENTS_DIR).toMatch(`${path}/`);
  });
});

test('a factory of an application is told to uvicorn by an argument', () => {
  expect(faults(ModelServer.fastApi({ app: 'service:create_app()' }))).toEqual([
    "app: write 'service:create_app', and args: ['--factory']",
  ]);
});
