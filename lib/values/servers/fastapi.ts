import type { ServerOptions } from './options';

/** A FastAPI (or any ASGI) application run by uvicorn. */
export interface FastApiOptions extends ServerOptions {
  /** The application as `module:attribute`, for example `service:app`. */
  readonly app: string;
  /**
   * The port that uvicorn listens on.
   *
   * @default 8000
   */
  readonly port?: number;
  /**
   * Path that answers with a status from 200 to 399 once the model is loaded.
   *
   * @default /health
   */
  readonly healthPath?: string;
  /**
   * Path that answers as long as the process is alive.
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
   * Worker processes, each with a model of its own in memory; more replicas are better than more workers.
   *
   * @default 1
   */
  readonly workers?: number;
}
