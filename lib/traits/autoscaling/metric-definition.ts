import type { Definition } from '../../internal/definition';
import { checkMetric } from './metric-check';
import { type MetricContext, type MetricPlan, type MetricVariant, planMetric } from './metric-plan';

export type MetricDefinition = Definition<MetricContext, MetricPlan>;

export function defineMetric(variant: MetricVariant): MetricDefinition {
  return {
    check: (check, context) => checkMetric(check, variant, context),
    plan: (context) => planMetric(variant, context),
  };
}
