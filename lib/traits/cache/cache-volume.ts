import { checksArguments } from '../../internal/type-check';
import { type CacheDefinition, defineCache } from './definition';
import type { CacheClaimOptions, EphemeralCacheOptions, ExistingCacheOptions } from './options';
import type { CacheVariant } from './plan';

/** The volume for downloaded and compiled files of a server (`HF_HOME`, compile caches). */
export class CacheVolume {
  /** A claim of the workload: the next pod finds the files of the last one. */
  public static claim(options: CacheClaimOptions): CacheVolume {
    return new CacheVolume({ type: 'claim', ...options });
  }

  /** An existing claim of the namespace. */
  public static existingClaim(name: string, options: ExistingCacheOptions = {}): CacheVolume {
    return new CacheVolume({ type: 'existing', name, ...options });
  }

  /** The disk of the node, for the lifetime of one pod. */
  public static ephemeral(options: EphemeralCacheOptions): CacheVolume {
    return new CacheVolume({ type: 'ephemeral', ...options });
  }

  /** @internal */
  public readonly _definition: CacheDefinition;

  private constructor(variant: CacheVariant) {
    this._definition = defineCache(variant);
  }
}

checksArguments('CacheVolume', CacheVolume);
