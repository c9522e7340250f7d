import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkExtraVolume, type ExtraVolumeContext, type ExtraVolumeOrder } from './extra-volume-plan';

/** Where a volume is mounted in the server's container. */
export interface MountOptions {
  /** Absolute path in the container. */
  readonly mountPath: string;
  /**
   * Whether the container may only read it.
   *
   * @default - true for ConfigMaps, Secrets and images; false for claims and empty volumes
   */
  readonly readOnly?: boolean;
  /**
   * File or folder of the volume that is mounted, `subPath`. Changes to a ConfigMap or Secret do not reach such a mount.
   *
   * @default - the whole volume
   */
  readonly subPath?: string;
  /**
   * Name of the volume in the pod.
   *
   * @default - made from what it holds
   */
  readonly name?: string;
}

/** An empty volume. */
export interface EmptyVolumeOptions extends MountOptions {
  /** Upper bound, a quantity; a pod that exceeds it is evicted. */
  readonly sizeLimit: string;
  /**
   * Whether it lies in memory, where it counts against the container's memory limit.
   *
   * @default false
   */
  readonly memory?: boolean;
}

/** A volume of the user's own in the server's container. */
export class ExtraVolume {
  /** A claim that exists in the namespace, or that is made elsewhere in the app. */
  public static claim(claimName: string, options: MountOptions): ExtraVolume {
    return new ExtraVolume({ type: 'claim', source: claimName, ...options });
  }

  /** Files from a ConfigMap. */
  public static configMap(configMapName: string, options: MountOptions): ExtraVolume {
    return new ExtraVolume({ type: 'configMap', source: configMapName, ...options });
  }

  /** Files from a Secret. */
  public static secret(secretName: string, options: MountOptions): ExtraVolume {
    return new ExtraVolume({ type: 'secret', source: secretName, ...options });
  }

  /** Files from an OCI image or artifact. Needs Kubernetes 1.35. */
  public static image(reference: string, options: MountOptions): ExtraVolume {
    return new ExtraVolume({ type: 'image', source: reference, ...options });
  }

  /** An empty folder for the life of one pod. */
  public static emptyDir(options: EmptyVolumeOptions): ExtraVolume {
    return new ExtraVolume({ type: 'emptyDir', ...options });
  }

  /** @internal */
  public readonly _order: ExtraVolumeOrder;

  private constructor(order: ExtraVolumeOrder) {
    this._order = order;
  }

  /** @internal */
  public _check(check: Checker, context: ExtraVolumeContext): void {
    checkExtraVolume(check, this._order, context);
  }
}

checksArguments('ExtraVolume', ExtraVolume);
