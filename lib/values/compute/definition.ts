import { checkAtMost, checkBytes, checkCpu } from '../../internal/checks/quantities';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { ResourceRequirements } from '../../internal/kubernetes';
import type { Cloud } from '../cluster-target';
import type { GpuPlan } from '../gpu/plan';
import type { Compute } from './compute';

/** What the resources of a container depend on. */
export interface ComputeContext {
  readonly cloud: Cloud;
}

/** The resources of one container. */
export interface ComputePlan {
  /** The container's `resources`, quantities printed as they were written. */
  readonly resources: ResourceRequirements;
  readonly gpu?: GpuPlan;
}

export function computeDefinition(compute: Compute): Definition<ComputeContext, ComputePlan> {
  return {
    check: (check, context) => checkCompute(check, compute, context),
    plan: (context) => planCompute(compute, context),
  };
}

/** Refuses what the API server or the kubelet would refuse, and what was surely meant otherwise. */
function checkCompute(check: Checker, compute: Partial<Compute> = {}, { cloud }: ComputeContext): void {
  checkPair(check, compute, 'cpu', 'cpuLimit', checkCpu);
  checkPair(check, compute, 'memory', 'memoryLimit', checkBytes);
  checkPair(check, compute, 'ephemeralStorage', 'ephemeralStorageLimit', checkBytes);
  compute.gpu?._definition.check(check.at('gpu'), { cloud });
}

/**
 * The memory limit is the request unless it is set: a node that runs out of memory kills pods. There is no CPU limit
 * unless it is set: a limit pauses the container although its node is idle.
 */
function planCompute(compute: Compute, { cloud }: ComputeContext): ComputePlan {
  const gpu = compute.gpu?._definition.plan({ cloud });
  // Kubernetes requires an extended resource in limits, and in requests only if equal
  const devices = gpu && { [gpu.resourceName]: String(gpu.count) };
  const requests = {
    cpu: compute.cpu,
    memory: compute.memory,
    'ephemeral-storage': compute.ephemeralStorage,
    ...devices,
  };
  const limits = {
    cpu: compute.cpuLimit,
    memory: compute.memoryLimit ?? compute.memory,
    'ephemeral-storage': compute.ephemeralStorageLimit,
    ...devices,
  };
  return { resources: { requests: present(requests), limits: present(limits) }, gpu };
}

type QuantityProp = 'cpu' | 'cpuLimit' | 'memory' | 'memoryLimit' | 'ephemeralStorage' | 'ephemeralStorageLimit';

function checkPair(
  check: Checker,
  compute: Partial<Compute>,
  requestProp: QuantityProp,
  limitProp: QuantityProp,
  isLegal: (check: Checker, text: string) => boolean,
): void {
  const isRequired = requestProp !== 'ephemeralStorage';
  const request = compute[requestProp];
  const limit = compute[limitProp];
  const isRequestLegal =
    request === undefined && !isRequired ? false : isLegal(check.at(requestProp), request as string);
  const isLimitLegal = limit !== undefined && isLegal(check.at(limitProp), limit);
  if (isRequestLegal && isLimitLegal) checkAtMost(check.at(limitProp), request!, limit!, `compute.${requestProp}`);
}

function present(quantities: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(quantities).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
