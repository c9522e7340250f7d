import type { ServerOptions } from './options';

/** vLLM's OpenAI-compatible server. */
export interface VllmOptions extends ServerOptions {
  /**
   * The version of vLLM in the image: decides whether it knows `--shutdown-timeout` (0.18 and newer).
   *
   * @default - read from the image's tag, or else taken as 0.18 or newer
   */
  readonly version?: string;
  /**
   * The port that it listens on.
   *
   * @default 8000
   */
  readonly port?: number;
  /**
   * Name of the model in the API, `--served-model-name`.
   *
   * @default - the workload's id
   */
  readonly servedModelName?: string;
  /**
   * Longest context in tokens, `--max-model-len`.
   *
   * @default - the model's own
   */
  readonly maxModelLength?: number;
  /**
   * Part of the GPU's memory that vLLM takes, `--gpu-memory-utilization`, from 0 to 1.
   *
   * @default - vLLM's own
   */
  readonly gpuMemoryUtilization?: number;
}
