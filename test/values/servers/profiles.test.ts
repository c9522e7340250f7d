import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cloud, GpuModel, ModelServer } from '../../../lib/values';
import type { ServerContext, ServerProfile } from '../../../lib/values/servers/profile';
import { printed } from './support';

const CONTEXT: ServerContext = { modelName: 'my-model', shutdownSeconds: 45 };
const HUB: ServerContext = { ...CONTEXT, modelReference: { repository: 'Qwen/Qwen3-8B', revision: 'abc' } };

/** What the servers' own sources say; docs/model-servers.md names them. */
interface Figures {
  readonly server: ModelServer;
  readonly ports: Record<string, number>;
  readonly ready: string;
  readonly live: string;
  readonly metrics?: string;
  readonly user: number;
  readonly home: string;
  readonly writable: string[];
  readonly needsGpu?: boolean;
  readonly pullsFromHub?: boolean;
  readonly drainsItself: boolean;
}

const FIGURES: Record<string, Figures> = {
  http: {
    server: ModelServer.http({ port: 5000, healthPath: '/health' }),
    ports: { http: 5000 },
    ready: 'http /health',
    live: 'http /health',
    user: 10001,
    home: '/tmp',
    writable: [],
    drainsItself: false,
  },
  fastapi: {
    server: ModelServer.fastApi({ app: 'service:app', port: 8080, livenessPath: '/live', metricsPath: '/metrics' }),
    ports: { http: 8080 },
    ready: 'http /health',
    live: 'http /live',
    metrics: 'http /metrics',
    user: 10001,
    home: '/tmp',
    writable: [],
    drainsItself: true,
  },
  vllm: {
    server: ModelServer.vllm({ version: '0.18.0' }),
    ports: { http: 8000 },
    ready: 'http /health',
    live: 'http /health',
    metrics: 'http /metrics',
    user: 2000,
    home: '/home/vllm',
    writable: ['/home/vllm', '/cache'],
    needsGpu: true,
    pullsFromHub: true,
    drainsItself: true,
  },
  sglang: {
    server: ModelServer.sglang(),
    ports: { http: 30000 },
    ready: 'http /health_generate',
    live: 'http /health',
    metrics: 'http /metrics',
    user: 10001,
    home: '/home/sglang',
    writable: ['/home/sglang', '/cache'],
    needsGpu: true,
    pullsFromHub: true,
    drainsItself: true,
  },
  triton: {
    server: ModelServer.triton(),
    ports: { http: 8000, grpc: 8001, metrics: 8002 },
    ready: 'http /v2/health/ready',
    live: 'http /v2/health/live',
    metrics: 'metrics /metrics',
    user: 1000,
    home: '/tmp',
    writable: [],
    drainsItself: true,
  },
  'tensorflow-serving': {
    server: ModelServer.tensorflowServing({ modelName: 'half-plus-two', monitoringConfigFile: '/etc/m.config' }),
    ports: { http: 8501, grpc: 8500 },
    ready: 'http /v1/models/half-plus-two',
    live: 'http (tcp)',
    metrics: 'http /monitoring/prometheus/metrics',
    user: 10001,
    home: '/tmp',
    writable: [],
    drainsItself: false,
  },
  mlserver: {
    server: ModelServer.mlServer(),
    ports: { http: 8080, grpc: 8081, metrics: 8082 },
    ready: 'http /v2/health/ready',
    live: 'http /v2/health/live',
    metrics: 'metrics /metrics',
    user: 1000,
    home: '/tmp',
    writable: ['/cache', '/opt/mlserver/envs'],
    drainsItself: true,
  },
  nim: {
    server: ModelServer.nim(),
    ports: { http: 8000 },
    ready: 'http /v1/health/ready',
    live: 'http /v1/health/live',
    metrics: 'http /v1/metrics',
    user: 1000,
    home: '/tmp',
    writable: ['/opt/nim/.cache'],
    needsGpu: true,
    drainsItself: false,
  },
};

