import type { ServerOptions } from './options';

/** NVIDIA Triton Inference Server. */
export interface TritonOptions extends ServerOptions {
  /**
   * Folder of the model repository.
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
   * Whether the server exits when a model cannot be loaded, `--exit-on-error`.
   *
   * @default true
   */
  readonly exitOnError?: boolean;
}
