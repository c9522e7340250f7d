import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import type { Compute } from '../values/compute';
import { checkSidecar } from './sidecar-check';
import type { SidecarContext, SidecarOrder } from './sidecar-plan';

/** A container that runs beside the server for the whole life of the pod. */
export interface CustomSidecarOptions {
  /** Name of the container. */
  readonly name: string;
  /** Its image, with a tag or a digest. */
  readonly image: string;
  /**
   * Replaces the image's entry point.
   *
   * @default - the image's
   */
  readonly command?: string[];
  /**
   * Arguments of the entry point.
   *
   * @default - the image's
   */
  readonly args?: string[];
  /**
   * Plain environment variables; no secrets.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * What it asks of the node.
   *
   * @default - 50m CPU, 64Mi memory
   */
  readonly compute?: Compute;
  /**
   * Numeric user that it runs as.
   *
   * @default - the pod's
   */
  readonly user?: number;
  /**
   * Files of its configuration: file names to contents, in a ConfigMap mounted at `configPath`.
   *
   * @default - none
   */
  readonly config?: { [fileName: string]: string };
  /**
   * Where `config` is mounted, read-only.
   *
   * @default '/etc/config'
   */
  readonly configPath?: string;
  /**
   * A folder that it shares with the server: an emptyDir that both can write.
   *
   * @default - nothing is shared
   */
  readonly sharedPath?: string;
  /**
   * Upper bound of the shared folder, a quantity; a pod that exceeds it is evicted.
   *
   * @default '1Gi'
   */
  readonly sharedSizeLimit?: string;
  /**
   * Folders that must be writable for the sidecar alone, beside `/tmp`: an emptyDir each.
   *
   * @default - none
   */
  readonly writablePaths?: string[];
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

/**
 * A helper beside the server: a native sidecar, which starts before it, ends after it, and holds up neither. In the pod
 * it is an init container with `restartPolicy: Always` (Kubernetes 1.29).
 */
export class Sidecar {
  /** Any container. */
  public static custom(options: CustomSidecarOptions): Sidecar {
    return new Sidecar({ type: 'custom', ...options });
  }

  /** Fluentd, with a configuration that reads the server's log files as JSON where they are JSON. */
  public static fluentd(options: FluentdOptions = {}): Sidecar {
    return new Sidecar({ type: 'fluentd', ...options });
  }

  /** @internal */
  public readonly _order: SidecarOrder;

  private constructor(order: SidecarOrder) {
    this._order = order;
  }

  /** @internal */
  public _check(check: Checker, context: SidecarContext): void {
    checkSidecar(check, this._order, context);
  }
}

checksArguments('Sidecar', Sidecar);
