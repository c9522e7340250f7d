import { checksArguments } from '../../internal/type-check';
import type { ProjectedKeysOptions, ProjectedTokenOptions } from './projection-options';
import type { ProjectionVariant } from './sources';

/** One source of files of a projected volume: an entry of `projected.sources`. */
export class Projection {
  /**
   * Keys of a ConfigMap as files.
   *
   * @param name name of the ConfigMap
   * @param options which keys
   */
  public static configMap(name: string, options: ProjectedKeysOptions = {}): Projection {
    return new Projection({ type: 'configMap', name, ...options });
  }

  /**
   * Keys of a Secret as files.
   *
   * @param name name of the Secret
   * @param options which keys
   */
  public static secret(name: string, options: ProjectedKeysOptions = {}): Projection {
    return new Projection({ type: 'secret', name, ...options });
  }

  /** A token of the pod's ServiceAccount as a file, which the kubelet renews. */
  public static serviceAccountToken(options: ProjectedTokenOptions): Projection {
    return new Projection({ type: 'token', ...options });
  }

  /**
   * Fields of the pod as files.
   *
   * @param fields file to field: `metadata.name`, `metadata.labels`, `metadata.labels['key']` and so on
   */
  public static fields(fields: { [file: string]: string }): Projection {
    return new Projection({ type: 'fields', fields });
  }

  /** @internal */
  public readonly _variant: ProjectionVariant;

  private constructor(variant: ProjectionVariant) {
    this._variant = variant;
  }
}

checksArguments('Projection', Projection);
