import type { Duration } from 'cdk8s';

/** How often a probe asks, and how patient it is. */
export interface ProbeTimes {
  /**
   * Time from the container's start to the first question, `initialDelaySeconds`.
   *
   * @default - none
   */
  readonly initialDelay?: Duration;
  /**
   * Time from one question to the next, `periodSeconds`.
   *
   * @default - 5 seconds for readiness, 10 for the others, 30 for a start-up budget beyond half an hour
   */
  readonly period?: Duration;
  /**
   * How long an answer may take, `timeoutSeconds`.
   *
   * @default - 5 seconds, 10 for liveness, or the period where that is shorter
   */
  readonly timeout?: Duration;
  /**
   * Wrong answers in a row that count as failure, `failureThreshold`.
   *
   * @default - as many as fill the start-up budget; at least 3, and 15 seconds of readiness or 2 minutes of liveness
   */
  readonly failureThreshold?: number;
}

/** A probe by HTTP GET. */
export interface HttpProbeOptions extends ProbeTimes {
  /**
   * What is asked for; 200 to 399 is the right answer.
   *
   * @default - the server profile's own path
   */
  readonly path?: string;
  /**
   * The container port that is asked.
   *
   * @default - the server's first port
   */
  readonly port?: number;
  /**
   * Headers that are sent.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string };
}

/** A probe that opens a connection. */
export interface TcpProbeOptions extends ProbeTimes {
  /**
   * The container port that is asked.
   *
   * @default - the server's first port
   */
  readonly port?: number;
}

/** A probe by the gRPC health protocol. */
export interface GrpcProbeOptions extends ProbeTimes {
  /** The container port that is asked. */
  readonly port: number;
  /**
   * Name of the service that is asked about.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

/** A probe by a command in the container. */
export interface ExecProbeOptions extends ProbeTimes {
  /** The command and its arguments; exit status 0 is the right answer. No shell reads it. */
  readonly command: string[];
}
