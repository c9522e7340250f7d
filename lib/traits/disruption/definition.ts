import type { Definition } from '../../internal/definition';
import { checkDisruption } from './check';
import { type DisruptionContext, type DisruptionPlan, type DisruptionVariant, planDisruption } from './plan';

export type DisruptionDefinition = Definition<DisruptionContext, DisruptionPlan>;

export function defineDisruption(variant: DisruptionVariant): DisruptionDefinition {
  return {
    check: (check, context) => checkDisruption(check, variant, context),
    plan: (context) => planDisruption(variant, context),
  };
}

/** One pod at a time, where two or more can run. */
export const defaultDisruption = defineDisruption({ type: 'default' });
