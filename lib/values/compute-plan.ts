import type { Checker } from '../internal/errors';
import type { ResourceRequirements } from '../internal/kubernetes';
import { Cloud } from './cluster-target';
import type { Compute } from './compute';

/** Refuses what the API server or the kubelet would refuse, and what was surely meant otherwise. */
export function checkCompute(_check: Checker, _compute: Compute, _cloud: Cloud = Cloud.GENERIC): void {}

/** The container's `resources`, printed as written. */
export function resourceRequirements(compute: Compute, cloud: Cloud = Cloud.GENERIC): ResourceRequirements {
  const gpu = compute.gpu && { [compute.gpu._resourceName(cloud)]: String(compute.gpu.count) };
  return {
    requests: { cpu: compute.cpu, memory: compute.memory, ...gpu },
    limits: { memory: compute.memoryLimit ?? compute.memory, ...gpu },
  };
}
