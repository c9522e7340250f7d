import { checksArguments } from '../../internal/type-check';
import { defineExtraVolume, type ExtraVolumeDefinition } from './definition';
import type { EmptyVolumeOptions, MountOptions } from './options';
import type { ExtraVolumeVariant } from './plan';

/** An additional volume of a container. */
export class ExtraVolume {
  /** A claim of the namespace. */
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

  /** An empty folder for the lifetime of one pod. */
  public static emptyDir(options: EmptyVolumeOptions): ExtraVolume {
    return new ExtraVolume({ type: 'emptyDir', ...options });
  }

  /** @internal */
  public readonly _definition: ExtraVolumeDefinition;

  private constructor(variant: ExtraVolumeVariant) {
    this._definition = defineExtraVolume(variant);
  }
}

checksArguments('ExtraVolume', ExtraVolume);
