import type { Compute } from '../../values';
import type { Probe } from '../../values/probe/probe';
import type { ExtraContainerOptions } from '../extra-container/options';

/** A port that a sidecar listens on: an entry of `ports[]`, TCP. */
export interface SidecarPort {
  /** Name of the port; no other port of the pod has it. */
  readonly name: string;
  /** The number, 1024 or more; no other container of the pod listens on it. */
  readonly port: number;
  /**
   * Whether those who may call the server may call it too: the NetworkPolicy lets them through.
   *
   * @default false
   */
  readonly open?: boolean;
}

/** Probes of a sidecar. Of an HTTP probe, the default path is `/`; of HTTP and TCP, the default port its first one. */
export interface SidecarProbes {
  /**
   * Asked until its first right answer. Where sidecars are native, what comes after the sidecar starts only then.
   *
   * @default - none; the times of one that is given: every 2 seconds, for a minute
   */
  readonly startup?: Probe;
  /**
   * While its answers are wrong, the pod gets no requests, as if the server were not ready.
   *
   * @default - none; the times of one that is given: every 5 seconds, 3 wrong answers
   */
  readonly readiness?: Probe;
  /**
   * When its answers are wrong for long, the sidecar is restarted; the server is not.
   *
   * @default - none; the times of one that is given: every 10 seconds, wrong for 1 minute and never shorter than readiness
   */
  readonly liveness?: Probe;
}

/** A container that runs beside the main one for the whole life of the pod. */
export interface CustomSidecarOptions extends ExtraContainerOptions {
  /**
   * Ports that it listens on, `ports[]`. All containers of a pod share one address, so none may be the server's.
   *
   * @default - none is named; it may listen all the same
   */
  readonly ports?: SidecarPort[];
  /**
   * Its probes. Where sidecars are native, the server starts only after the startup probe has passed.
   *
   * @default - none
   */
  readonly probes?: SidecarProbes;
  /**
   * A command that runs in it when the pod begins to end, `lifecycle.preStop.exec`. A native sidecar gets its SIGTERM
   * only after the server has ended; a plain container right after the command.
   *
   * @default - none
   */
  readonly preStop?: string[];
}

/** A Fluentd that reads the server's log files. */
export interface FluentdOptions {
  /**
   * Name of the container.
   *
   * @default 'fluentd'
   */
  readonly name?: string;
  /**
   * Image of Fluentd 1.16 or newer, with a tag or a digest.
   *
   * @default 'fluent/fluentd:v1.19.1-debian-1.0'
   */
  readonly image?: string;
  /**
   * The folder that the server writes its log files to: an emptyDir that both containers mount. The server must rotate
   * and delete them itself: nobody else does.
   *
   * @default '/var/log/app'
   */
  readonly logPath?: string;
  /**
   * Which files of the folder are read.
   *
   * @default '*.log'
   */
  readonly pattern?: string;
  /**
   * First part of the tag of every line.
   *
   * @default - the workload's name
   */
  readonly tag?: string;
  /**
   * Host that lines are forwarded to, by Fluentd's forward protocol.
   *
   * @default - lines go to the sidecar's own standard output, where the cluster's log agent finds them
   */
  readonly forwardHost?: string;
  /**
   * Port that lines are forwarded to.
   *
   * @default 24224
   */
  readonly forwardPort?: number;
  /**
   * The whole of `fluent.conf`, in place of the preset's.
   *
   * @default - the preset's
   */
  readonly config?: string;
  /**
   * Upper bound of the log folder, a quantity; a pod that exceeds it is evicted.
   *
   * @default '1Gi'
   */
  readonly logSizeLimit?: string;
  /**
   * What it asks of the node.
   *
   * @default - 100m CPU, 128Mi memory, at most 256Mi
   */
  readonly compute?: Compute;
}
