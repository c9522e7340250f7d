import type { Definition } from '../../internal/definition';
import { checkRollout } from './check';
import { planRollout, type RolloutContext, type RolloutPlan, type RolloutVariant } from './plan';

export type RolloutDefinition = Definition<RolloutContext, RolloutPlan>;

export function defineRollout(variant: RolloutVariant): RolloutDefinition {
  return {
    check: (check, context) => checkRollout(check, variant, context),
    plan: (context) => planRollout(variant, context),
  };
}

/** A rolling update; new pods first where they need no GPU. */
export const defaultRollout = defineRollout({ type: 'pods' });
