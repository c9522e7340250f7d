import type { Duration } from 'cdk8s';
import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkProbe } from './probe-check';
import type { ProbeKind } from './probe-plan';

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

/** One question that the kubelet asks a container: a probe of the Kubernetes API. */
export class Probe {
  /** Asks by HTTP GET (`httpGet`). */
  public static http(options: HttpProbeOptions = {}): Probe {
    return new Probe({ type: 'http', ...options });
  }

  /** Opens a connection (`tcpSocket`): shows that something listens, not that a model answers. */
  public static tcp(options: TcpProbeOptions = {}): Probe {
    return new Probe({ type: 'tcp', ...options });
  }

  /** Asks by the gRPC health protocol (`grpc`). */
  public static grpc(options: GrpcProbeOptions): Probe {
    return new Probe({ type: 'grpc', ...options });
  }

  /** Runs a command in the container (`exec`). */
  public static exec(options: ExecProbeOptions): Probe {
    return new Probe({ type: 'exec', ...options });
  }

  /** No such probe. */
  public static none(): Probe {
    return new Probe({ type: 'none' });
  }

  /** @internal */
  public readonly _kind: ProbeKind;

  private constructor(kind: ProbeKind) {
    this._kind = kind;
  }

  /** @internal */
  public _check(check: Checker): void {
    checkProbe(check, this._kind);
  }
}

checksArguments('Probe', Probe);

/** Probes that replace those of the server's profile, one by one. */
export interface Probes {
  /**
   * Asked until its first right answer; the other two wait for it. A container that never gives one is restarted.
   *
   * @default - the profile's, for as long as the start-up budget; also where the other two are given
   */
  readonly startup?: Probe;
  /**
   * While its answers are wrong, the pod gets no requests.
   *
   * @default - the profile's, every 5 seconds, 3 wrong answers
   */
  readonly readiness?: Probe;
  /**
   * When its answers are wrong for long, the container is restarted.
   *
   * @default - the profile's, every 10 seconds, wrong for 2 minutes and never shorter than readiness
   */
  readonly liveness?: Probe;
}
