import type { Definition } from '../../internal/definition';
import { checkExposure } from './check';
import { type ExposurePlan, planExposure } from './plan';
import type { ExposureContext, ExposureVariant } from './variant';

export type ExposureDefinition = Definition<ExposureContext, ExposurePlan>;

export function defineExposure(variant: ExposureVariant): ExposureDefinition {
  return {
    check: (check, context) => checkExposure(check, variant, context),
    plan: (context) => planExposure(variant, context),
  };
}

/** A Service inside the cluster. */
export const defaultExposure = defineExposure({ type: 'clusterIp' });
