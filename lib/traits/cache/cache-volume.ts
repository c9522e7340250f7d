import { checksArguments } from '../../internal/type-check';
import { type CacheDefinition, defineCache } from './definition';
import type { CacheClaimOptions, EphemeralCacheOptions, ExistingCacheOptions } from './options';
import type { CacheVariant } from './plan';

/** Where a server keeps what it downloads and compiles (`HF_HOME`, compile caches). */
export class CacheVolume {
  /** On a claim of the workload's own: the next pod finds what the last one downloaded. */
  public static claim(options: CacheClaimOptions): CacheVolume {
    return new CacheVolume({ type: 'claim', ...options });
  }

  /** On a claim that exists in the namespace. */
  public static existingClaim(name: string, options: ExistingCacheOptions = {}): CacheVolume {
    return new CacheVolume({ type: 'existing', name, ...options });
  }

  /** On the node's disk, for the life of one pod. */
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
