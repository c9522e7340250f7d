import { checkServerPort } from '../../internal/checks/addresses';
import { checkWhole } from '../../internal/checks/numbers';
import { checkWord } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { type ArgumentStyle, checkArgs, type GivenOption, lastOf, optionsIn } from './arguments';
import { checkServer } from './checks';
import { SGLANG } from './defaults';
import { ANY_IMAGE, flag, identity, type ProfileContext, type ServerDefinition } from './definition';
import { CACHE, cacheEnv, loadFormat, modelOf, OBJECT_STORES } from './llm';
import type { ServerArgsOptions } from './options';
import { checkParallelism, type ParallelOptions, tensorParallel } from './parallelism';
import type { ServerProfile } from './profile';
import { threadEnv } from './threads';
import { checkClientCertificates, httpEndpoint, httpMetrics, httpPort, speaksTls, TLS_OPTIONS } from './tls';

/** SGLang's OpenAI-compatible server. */
export interface SglangOptions extends ServerArgsOptions {
  /**
   * The port that it listens on: `--port`.
   *
   * @default 30000
   */
  readonly port?: number;
  /**
   * Name of the model in the API: `--served-model-name`.
   *
   * @default - the workload's id
   */
  readonly servedModelName?: string;
  /**
   * Longest context in tokens: `--context-length`.
   *
   * @default - the model's own
   */
  readonly contextLength?: number;
  /**
   * Whether it cannot do without a GPU; false for images that run on CPUs.
   *
   * @default true
   */
  readonly needsGpu?: boolean;
}

export function sglangServer(options: SglangOptions): ServerDefinition {
  return {
    check: (check, context) => checkSglang(check, options, context),
    plan: (context) => profile(options, context),
  };
}

const ONE_POD = 'leave it out: each replica is one pod';
const OWN = {
  '--model-path': "set the workload's model instead",
  '--model': "set the workload's model instead",
  '--host': 'leave it out: the server listens on all addresses',
  '--port': 'set port instead',
  '--served-model-name': 'set servedModelName instead',
  '--revision': 'set it in ModelSource.huggingFace instead',
  '--context-length': 'set contextLength instead',
  '--enable-metrics': 'leave it out: metrics are on',
  '--api-key': 'put a gateway that checks keys in front: arguments can be read by everyone who may see the pod',
  '--nnodes': ONE_POD,
  '--node-rank': ONE_POD,
  '--dist-init-addr': ONE_POD,
};

const TENSOR = ['--tp-size', '--tensor-parallel-size', '--tp'];
const PIPELINE = ['--pipeline-parallel-size', '--pp-size', '--pp'];
const DATA = ['--data-parallel-size', '--dp-size', '--dp'];
const ATTENTION = '--enable-dp-attention';

/** With attention in data parallel, its groups are part of the tensor parallel ones (srt/server_args.py). */
function parallel(given: readonly GivenOption[]): ParallelOptions {
  return { tensor: TENSOR, others: lastOf(given, ATTENTION) ? [PIPELINE] : [PIPELINE, DATA] };
}

/** Python's argparse (srt/server_args.py). */
const STYLE: ArgumentStyle = {
  abbreviations: [...TENSOR, ...PIPELINE, ...DATA, ATTENTION, ...TLS_OPTIONS, ...Object.keys(OWN)],
};

function checkSglang(check: Checker, options: SglangOptions, { gpu }: ProfileContext): void {
  const given = optionsIn(options.args, STYLE);
  checkServer(check, options);
  checkArgs(check, options.args, OWN, STYLE);
  checkParallelism(check, given, parallel(given), gpu);
  checkClientCertificates(check, given);
  checkServerPort(check.at('port'), options.port);
  checkWord(check.at('servedModelName'), options.servedModelName);
  checkWhole(check.at('contextLength'), options.contextLength, { min: 1 }, 'give a number of tokens');
}

function profile(options: SglangOptions, { gpu }: ProfileContext): ServerProfile {
  const { port = SGLANG.values.port, needsGpu = SGLANG.values.needsGpu } = options;
  const given = optionsIn(options.args, STYLE);
  const isTls = speaksTls(given);
  return {
    name: 'sglang',
    ports: [httpPort(port, isTls)],
    // it generates a token, or sees one generated for a client, so that a hung scheduler is noticed
    startup: httpEndpoint('/health_generate', isTls),
    readiness: httpEndpoint('/health_generate', isTls),
    liveness: httpEndpoint('/health', isTls),
    metrics: httpMetrics('/metrics', isTls),
    command: ['python3', '-m', 'sglang.launch_server'],
    args: (context) => [
      ...flag('--model-path', modelOf(context)),
      ...flag('--revision', context.modelPath === undefined ? context.modelReference?.revision : undefined),
      ...flag('--served-model-name', options.servedModelName ?? context.modelName),
      // its own default is 127.0.0.1, which no probe and no Service reaches
      ...flag('--host', '0.0.0.0'),
      ...flag('--port', port),
      ...flag('--tp-size', tensorParallel(given, parallel(given), gpu)),
      ...flag('--context-length', options.contextLength),
      '--enable-metrics',
      ...flag('--load-format', loadFormat(context, given)),
      ...(options.args ?? []),
    ],
    env: (context) => ({
      ...cacheEnv(context, options.args),
      ...threadEnv(context, gpu?.count),
      // 5 without it (srt/environ.py)
      ...(context.idleTimeoutSeconds && { SGLANG_TIMEOUT_KEEP_ALIVE: String(context.idleTimeoutSeconds) }),
      // /health generates a token too unless told not to (http_server.py); a busy server must not be restarted for it
      SGLANG_ENABLE_HEALTH_ENDPOINT_GENERATION: 'false',
      // the image knows root only, and PyTorch asks for the user's name
      USER: 'sglang',
      ...options.env,
    }),
    ...identity(options, ANY_IMAGE),
    home: '/home/sglang',
    writable: [{ path: '/home/sglang', purpose: 'scratch', sizeLimit: '1Gi' }, CACHE],
    needsGpu,
    needsModel: true,
    pullsFromHub: true,
    reads: OBJECT_STORES,
    // after SIGTERM it answers 503 on /health, finishes what it has begun and exits (tokenizer_manager.py,
    // sigterm_watchdog); there is no flag for how long
    drainsItself: true,
  };
}
