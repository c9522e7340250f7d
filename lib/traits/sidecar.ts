import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkSidecar } from './sidecar-check';
import type { CustomSidecarOptions, FluentdOptions } from './sidecar-options';
import type { SidecarContext, SidecarOrder } from './sidecar-plan';

/**
 * A helper beside the server: a native sidecar, which starts before it, ends after it, and holds up neither. In the pod
 * it is an init container with `restartPolicy: Always` (Kubernetes 1.29); where the target is older, a plain container,
 * which starts and ends with the server.
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
