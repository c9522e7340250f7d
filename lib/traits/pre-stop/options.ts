import type { Duration } from 'cdk8s';

/** Options of a command before the end. */
export interface PreStopCommandOptions {
  /**
   * The longest time that it takes. The grace period of the pod counts from the same moment, and the server gets its SIGTERM
   * after the command.
   *
   * @default Duration.seconds(30)
   */
  readonly atMost?: Duration;
}

/** Options of a request before the end. */
export interface PreStopHttpOptions extends PreStopCommandOptions {
  /** Path of the GET request. */
  readonly path: string;
  /**
   * Number of the port of the container.
   *
   * @default - the server's first port
   */
  readonly port?: number;
  /**
   * Whether the request is made over TLS.
   *
   * @default false
   */
  readonly https?: boolean;
}
