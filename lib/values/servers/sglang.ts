import type { ServerOptions } from './options';

/** SGLang's server. */
export interface SglangOptions extends ServerOptions {
  /**
   * The port that it listens on.
   *
   * @default 30000
   */
  readonly port?: number;
  /**
   * Name of the model in the API, `--served-model-name`.
   *
   * @default - the workload's id
   */
  readonly servedModelName?: string;
  /**
   * Longest context in tokens, `--context-length`.
   *
   * @default - the model's own
   */
  readonly contextLength?: number;
}
