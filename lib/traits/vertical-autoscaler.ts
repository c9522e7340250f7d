import type { VerticalPodAutoscalerSpec } from '../../imports/autoscaling.k8s.io';
import { checkWhole } from '../internal/checks/numbers';
import { checkQuantity } from '../internal/checks/quantities';
import type { Checker } from '../internal/errors';
import type { Plain } from '../internal/plain';
import { parseQuantity } from '../internal/quantity';
import type { ClusterTarget } from '../values/cluster-target';
import type { Autoscaling } from './autoscaling';
import type { ScaleTarget } from './autoscaling-plan';
import type { VerticalAutoscaling, VerticalAutoscalingOptions } from './vertical-autoscaling';

/** `Auto` is not among them: it was a name for `Recreate`, and is deprecated since VPA 1.4. */
export type VerticalMode = 'Off' | 'Initial' | 'Recreate' | 'InPlaceOrRecreate';

/** What a VerticalPodAutoscaler must know of the workload. */
export interface VerticalContext {
  /** Name of the server's container: the only one that is changed. */
  readonly container: string;
  readonly gpusPerPod: number;
  /** The workload's other autoscaling, which it must not fight. */
  readonly autoscaling?: Autoscaling;
  readonly target: ClusterTarget;
}

type Resource = 'cpu' | 'memory';

const BOTH: readonly Resource[] = ['cpu', 'memory'];

/** Refuses an autoscaler that could not work, or that would work against another. */
export function checkVertical(check: Checker, vertical: VerticalAutoscaling, context: VerticalContext): void {
  const { _mode: mode, _options: options } = vertical;
  context.target._requireApi('autoscaling.k8s.io/v1', check, 'VerticalAutoscaling');
  if (mode === 'InPlaceOrRecreate')
    context.target._require('inPlaceResize', check, 'VerticalAutoscaling.inPlaceOrRecreate', 'use recreate()');
  checkWhole(check.at('minReplicas'), options.minReplicas, { min: 1 }, 'give a number of replicas');
  if (options.resources?.length === 0)
    check.at('resources').refuse([], 'at least one resource', 'leave it out for CPU and memory');
  checkBounds(check, options, 'Cpu', '100m');
  checkBounds(check, options, 'Memory', '256Mi');
  checkUnderstanding(check, mode, options, context);
}

function checkBounds(check: Checker, options: VerticalAutoscalingOptions, of: 'Cpu' | 'Memory', example: string): void {
  const [min, max] = [options[`min${of}`], options[`max${of}`]];
  checkQuantity(check.at(`min${of}`), min, example);
  checkQuantity(check.at(`max${of}`), max, example);
  const [least, most] = [parseQuantity(min ?? ''), parseQuantity(max ?? '')];
  if (least !== undefined && most !== undefined && least > most)
    check.at(`max${of}`).refuse(max, `at least min${of} (${min})`, `raise it, or lower min${of}`);
}

/** With the HPA on the same resource, and with GPUs that stand idle while a pod is replaced. */
function checkUnderstanding(
  check: Checker,
  mode: VerticalMode,
  options: VerticalAutoscalingOptions,
  context: VerticalContext,
): void {
  const asked = `VerticalAutoscaling in mode ${mode}`;
  const shared = resourcesOf(options).filter((resource) => context.autoscaling?._resources.has(resource));
  if (mode !== 'Off' && shared.length > 0) {
    const left = BOTH.filter((resource) => !context.autoscaling?._resources.has(resource));
    const others = left.map((resource) => `VerticalResource.${resource.toUpperCase()}`).join(', ');
    check.refuse(
      asked,
      `a resource that replicas are not scaled on (${shared.join(' and ')}: each change of the request would move what the HorizontalPodAutoscaler measures against it)`,
      `${others ? `set resources: [${others}], or ` : ''}use VerticalAutoscaling.off(), or scale replicas on another metric`,
    );
  }
  if (context.gpusPerPod > 0 && (mode === 'Recreate' || mode === 'InPlaceOrRecreate'))
    check.refuse(
      asked,
      'mode Off or Initial for GPU pods: an evicted one loads its model for minutes while its GPU stands idle',
      'use VerticalAutoscaling.off() or initial()',
    );
}

function resourcesOf(options: VerticalAutoscalingOptions): readonly Resource[] {
  return options.resources ?? BOTH;
}

/** `spec` of the VerticalPodAutoscaler. */
export function verticalPodAutoscalerSpec(
  vertical: VerticalAutoscaling,
  context: VerticalContext & { readonly scaleTarget: ScaleTarget },
): Plain<VerticalPodAutoscalerSpec> {
  const { _mode: updateMode, _options: options } = vertical;
  return {
    targetRef: { ...context.scaleTarget },
    updatePolicy: { updateMode, ...(options.minReplicas === undefined ? {} : { minReplicas: options.minReplicas }) },
    resourcePolicy: {
      containerPolicies: [
        {
          containerName: context.container,
          controlledResources: [...resourcesOf(options)],
          ...(options.values === undefined ? {} : { controlledValues: options.values }),
          ...bounds('minAllowed', options.minCpu, options.minMemory),
          ...bounds('maxAllowed', options.maxCpu, options.maxMemory),
        },
        // sidecars were given their numbers on purpose
        { containerName: '*', mode: 'Off' },
      ],
    },
  };
}

function bounds(field: 'minAllowed' | 'maxAllowed', cpu: string | undefined, memory: string | undefined) {
  if (cpu === undefined && memory === undefined) return {};
  return { [field]: { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) } };
}
