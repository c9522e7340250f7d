import type { Definition } from '../../internal/definition';
import { checkSpread } from './check';
import { planSpread, type SpreadContext, type SpreadPlan, type SpreadVariant } from './plan';

export type SpreadDefinition = Definition<SpreadContext, SpreadPlan>;

export function defineSpread(variant: SpreadVariant): SpreadDefinition {
  return { check: (check) => checkSpread(check, variant), plan: (context) => planSpread(variant, context) };
}

/** Even where possible. */
export const defaultSpread = defineSpread({ type: 'soft' });
