import { type GivenOption, lastOf } from './arguments';
import type { ServerContext, WritablePath } from './profile';

/**
 * Everything that a language model's server keeps between starts: weights from the hub, compiled kernels and graphs.
 * Apart from HOME, so that one volume can hold it and nothing else.
 */
export const CACHE: WritablePath = {
  path: '/cache',
  purpose: 'cache',
  // what the Gateway API inference extension's sample asks for, serving.md; a model of known size may need more
  sizeLimit: '100Gi',
};

/** Where the libraries under such a server keep things, each told by the variable that its own documentation names. */
export function cacheEnv(context: ServerContext, args: readonly string[] = []): Record<string, string> {
  const isOffline = context.modelPath !== undefined && !args.some(namesRepository);
  return {
    HF_HOME: `${CACHE.path}/huggingface`,
    TRITON_CACHE_DIR: `${CACHE.path}/triton`,
    TORCHINDUCTOR_CACHE_DIR: `${CACHE.path}/inductor`,
    FLASHINFER_WORKSPACE_BASE: CACHE.path,
    // a model that is on a volume needs nothing of the hub, which may be out of reach: do not wait for it
    ...(isOffline ? { HF_HUB_OFFLINE: '1' } : {}),
  };
}

/**
 * True for an argument that names a repository of the hub, alone or in `name=owner/repository` or JSON: a tokenizer, a
 * draft model, an adapter.
 */
function namesRepository(arg: string): boolean {
  return /(^|[=:,"'\s])[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*($|[@,"'\s}])/.test(arg);
}

/** By the Run:ai model streamer, https://docs.vllm.ai/en/stable/models/extensions/runai_model_streamer/ */
export const OBJECT_STORES = { schemes: ['s3', 'gs'] } as const;

/** How weights are read from an object store, unless the user says so. */
export function loadFormat({ modelPath }: ServerContext, given: readonly GivenOption[]): string | undefined {
  return /^(s3|gs):/.test(modelPath ?? '') && !lastOf(given, '--load-format') ? 'runai_streamer' : undefined;
}

/** What the server is told to load: a folder, or a repository of the hub. */
export function modelOf(context: ServerContext): string | undefined {
  return context.modelPath ?? context.modelReference?.repository;
}
