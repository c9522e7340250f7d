import type { Definition } from '../../internal/definition';
import { checkGpu } from './check';
import type { GpuRequest } from './options';
import { type GpuContext, type GpuPlan, planGpu } from './plan';

export type GpuDefinition = Definition<GpuContext, GpuPlan>;

export function gpuDefinition(request: GpuRequest): GpuDefinition {
  return {
    check: (check, context) => checkGpu(check, request, context),
    plan: (context) => planGpu(request, context),
  };
}
