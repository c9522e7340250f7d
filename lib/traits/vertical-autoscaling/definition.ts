import type { Definition } from '../../internal/definition';
import { checkVertical } from './check';
import type { VerticalAutoscalingOptions } from './options';
import { planVertical, type VerticalContext, type VerticalMode, type VerticalPlan } from './plan';

export type VerticalDefinition = Definition<VerticalContext, VerticalPlan>;

export function defineVertical(mode: VerticalMode, options: VerticalAutoscalingOptions): VerticalDefinition {
  return {
    check: (check, context) => checkVertical(check, mode, options, context),
    plan: (context) => planVertical(mode, options, context),
  };
}
