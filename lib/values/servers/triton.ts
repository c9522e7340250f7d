import { checkServerPort } from '../../internal/checks/addresses';
import { checkFolder } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkArgs } from './arguments';
import { checkPortsApart, checkServer } from './checks';
import { TRITON } from './defaults';
import { identity, type ServerDefinition } from './definition';
import type { ServerArgsOptions } from './options';
import type { ServerContext, ServerProfile } from './profile';
import { threadEnv } from './threads';

/** NVIDIA Triton Inference Server. */
export interface TritonOptions extends ServerArgsOptions {
  /**
   * The port of its HTTP API: `--http-port`.
   *
   * @default 8000
   */
  readonly port?: number;
  /**
   * The port of its gRPC API: `--grpc-port`.
   *
   * @default 8001
   */
  readonly grpcPort?: number;
  /**
   * The port of its metrics: `--metrics-port`.
   *
   * @default 8002
   */
  readonly metricsPort?: number;
  /**
   * Folder of the model repository: `--model-repository`.
   *
   * @default - where the model source puts the model, or `/models`
   */
  readonly modelRepository?: string;
  /**
   * Whether it cannot do without a GPU.
   *
   * @default false
   */
  readonly needsGpu?: boolean;
  /**
   * Whether the server exits when a model cannot be loaded: `--exit-on-error`. Without it, a server whose models failed
   * stays up and is never ready.
   *
   * @default true
   */
  readonly exitOnError?: boolean;
}

export function tritonServer(options: TritonOptions): ServerDefinition {
  return { check: (check) => checkTriton(check, options), plan: () => profile(options) };
}

const OWN = {
  '--model-repository': 'set modelRepository instead',
  '--model-store': 'set modelRepository instead',
  '--http-port': 'set port instead',
  '--grpc-port': 'set grpcPort instead',
  '--metrics-port': 'set metricsPort instead',
  '--exit-timeout-secs': "set the workload's drain instead",
  '--exit-on-error': 'set exitOnError instead',
  '--strict-readiness': 'leave it out: the server is ready when its models are, which is the default',
};

function checkTriton(check: Checker, options: TritonOptions): void {
  checkServer(check, options);
  checkPortsApart(check, options, TRITON.values);
  // getopt_long (command_line_parser.cc)
  checkArgs(check, options.args, OWN, { abbreviations: Object.keys(OWN) });
  for (const prop of ['port', 'grpcPort', 'metricsPort'] as const) checkServerPort(check.at(prop), options[prop]);
  checkFolder(check.at('modelRepository'), options.modelRepository);
}

function profile(options: TritonOptions): ServerProfile {
  const { port, grpcPort, metricsPort, exitOnError, needsGpu } = { ...TRITON.values, ...given(options) };
  return {
    name: 'triton',
    ports: [
      { name: 'http', port },
      { name: 'grpc', port: grpcPort, appProtocol: 'kubernetes.io/h2c' },
      { name: 'metrics', port: metricsPort },
    ],
    startup: { type: 'http', path: '/v2/health/ready', port: 'http' },
    readiness: { type: 'http', path: '/v2/health/ready', port: 'http' },
    liveness: { type: 'http', path: '/v2/health/live', port: 'http' },
    metrics: { port: 'metrics', path: '/metrics' },
    // an argument of the image's entry point, which prepares the CUDA libraries and then becomes this program
    args: (context) => [
      'tritonserver',
      `--model-repository=${options.modelRepository ?? repositoryOf(context) ?? '/models'}`,
      `--http-port=${port}`,
      `--grpc-port=${grpcPort}`,
      `--metrics-port=${metricsPort}`,
      // 30 without it (command_line_parser.h)
      `--exit-timeout-secs=${context.shutdownSeconds}`,
      ...(exitOnError ? [] : ['--exit-on-error=false']),
      ...(options.args ?? []),
    ],
    env: (context) => ({ ...threadEnv(context), ...copyEnv(context), ...options.env }),
    // triton-server in the image (build.py)
    ...identity(options, { user: 1000, group: 1000 }),
    home: '/tmp',
    writable: [],
    needsGpu,
    pullsFromHub: false,
    reads: { schemes: ['s3', 'gs'], copiesTo: COPY },
    drainsItself: true,
  };
}

/** Where it copies what it reads of an object store; /tmp without the variable (docs/user_guide/model_repository.md). */
const COPY = '/model-copy';

function copyEnv({ modelPath = '' }: ServerContext): Record<string, string> {
  if (modelPath.startsWith('s3:')) return { TRITON_AWS_MOUNT_DIRECTORY: COPY };
  return modelPath.startsWith('gs:') ? { TRITON_GCS_MOUNT_DIRECTORY: COPY } : {};
}

/** Another service stands in the URI itself: `s3://https://host:port/bucket/path`. */
function repositoryOf({ modelPath, modelEndpoint }: ServerContext): string | undefined {
  return modelEndpoint ? modelPath?.replace('s3://', `s3://${modelEndpoint.replace(/\/$/, '')}/`) : modelPath;
}

function given(options: TritonOptions): Partial<typeof TRITON.values> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
