import { Cloud, Gpu } from '../../../lib/values';
import type { GpuPlan } from '../../../lib/values/gpu/plan';
import type { ServerEndpoint } from '../../../lib/values/servers/profile';

/** Port and path of an endpoint, or what else it is. */
export const printed = (endpoint: ServerEndpoint) =>
  endpoint.type === 'exec'
    ? 'exec'
    : `${endpoint.port} ${endpoint.type === 'http' ? endpoint.path : `(${endpoint.type})`}`;

/** The plan of GPUs on a cluster of no cloud. */
export const planOf = (gpu: Gpu): GpuPlan => gpu._definition.plan({ cloud: Cloud.GENERIC });

/** So many GPUs of NVIDIA. */
export const gpus = (count: number): GpuPlan => planOf(Gpu.nvidia({ count }));