describe.each(Object.entries(FIGURES))('%s', (name, figures) => {
  const profile: ServerProfile = figures.server._definition.plan({});

  test('opens, answers and writes as its sources say', () => {
    expect({
      name: profile.name,
      ports: Object.fromEntries(profile.ports.map((one) => [one.name, one.port])),
      ready: printed(profile.readiness),
      live: printed(profile.liveness),
      metrics: profile.metrics && `${profile.metrics.port} ${profile.metrics.path}`,
      user: profile.user,
      home: profile.home,
      writable: profile.writable.map(({ path }) => path),
      needsGpu: profile.needsGpu,
      pullsFromHub: profile.pullsFromHub,
      drainsItself: profile.drainsItself,
    }).toEqual({
      name,
      metrics: undefined,
      needsGpu: false,
      pullsFromHub: false,
      ...Object.fromEntries(Object.entries(figures).filter(([key]) => key !== 'server')),
    });
    expect(profile.startup).toEqual(profile.readiness);
  });

  test('hangs together: probes and metrics on ports that it opens, HOME writable, never root', () => {
    const ports = profile.ports.map((one) => one.name);
    for (const endpoint of [profile.startup, profile.readiness, profile.liveness])
      if (endpoint.type !== 'exec') expect(ports).toContain(endpoint.port);
    if (profile.metrics) expect(ports).toContain(profile.metrics.port);
    expect(new Set(profile.ports.map((one) => one.port)).size).toBe(ports.length);
    expect(profile.user).toBeGreaterThan(0);
    expect(profile.group).toBeGreaterThan(0);
    const writable = ['/tmp', ...profile.writable.map(({ path }) => path)];
    expect(writable).toContain(profile.home);
  });

  test('hands on what else it is told, last', () => {
    const extra = { env: { MORE: '1' }, user: 7, group: 8 };
    const told = more(name, extra)._definition.plan({});
    expect([told.user, told.group]).toEqual([7, 8]);
    expect(told.env(HUB).MORE).toBe('1');
    expect(more(name, { user: 7 })._definition.plan({}).group).toBe(7);
    if (!['mlserver', 'nim'].includes(name))
      expect(
        more(name, { args: ['--more'] })
          ._definition.plan({})
          .args(HUB)
          .at(-1),
      ).toBe('--more');
  });
});

function more(name: string, options: object): ModelServer {
  const factories: Record<string, () => ModelServer> = {
    http: () => ModelServer.http({ port: 5000, ...options }),
    fastapi: () => ModelServer.fastApi({ app: 'service:app', ...options }),
    vllm: () => ModelServer.vllm(options),
    sglang: () => ModelServer.sglang(options),
    triton: () => ModelServer.triton(options),
    'tensorflow-serving': () => ModelServer.tensorflowServing(options),
    mlserver: () => ModelServer.mlServer(options),
    nim: () => ModelServer.nim(options),
  };
  return factories[name]();
}

test('the page on servers has the same figures', () => {
  const page = readFileSync(join(__dirname, '../../../docs/model-servers.md'), 'utf8').replace(/ +/g, ' ');
  const factories: Record<string, string> = {
    http: 'http',
    fastapi: 'fastApi',
    'tensorflow-serving': 'tensorflowServing',
    mlserver: 'mlServer',
  };
  for (const [name, { server }] of Object.entries(FIGURES)) {
    const row = page
      .split('\n')
      .find((line) => line.startsWith(`| \`${factories[name] ?? name}\` |`) && /\| \d{4,5} \|/.test(line));
    const { user, ports, readiness } = server._definition.plan({});
    expect(row).toContain(`| ${user} |`);
    if (name === 'http' || name === 'fastapi') continue;
    for (const { port } of ports) expect(row).toContain(String(port));
    if (readiness.type === 'http') expect(row).toContain(readiness.path.replace('half-plus-two', '<name>'));
  }
  for (const [name, model] of Object.entries(GpuModel).filter(([, one]) => one instanceof GpuModel)) {
    const labels = [Cloud.GKE, Cloud.EKS].map((cloud) => (model as GpuModel)._definition.plan({ cloud }).nodeLabels);
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    for (const label of [
      ...(labels[0]['cloud.google.com/gke-accelerator'] ?? []),
      ...(labels[1]['karpenter.k8s.aws/instance-gpu-name'] ?? []),
    ])
      expect(row).toContain(`\`${label}\``);
  }
});
