import { HealthEndpoint, ModelServer } from '../../../lib/values';
import { fixesOf } from '../support';

const faults = (server: ModelServer) => fixesOf((check) => server._definition.check(check, {}));
const PORT = 'have the server listen on 8080, and the Service on the lower port';

test.each([
  ['http', ModelServer.http({ port: 5000, healthPath: '/health', writablePaths: ['/var/log/model'], user: 1001 })],
  [
    'fastApi',
    ModelServer.fastApi({ app: 'package.service:create_app', workers: 2, args: ['--proxy-headers', '--factory'] }),
  ],
  [
    'vllm',
    ModelServer.vllm({ version: 'v0.18.0', args: ['--enable-prefix-caching'], env: { VLLM_LOGGING_LEVEL: 'INFO' } }),
  ],
  ['sglang', ModelServer.sglang({ args: ['--mem-fraction-static', '0.8'] })],
  ['triton', ModelServer.triton({ args: ['--log-verbose=1'] })],
  ['tensorflowServing', ModelServer.tensorflowServing({ args: ['--enable_batching=true'] })],
  ['mlServer', ModelServer.mlServer({ implementation: 'mlserver_xgboost.XGBoostModel' })],
  ['nim', ModelServer.nim()],
  [
    'custom',
    ModelServer.custom({ name: 'x', ports: [{ name: 'grpc', port: 9000 }], readiness: HealthEndpoint.grpc('grpc') }),
  ],
])('%s with good options is accepted', (_name, server) => {
  expect(faults(server)).toEqual([]);
});

test.each([
  ['a port of root', ModelServer.http({ port: 80 }), [`port: ${PORT}`]],
  ['no port', ModelServer.http({ port: undefined as never }), ['port: set port']],
  ['no such port', ModelServer.http({ port: 70000 }), ['port: give the port that the server listens on']],
  ['a path without slash', ModelServer.http({ port: 5000, healthPath: 'health' }), ["healthPath: write '/health'"]],
  ['a URL as path', ModelServer.http({ port: 5000, livenessPath: 'http://x:1/live' }), ["livenessPath: write '/live'"]],
  [
    'a port of metrics without path',
    ModelServer.http({ port: 5000, metricsPort: 9100 }),
    ["metricsPath: give it, for example '/metrics'"],
  ],
  ['a relative folder', ModelServer.http({ port: 5000, writablePaths: ['logs'] }), ["writablePaths[0]: write '/logs'"]],
  [
    'a drain argument without number',
    ModelServer.http({ port: 5000, drainArg: '--graceful' }),
    ["drainArg: write it as '--graceful-timeout={seconds}'"],
  ],
  [
    'root',
    ModelServer.http({ port: 5000, user: 0 }),
    ['user: leave it out, or say why in security: PodSecurity.relaxed(...)'],
  ],
  ['a name as user', ModelServer.http({ port: 5000, user: 'app' as never }), ['user: give a number']],
  [
    'a bad variable',
    ModelServer.http({ port: 5000, env: { 'my-var': 'x' } }),
    ['env.my-var: choose a name of that form'],
  ],
  ['a number as variable', ModelServer.http({ port: 5000, env: { N: 1 as never } }), ["env.N: write '1'"]],
  ['a file as app', ModelServer.fastApi({ app: 'service.py' }), ['app: write them with a colon between']],
  [
    'the port as argument',
    ModelServer.fastApi({ app: 'service:app', args: ['--port', '80'] }),
    ['args[0]: set port instead'],
  ],
  [
    'development mode',
    ModelServer.fastApi({ app: 'service:app', args: ['--reload'] }),
    ['args[0]: leave it out: it is for development, and watches a file system that never changes'],
  ],
  [
    'no workers',
    ModelServer.fastApi({ app: 'service:app', workers: 0 }),
    ['workers: give the number of worker processes'],
  ],
  ['the model as argument', ModelServer.vllm({ args: ['--model=x'] }), ["args[0]: set the workload's model instead"]],
  [
    'a key as argument',
    ModelServer.vllm({ args: ['--api-key=abc'] }),
    ["args[0]: give VLLM_API_KEY by the workload's secrets: arguments can be read by everyone who may see the pod"],
  ],
  ['percent for a part', ModelServer.vllm({ gpuMemoryUtilization: 90 }), ['gpuMemoryUtilization: write 0.9']],
  ['no memory at all', ModelServer.vllm({ gpuMemoryUtilization: 0 }), ['gpuMemoryUtilization: write 0.9']],
  ['half a token', ModelServer.vllm({ maxModelLength: 0.5 }), ['maxModelLength: give a number of tokens']],
  ['a name as version', ModelServer.vllm({ version: 'newest' }), ['version: write major.minor.patch']],
  [
    'metrics as argument',
    ModelServer.sglang({ args: ['--enable-metrics'] }),
    ['args[0]: leave it out: metrics are on'],
  ],
  [
    'the exit time as argument',
    ModelServer.triton({ args: ['--exit-timeout-secs=5'] }),
    ["args[0]: set the workload's drain instead"],
  ],
  [
    'a repository with slash',
    ModelServer.triton({ modelRepository: '/models/' }),
    ["modelRepository: write '/models'"],
  ],
  ['a model name for no URL', ModelServer.tensorflowServing({ modelName: 'a/b' }), ['modelName: rename it']],
  [
    'a class without module',
    ModelServer.mlServer({ implementation: 'SKLearnModel' }),
    ['implementation: write module.Class'],
  ],
  ['a relative cache', ModelServer.nim({ cachePath: 'cache' }), ["cachePath: write '/cache'"]],
])('%s is refused', (_title, server, expected) => {
  expect(faults(server)).toEqual(expected);
});

test('all that is wrong in a custom server is said at once', () => {
  const server = ModelServer.custom({
    name: 'My Server',
    ports: [
      { name: 'http', port: 8080 },
      { name: 'http', port: 8080 },
    ],
    readiness: HealthEndpoint.http('ready', 'https'),
    liveness: HealthEndpoint.exec([]),
    startup: HealthEndpoint.tcp('grpc'),
    metricsPath: '/metrics',
    metricsPort: 'metrics',
    drainArgs: ['--timeout'],
    home: 'home',
    writablePaths: [{ path: '/a/../b', sizeLimit: '1GB' }],
  });
  expect(faults(server)).toEqual([
    'name: choose a name of that form',
    'ports[1].name: choose another name',
    'ports[1].port: leave it out, or correct it',
    "readiness.path: write '/ready'",
    'readiness.port: name one of them',
    'liveness.command: name it',
    'startup.port: name one of them',
    'metricsPort: name one of them',
    "drainArgs: write it as '--graceful-timeout={seconds}'",
    "home: write '/home'",
    "writablePaths[0].path: write it out, for example '/models/churn'",
    "writablePaths[0].sizeLimit: write '1Gi'",
  ]);
});

test('a custom server without ports says so, and nothing breaks before', () => {
  const server = ModelServer.custom({ name: 'x', ports: [], readiness: HealthEndpoint.tcp('http') });
  expect(faults(server)).toEqual(['ports: say what the server opens, the one for clients first']);
});
