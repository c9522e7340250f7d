import type { Definition } from '../../internal/definition';
import { checksArguments } from '../../internal/type-check';
import { customSidecar } from './custom';
import { fluentd } from './fluentd';
import type { CustomSidecarOptions, FluentdOptions } from './options';
import type { SidecarContext, SidecarPlan } from './plan';

/**
 * A container beside the main one: a native sidecar, which starts before it, ends after it, and delays neither. In the pod
 * it is an init container with `restartPolicy: Always` (Kubernetes 1.29); where the target is older, a plain container,
 * which starts and ends with the main one.
 *
 * @example
 * const sidecar = Sidecar.fluentd({ logPath: '/var/log/model' });
 */
export class Sidecar {
  /** Any container. */
  public static custom(options: CustomSidecarOptions): Sidecar {
    return new Sidecar(customSidecar(options));
  }

  /** Fluentd, with a configuration that reads the log files of the main container, as JSON where they are JSON. */
  public static fluentd(options: FluentdOptions = {}): Sidecar {
    return new Sidecar(fluentd(options));
  }

  /** @internal */
  public readonly _definition: Definition<SidecarContext, SidecarPlan>;

  private constructor(definition: Definition<SidecarContext, SidecarPlan>) {
    this._definition = definition;
  }
}

checksArguments('Sidecar', Sidecar);
