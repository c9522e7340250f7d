import { checkServerPort } from '../../internal/checks/addresses';
import { checkWhole } from '../../internal/checks/numbers';
import { checkWord } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { parseImage } from '../image';
import { type ArgumentStyle, checkArgs, optionsIn } from './arguments';
import { checkServer } from './checks';
import { VLLM } from './defaults';
import { flag, identity, type ProfileContext, type ServerDefinition } from './definition';
import { CACHE, cacheEnv, loadFormat, modelOf, OBJECT_STORES } from './llm';
import type { ServerArgsOptions } from './options';
import { checkParallelism, type ParallelOptions, tensorParallel } from './parallelism';
import type { ServerProfile } from './profile';
import { threadEnv } from './threads';
import { checkClientCertificates, httpEndpoint, httpMetrics, httpPort, speaksTls, TLS_OPTIONS } from './tls';

/** vLLM's OpenAI-compatible server. */
export interface VllmOptions extends ServerArgsOptions {
  /**
   * The version of vLLM in the image. Flags that not every version has are given only where it is known: `--shutdown-timeout`
   * from 0.18 on.
   *
   * @default - read from a tag of the project's own images, `vllm/vllm-openai:v0.18.0`; of other images not known
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
  /**
   * Whether it cannot do without a GPU; false for images that run on CPUs.
   *
   * @default true
   */
  readonly needsGpu?: boolean;
}

export function vllmServer(options: VllmOptions): ServerDefinition {
  return {
    check: (check, context) => checkVllm(check, options, context),
    plan: (context) => profile(options, context),
  };
}

const PARALLEL: ParallelOptions = {
  tensor: ['--tensor-parallel-size', '-tp'],
  others: [
    ['--pipeline-parallel-size', '-pp'],
    ['--data-parallel-size', '-dp'],
    ['--prefill-context-parallel-size', '-pcp'],
  ],
};

const ONE_POD = 'leave it out: each replica is one pod';
const OWN = {
  '--model': "set the workload's model instead",
  '--host': 'leave it out: the server listens on all addresses',
  '--port': 'set port instead',
  '--uds': 'leave it out: probes and clients need a port',
  '--served-model-name': 'set servedModelName instead',
  '--revision': 'set it in ModelSource.huggingFace instead',
  '--max-model-len': 'set maxModelLength instead',
  '--gpu-memory-utilization': 'set gpuMemoryUtilization instead',
  '--shutdown-timeout': "set the workload's drain instead",
  '--api-key': "give VLLM_API_KEY by the workload's secrets: arguments can be read by everyone who may see the pod",
  '--headless': ONE_POD,
  '--nnodes': ONE_POD,
  '--data-parallel-size-local': ONE_POD,
  '-dpl': ONE_POD,
};

/** vLLM's FlexibleArgumentParser (utils/argparse_utils.py). */
const STYLE: ArgumentStyle = {
  underscores: true,
  abbreviations: [...PARALLEL.tensor, ...PARALLEL.others.flat(), ...TLS_OPTIONS, ...Object.keys(OWN)],
};

function checkVllm(check: Checker, options: VllmOptions, { gpu }: ProfileContext): void {
  const given = optionsIn(options.args, STYLE);
  checkServer(check, options);
  checkArgs(check, options.args, OWN, STYLE);
  checkParallelism(check, given, PARALLEL, gpu);
  checkClientCertificates(check, given);
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

function profile(options: VllmOptions, { image, gpu }: ProfileContext): ServerProfile {
  const { port = VLLM.values.port, needsGpu = VLLM.values.needsGpu } = options;
  const given = optionsIn(options.args, STYLE);
  const isTls = speaksTls(given);
  const drains = knowsShutdownTimeout(options.version ?? versionOf(image));
  // It answers once the engine is up and fails when the engine has died. Not /v1/models, which wants the API key where
  // there is one (serving.md, 2.32), and not a shallower one: nothing else notices a dead engine (2.3, 2.5).
  const health = httpEndpoint('/health', isTls);
  return {
    name: 'vllm',
    ports: [httpPort(port, isTls)],
    startup: health,
    readiness: health,
    liveness: health,
    metrics: httpMetrics('/metrics', isTls),
    // not left to the image: its entry point took the model as --model before it was `vllm serve`
    command: ['vllm', 'serve'],
    args: (context) => [
      ...(modelOf(context) === undefined ? [] : [modelOf(context)!]),
      ...flag('--revision', context.modelPath === undefined ? context.modelReference?.revision : undefined),
      ...flag('--served-model-name', options.servedModelName ?? context.modelName),
      ...flag('--host', '0.0.0.0'),
      ...flag('--port', port),
      ...flag('--tensor-parallel-size', tensorParallel(given, PARALLEL, gpu)),
      ...flag('--max-model-len', options.maxModelLength),
      ...flag('--gpu-memory-utilization', options.gpuMemoryUtilization),
      ...flag('--shutdown-timeout', drains ? context.shutdownSeconds : undefined),
      ...flag('--load-format', loadFormat(context, given)),
      ...(options.args ?? []),
    ],
    env: (context) => ({
      ...cacheEnv(context, options.args),
      ...threadEnv(context, gpu?.count),
      // 5 without it (vllm/envs.py)
      ...(context.idleTimeoutSeconds && { VLLM_HTTP_TIMEOUT_KEEP_ALIVE: String(context.idleTimeoutSeconds) }),
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
    needsGpu,
    needsModel: true,
    pullsFromHub: true,
    reads: OBJECT_STORES,
    drainsItself: drains,
  };
}

/** vllm-project/vllm#36666, first in 0.18; an older one does not start with it. */
function knowsShutdownTimeout(version: string | undefined): boolean {
  const minor = version === undefined ? undefined : minorOf(version);
  return minor !== undefined && minor >= 18;
}

/** The version in the tags of vLLM's own images, also from a mirror. A tag of anybody else's may mean anything. */
function versionOf(image: string | undefined): string | undefined {
  const { name, tag = '' } = parseImage(image ?? '');
  const isOwn = /(^|\/)vllm\/vllm-openai(-\w+)?$/.test(name) && /^v\d+\.\d+(\.\d+)*(\.post\d+)?(-|$)/.test(tag);
  return isOwn ? tag : undefined;
}

/** The minor of a version 0.x; `Infinity` from 1.0 on. */
function minorOf(version: string): number | undefined {
  const [, major, minor] = /^v?(\d+)\.(\d+)(\.|$|[-+_a-z])/.exec(version) ?? [];
  if (major === undefined) return undefined;
  return Number(major) > 0 ? Number.POSITIVE_INFINITY : Number(minor);
}
