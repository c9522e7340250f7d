import type { Definition } from '../../internal/definition';
import { checkCache } from './check';
import { type CacheContext, type CachePlan, type CacheVariant, planCache } from './plan';

export type CacheDefinition = Definition<CacheContext, CachePlan>;

export function defineCache(variant: CacheVariant): CacheDefinition {
  return {
    check: (check, context) => checkCache(check, variant, context),
    plan: (context) => planCache(variant, context),
  };
}
