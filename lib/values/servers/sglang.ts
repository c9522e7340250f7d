import { checkServerPort } from '../../internal/checks/addresses';
import { checkWhole } from '../../internal/checks/numbers';
import { checkWord } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { checkArgs, checkServer } from './checks';
import { SGLANG } from './defaults';
import { ANY_IMAGE, flag, identity, type ServerDefinition } from './definition';
import { CACHE, cacheEnv, modelOf } from './llm';
import type { ServerArgsOptions } from './options';
import type { ServerProfile } from './profile';

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
}

export function sglangServer(options: SglangOptions): ServerDefinition {
  return { check: (check) => checkSglang(check, options), plan: () => profile(options) };
}

const GPUS = 'leave it out: it is the number of GPUs in compute.gpu';
const OWN = {
  '--model-path': "set the workload's model instead",
  '--model': "set the workload's model instead",
  '--host': 'leave it out: the server listens on all addresses',
  '--port': 'set port instead',
  '--served-model-name': 'set servedModelName instead',
  '--revision': 'set it in ModelSource.huggingFace instead',
  '--tp-size': GPUS,
  '--tp': GPUS,
  '--tensor-parallel-size': GPUS,
  '--context-length': 'set contextLength instead',
  '--enable-metrics': 'leave it out: metrics are on',
  '--api-key': 'put a gateway that checks keys in front: arguments can be read by everyone who may see the pod',
};

function checkSglang(check: Checker, options: SglangOptions): void {
  checkServer(check, options);
  checkArgs(check, options, OWN);
  checkServerPort(check.at('port'), options.port);
  checkWord(check.at('servedModelName'), options.servedModelName);
  checkWhole(check.at('contextLength'), options.contextLength, { min: 1 }, 'give a number of tokens');
}

function profile(options: SglangOptions): ServerProfile {
  const { port = SGLANG.values.port } = options;
  return {
    name: 'sglang',
    ports: [{ name: 'http', port }],
    // it generates a token, or sees one generated for a client, so that a hung scheduler is noticed
    startup: { type: 'http', path: '/health_generate', port: 'http' },
    readiness: { type: 'http', path: '/health_generate', port: 'http' },
    liveness: { type: 'http', path: '/health', port: 'http' },
    metrics: { port: 'http', path: '/metrics' },
    command: ['python3', '-m', 'sglang.launch_server'],
    args: (context) => [
      ...flag('--model-path', modelOf(context)),
      ...flag('--revision', context.modelPath === undefined ? context.modelReference?.revision : undefined),
      ...flag('--served-model-name', options.servedModelName ?? context.modelName),
      // its own default is 127.0.0.1, which no probe and no Service reaches
      ...flag('--host', '0.0.0.0'),
      ...flag('--port', port),
      ...flag('--tp-size', context.gpus > 1 ? context.gpus : undefined),
      ...flag('--context-length', options.contextLength),
      '--enable-metrics',
      ...(options.args ?? []),
    ],
    env: (context) => ({
      ...cacheEnv(context),
      // /health generates a token too unless told not to (http_server.py); a busy server must not be restarted for it
      SGLANG_ENABLE_HEALTH_ENDPOINT_GENERATION: 'false',
      // the image knows root only, and PyTorch asks for the user's name
      USER: 'sglang',
      ...options.env,
    }),
    ...identity(options, ANY_IMAGE),
    home: '/home/sglang',
    writable: [{ path: '/home/sglang', purpose: 'scratch', sizeLimit: '1Gi' }, CACHE],
    needsGpu: true,
    needsModel: true,
    pullsFromHub: true,
    // after SIGTERM it answers 503 on /health, finishes what it has begun and exits (tokenizer_manager.py,
    // sigterm_watchdog); there is no flag for how long
    drainsItself: true,
  };
}
