import type { Definition } from '../../internal/definition';
import { checkMonitoring } from './check';
import { type MonitoringContext, type MonitoringPlan, type MonitoringVariant, planMonitoring } from './plan';

export type MonitoringDefinition = Definition<MonitoringContext, MonitoringPlan>;

export function defineMonitoring(variant: MonitoringVariant): MonitoringDefinition {
  return {
    check: (check, context) => checkMonitoring(check, variant, context),
    plan: (context) => planMonitoring(variant, context),
  };
}

/** Metrics are not scraped. */
export const defaultMonitoring = defineMonitoring({ type: 'none' });
