import { checkServerPort } from '../../internal/checks/addresses';
import { checkWhole } from '../../internal/checks/numbers';
import { checkWord } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { parseImage } from '../image';
import { checkArgs, checkServer } from './checks';
import { VLLM } from './defaults';
import { flag, identity, type ServerDefinition } from './definition';
import { CACHE, cacheEnv, modelOf } from './llm';
import type { ServerArgsOptions } from './options';
import type { ServerEndpoint, ServerProfile } from './profile';

/** vLLM's OpenAI-compatible server. */
export interface VllmOptions extends ServerArgsOptions {
  /**
   * The version of vLLM in the image: decides whether it knows `--shutdown-timeout` (0.18 and newer).
   *
   * @default - read from the image's tag, or else taken as 0.18 or newer
   */
  readonly version?: string;
  /**
   * The port that it listens on: `--port`.
   *
   * @default 8000
   */
  readonly port?: number;
  /**
   * Name of the model in the API: `--served-model-name`.
   *
   * @default - the workload's id
   */
  readonly servedModelName?: string;
  /**
   * Longest context in tokens: `--max-model-len`.
   *
   * @default - the model's own
   */
  readonly maxModelLength?: number;
  /**
   * Part of the GPU's memory that vLLM takes, above 0, at most 1: `--gpu-memory-utilization`.
   *
   * @default - vLLM's own
   */
  readonly gpuMemoryUtilization?: number;
}

export function vllmServer(options: VllmOptions): ServerDefinition {
  return { check: (check) => checkVllm(check, options), plan: ({ image }) => profile(options, image) };
}

const OWN = {
  '--model': "set the workload's model instead",
  '--host': 'leave it out: the server listens on all addresses',
  '--port': 'set port instead',
  '--served-model-name': 'set servedModelName instead',
  '--revision': 'set it in ModelSource.huggingFace instead',
  '--tensor-parallel-size': 'leave it out: it is the number of GPUs in compute.gpu',
  '-tp': 'leave it out: it is the number of GPUs in compute.gpu',
  '--max-model-len': 'set maxModelLength instead',
  '--gpu-memory-utilization': 'set gpuMemoryUtilization instead',
  '--shutdown-timeout': "set the workload's drain instead",
  '--api-key': "give VLLM_API_KEY by the workload's secrets: arguments can be read by everyone who may see the pod",
};

function checkVllm(check: Checker, options: VllmOptions): void {
  checkServer(check, options);
  checkArgs(check, options, OWN);
  checkServerPort(check.at('port'), options.port);
  checkWord(check.at('servedModelName'), options.servedModelName);
  checkWhole(check.at('maxModelLength'), options.maxModelLength, { min: 1 }, 'give a number of tokens');
  const part = options.gpuMemoryUtilization;
  if (part !== undefined && !(part > 0 && part <= 1))
    check
      .at('gpuMemoryUtilization')
      .refuse(part, 'a part, above 0 and at most 1', part > 1 && part <= 100 ? `write ${part / 100}` : 'write 0.9');
  if (options.version !== undefined && minorOf(options.version) === undefined)
    check.at('version').refuse(options.version, "a version of vLLM, for example '0.18.0'", 'write major.minor.patch');
}

function profile(options: VllmOptions, image?: string): ServerProfile {
  const { port = VLLM.values.port } = options;
  const drains = knowsShutdownTimeout(options.version ?? (image === undefined ? undefined : parseImage(image).tag));
  // It answers once the engine is up and fails when the engine has died. Not /v1/models, which wants the API key where
  // there is one (serving.md, 2.32), and not a shallower one: nothing else notices a dead engine (2.3, 2.5).
  const health: ServerEndpoint = { type: 'http', path: '/health', port: 'http' };
  return {
    name: 'vllm',
    ports: [{ name: 'http', port }],
    startup: health,
    readiness: health,
    liveness: health,
    metrics: { port: 'http', path: '/metrics' },
    // not left to the image: its entry point took the model as --model before it was `vllm serve`
    command: ['vllm', 'serve'],
    args: (context) => [
      ...(modelOf(context) === undefined ? [] : [modelOf(context)!]),
      ...flag('--revision', context.modelPath === undefined ? context.modelReference?.revision : undefined),
      ...flag('--served-model-name', options.servedModelName ?? context.modelName),
      ...flag('--host', '0.0.0.0'),
      ...flag('--port', port),
      ...flag('--tensor-parallel-size', context.gpus > 1 ? context.gpus : undefined),
      ...flag('--max-model-len', options.maxModelLength),
      ...flag('--gpu-memory-utilization', options.gpuMemoryUtilization),
      ...flag('--shutdown-timeout', drains ? context.shutdownSeconds : undefined),
      ...(options.args ?? []),
    ],
    env: (context) => ({
      ...cacheEnv(context),
      VLLM_CACHE_ROOT: `${CACHE.path}/vllm`,
      // images before the one that has a user 2000 fail at import where the user has no name (kserve/kserve#5666)
      USER: 'vllm',
      ...options.env,
    }),
    // The image runs as root, but has a user for those who do not want that: 2000, with /home/vllm
    // (docker/Dockerfile, vllm-project/vllm#40275). Its group is 0; nothing we use belongs to that.
    ...identity(options, { user: 2000, group: 2000 }),
    home: '/home/vllm',
    writable: [{ path: '/home/vllm', purpose: 'scratch', sizeLimit: '1Gi' }, CACHE],
    needsGpu: true,
    needsModel: true,
    pullsFromHub: true,
    drainsItself: drains,
  };
}

/** vllm-project/vllm#36666, first in 0.18 (serving.md: #43208); what has no version in its name is taken as newer. */
function knowsShutdownTimeout(version: string | undefined): boolean {
  const minor = version === undefined ? undefined : minorOf(version);
  return minor === undefined || minor >= 18;
}

/** The minor of a version 0.x; `Infinity` from 1.0 on. */
function minorOf(version: string): number | undefined {
  const [, major, minor] = /^v?(\d+)\.(\d+)(\.|$|[-+_a-z])/.exec(version) ?? [];
  if (major === undefined) return undefined;
  return Number(major) > 0 ? Number.POSITIVE_INFINITY : Number(minor);
}
