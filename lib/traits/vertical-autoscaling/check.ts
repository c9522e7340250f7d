import { checkWhole } from '../../internal/checks/numbers';
import { checkQuantity } from '../../internal/checks/quantities';
import type { Checker } from '../../internal/errors';
import { parseQuantity } from '../../internal/quantity';
import type { VerticalAutoscalingOptions } from './options';
import { VERTICAL_RESOURCES, type VerticalContext, type VerticalMode } from './plan';

/** Refuses an autoscaler that could not work, or that would work against another one. */
export function checkVertical(
  check: Checker,
  mode: VerticalMode,
  options: VerticalAutoscalingOptions,
  context: VerticalContext,
): void {
  context.target._requireApi('autoscaling.k8s.io/v1', check, 'VerticalAutoscaling');
  if (mode === 'InPlaceOrRecreate')
    context.target._require('inPlaceResize', check, 'VerticalAutoscaling.inPlaceOrRecreate', 'use recreate()');
  checkWhole(check.at('minReplicas'), options.minReplicas, { min: 1 }, 'give a number of replicas');
  if (options.resources?.length === 0)
    check.at('resources').refuse([], 'at least one resource', 'leave it out for CPU and memory');
  checkBounds(check, options, 'Cpu', '100m');
  checkBounds(check, options, 'Memory', '256Mi');
  checkReplicaScaling(check, mode, options, context);
  if ((context.gpusPerPod ?? 0) > 0 && (mode === 'Recreate' || mode === 'InPlaceOrRecreate'))
    check.refuse(
      titleOf(mode),
      'mode Off or Initial for GPU pods: after an eviction the GPU is idle for minutes, while the model is loaded again',
      'use VerticalAutoscaling.off() or initial()',
    );
}

function checkBounds(check: Checker, options: VerticalAutoscalingOptions, of: 'Cpu' | 'Memory', example: string): void {
  const [min, max] = [options[`min${of}`], options[`max${of}`]];
  checkQuantity(check.at(`min${of}`), min, example);
  checkQuantity(check.at(`max${of}`), max, example);
  const [least, most] = [parseQuantity(min ?? ''), parseQuantity(max ?? '')];
  if (least !== undefined && most !== undefined && least > most)
    check.at(`max${of}`).refuse(max, `at least min${of} (${min})`, `raise it, or lower min${of}`);
}

/** Refuses a resource that a HorizontalPodAutoscaler measures as a percentage of its request. */
function checkReplicaScaling(
  check: Checker,
  mode: VerticalMode,
  options: VerticalAutoscalingOptions,
  { scaledResources }: VerticalContext,
): void {
  const shared = (options.resources ?? VERTICAL_RESOURCES).filter((resource) => scaledResources?.has(resource));
  if (mode === 'Off' || shared.length === 0) return;
  const others = VERTICAL_RESOURCES.filter((resource) => !scaledResources?.has(resource))
    .map((resource) => `VerticalResource.${resource.toUpperCase()}`)
    .join(', ');
  check.refuse(
    titleOf(mode),
    `a resource that replicas are not scaled on (${shared.join(' and ')}: the HorizontalPodAutoscaler measures it as a percentage of the request, which the VerticalPodAutoscaler changes)`,
    `${others ? `set resources: [${others}], or ` : ''}use VerticalAutoscaling.off(), or scale replicas on another metric`,
  );
}

function titleOf(mode: VerticalMode): string {
  return `VerticalAutoscaling in mode ${mode}`;
}
