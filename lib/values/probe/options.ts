import type { Duration } from 'cdk8s';

/** Times of a probe. */
export interface ProbeTimes {
  /**
   * Time from the start of the container to the first attempt, `initialDelaySeconds`.
   *
   * @default - none
   */
  readonly initialDelay?: Duration;
  /**
   * Time between two attempts, `periodSeconds`.
   *
   * @default - 5 seconds for readiness, 10 for the others, 30 for a start-up budget beyond half an hour
   */
  readonly period?: Duration;
  /**
   * Longest time of an attempt, `timeoutSeconds`.
   *
   * @default - 5 seconds, 10 for liveness, or the period where that is shorter
   */
  readonly timeout?: Duration;
  /**
   * Failed attempts in a row after which the probe has failed, `failureThreshold`.
   *
   * @default - startup: as many as fit the start-up budget; readiness: 15 seconds; liveness: 2 minutes; the last two at least 3
   */
  readonly failureThreshold?: number;
}

/** Options of a probe by HTTP GET. */
export interface HttpProbeOptions extends ProbeTimes {
  /**
   * Path of the request. A status of 200 to 399 is a success.
   *
   * @default - the path of the server's profile
   */
  readonly path?: string;
  /**
   * Port of the container.
   *
   * @default - the server's first port
   */
  readonly port?: number;
  /**
   * Whether the request is made over TLS, `scheme: HTTPS`. The certificate is not verified.
   *
   * @default - as the server's profile has it
   */
  readonly https?: boolean;
  /**
   * Headers of the request.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string };
}

/** Options of a probe that opens a connection. */
export interface TcpProbeOptions extends ProbeTimes {
  /**
   * Port of the container.
   *
   * @default - the server's first port
   */
  readonly port?: number;
}

/** Options of a probe by the gRPC health protocol. */
export interface GrpcProbeOptions extends ProbeTimes {
  /** Port of the container. */
  readonly port: number;
  /**
   * Name of the gRPC service.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

/** Options of a probe that runs a command in the container. */
export interface ExecProbeOptions extends ProbeTimes {
  /** The command and its arguments, which no shell interprets. Exit status 0 is a success. */
  readonly command: string[];
}
