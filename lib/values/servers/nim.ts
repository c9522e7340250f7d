import type { ServerOptions } from './options';

/** NVIDIA NIM for large language models. */
export interface NimOptions extends ServerOptions {
  /**
   * Folder of the model cache, `NIM_CACHE_PATH`.
   *
   * @default /opt/nim/.cache
   */
  readonly cachePath?: string;
}
