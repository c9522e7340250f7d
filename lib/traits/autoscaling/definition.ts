import type { Definition } from '../../internal/definition';
import { checkAutoscaling } from './check';
import { type AutoscalingContext, type AutoscalingPlan, type AutoscalingVariant, planAutoscaling } from './plan';

export type AutoscalingDefinition = Definition<AutoscalingContext, AutoscalingPlan>;

export function defineAutoscaling(variant: AutoscalingVariant): AutoscalingDefinition {
  return {
    check: (check, context) => checkAutoscaling(check, variant, context),
    plan: (context) => planAutoscaling(variant, context),
  };
}
