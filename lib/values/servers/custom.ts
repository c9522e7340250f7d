import type { HealthEndpoint } from './endpoint';
import type { ServerOptions } from './options';

/** One port of a server. */
export interface ServerPortProps {
  /** Name of the container's port, for example `http`. */
  readonly name: string;
  /** The number. */
  readonly port: number;
  /**
   * The Service's `appProtocol`, for example `kubernetes.io/h2c`.
   *
   * @default - none
   */
  readonly appProtocol?: string;
}

/** A folder that a server writes to. */
export interface WritablePathProps {
  /** The folder. */
  readonly path: string;
  /**
   * Whether what is in it is worth keeping: it goes to the workload's cache volume where there is one.
   *
   * @default false
   */
  readonly cache?: boolean;
  /**
   * Most that an emptyDir there may hold, a quantity.
   *
   * @default 1Gi
   */
  readonly sizeLimit?: string;
}

/** A server of which everything is said. */
export interface CustomServerOptions extends ServerOptions {
  /** Short name for messages and labels, for example `bentoml`. */
  readonly name: string;
  /** What it opens; the first is the one that clients call. */
  readonly ports: ServerPortProps[];
  /** Answers while the server can take requests. */
  readonly readiness: HealthEndpoint;
  /**
   * Answers while the process is alive, however busy it is.
   *
   * @default - `readiness`
   */
  readonly liveness?: HealthEndpoint;
  /**
   * Answers once the model is loaded.
   *
   * @default - `readiness`
   */
  readonly startup?: HealthEndpoint;
  /**
   * Path of the Prometheus metrics.
   *
   * @default - none
   */
  readonly metricsPath?: string;
  /**
   * Name of the port of the Prometheus metrics.
   *
   * @default - the first port
   */
  readonly metricsPort?: string;
  /**
   * Replaces the image's entry point.
   *
   * @default - the image's own
   */
  readonly command?: string[];
  /**
   * Arguments by which the server is told how long it may take to finish after SIGTERM; `{seconds}` stands for the number.
   *
   * @default - none
   */
  readonly drainArgs?: string[];
  /**
   * A writable HOME.
   *
   * @default /tmp/home
   */
  readonly home?: string;
  /**
   * What else must be writable; `/tmp` and HOME always are.
   *
   * @default - nothing
   */
  readonly writablePaths?: WritablePathProps[];
  /**
   * Whether it cannot do without a GPU.
   *
   * @default false
   */
  readonly needsGpu?: boolean;
}
