import type { Definition } from '../../internal/definition';
import { checkExtraVolume } from './check';
import { type ExtraVolumeContext, type ExtraVolumePlan, type ExtraVolumeVariant, planExtraVolume } from './plan';

export type ExtraVolumeDefinition = Definition<ExtraVolumeContext, ExtraVolumePlan>;

export function defineExtraVolume(variant: ExtraVolumeVariant): ExtraVolumeDefinition {
  return {
    check: (check, context) => checkExtraVolume(check, variant, context),
    plan: (context) => planExtraVolume(variant, context),
  };
}
