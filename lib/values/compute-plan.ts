import { checkAtMost, checkBytes, checkCpu } from '../internal/checks/quantities';
import type { Checker } from '../internal/errors';
import type { ResourceRequirements } from '../internal/kubernetes';
import { Cloud } from './cluster-target';
import type { Compute } from './compute';

/** Refuses what the API server or the kubelet would refuse, and what was surely meant otherwise. */
export function checkCompute(check: Checker, compute: Compute, cloud: Cloud = Cloud.GENERIC): void {
  checkPair(check, compute, 'cpu', 'cpuLimit', checkCpu);
  checkPair(check, compute, 'memory', 'memoryLimit', checkBytes);
  checkPair(check, compute, 'ephemeralStorage', 'ephemeralStorageLimit', checkBytes);
  compute.gpu?._check(check.at('gpu'), cloud);
}

/**
 * The container's `resources`, quantities printed as they were written.
 *
 * Memory is never overcommitted unless asked for, since a node that runs out of it kills pods; CPU has no limit unless
 * asked for, since a limit pauses the container though its node is idle.
 */
export function resourceRequirements(compute: Compute, cloud: Cloud = Cloud.GENERIC): ResourceRequirements {
  // Kubernetes wants an extended resource in limits, and in requests only if equal
  const gpu = compute.gpu && { [compute.gpu._resourceName(cloud)]: String(compute.gpu.count) };
  return {
    requests: present({
      cpu: compute.cpu,
      memory: compute.memory,
      'ephemeral-storage': compute.ephemeralStorage,
      ...gpu,
    }),
    limits: present({
      cpu: compute.cpuLimit,
      memory: compute.memoryLimit ?? compute.memory,
      'ephemeral-storage': compute.ephemeralStorageLimit,
      ...gpu,
    }),
  };
}

type Quantities = 'cpu' | 'cpuLimit' | 'memory' | 'memoryLimit' | 'ephemeralStorage' | 'ephemeralStorageLimit';

function checkPair(
  check: Checker,
  compute: Compute,
  request: Quantities,
  limit: Quantities,
  legal: (check: Checker, text: string) => boolean,
): void {
  const required = request !== 'ephemeralStorage';
  const asked = compute[request];
  const most = compute[limit];
  const askedLegal = asked === undefined && !required ? false : legal(check.at(request), asked as string);
  const mostLegal = most !== undefined && legal(check.at(limit), most);
  if (askedLegal && mostLegal) checkAtMost(check.at(limit), asked!, most!, `compute.${request}`);
}

function present(quantities: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(quantities).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
