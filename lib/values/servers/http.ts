import type { ServerOptions } from './options';

/** A server that speaks HTTP and that the library knows nothing else of. */
export interface HttpServerOptions extends ServerOptions {
  /** The port that the server listens on. */
  readonly port: number;
  /**
   * Path that answers with a status from 200 to 399 once the model is loaded and requests can be taken.
   *
   * @default - none: only whether the port accepts connections is probed
   */
  readonly healthPath?: string;
  /**
   * Path that answers as long as the process is alive, even before the model is loaded or under full load.
   *
   * @default - `healthPath`
   */
  readonly livenessPath?: string;
  /**
   * Path that answers once the model is loaded.
   *
   * @default - `healthPath`
   */
  readonly startupPath?: string;
  /**
   * Path of the Prometheus metrics.
   *
   * @default - none
   */
  readonly metricsPath?: string;
  /**
   * Port of the Prometheus metrics, where it is another.
   *
   * @default - `port`
   */
  readonly metricsPort?: number;
  /**
   * Replaces the image's entry point.
   *
   * @default - the image's own
   */
  readonly command?: string[];
  /**
   * Further folders that the server writes to, each an emptyDir; `/tmp` and HOME always are.
   *
   * @default - none
   */
  readonly writablePaths?: string[];
  /**
   * Seconds-precise argument by which the server is told how long it may take to finish after SIGTERM; `{seconds}`
   * stands for the number, for example `--graceful-timeout={seconds}`.
   *
   * @default - none
   */
  readonly drainArg?: string;
}
