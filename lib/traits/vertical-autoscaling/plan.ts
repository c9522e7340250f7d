import type { VerticalPodAutoscalerSpec } from '../../../imports/autoscaling.k8s.io';
import type { Plain } from '../../internal/plain';
import type { ClusterTarget } from '../../values/cluster-target';
import type { ScaleTarget } from '../scale-target';
import type { VerticalAutoscalingOptions } from './options';

/** `Auto` is left out: it is an old name for `Recreate`, deprecated since VPA 1.4. */
export type VerticalMode = 'Off' | 'Initial' | 'Recreate' | 'InPlaceOrRecreate';

/** Facts that a VerticalPodAutoscaler depends on. */
export interface VerticalContext {
  /** Name of the server's container: the only one that is changed. */
  readonly container: string;
  /** GPUs of one pod, 0 without; not given where it is unknown. */
  readonly gpusPerPod?: number;
  /** Resources that a HorizontalPodAutoscaler of the workload scales replicas on. */
  readonly scaledResources?: ReadonlySet<string>;
  readonly target: ClusterTarget;
  readonly scaleTarget: ScaleTarget;
}

/** `spec` of the VerticalPodAutoscaler. */
export type VerticalPlan = Plain<VerticalPodAutoscalerSpec>;

export type VerticalResourceName = 'cpu' | 'memory';

export const VERTICAL_RESOURCES: readonly VerticalResourceName[] = ['cpu', 'memory'];

export function planVertical(
  updateMode: VerticalMode,
  options: VerticalAutoscalingOptions,
  context: VerticalContext,
): VerticalPlan {
  return {
    targetRef: { ...context.scaleTarget },
    updatePolicy: { updateMode, ...(options.minReplicas === undefined ? {} : { minReplicas: options.minReplicas }) },
    resourcePolicy: {
      containerPolicies: [
        {
          containerName: context.container,
          controlledResources: [...(options.resources ?? VERTICAL_RESOURCES)],
          ...(options.values === undefined ? {} : { controlledValues: options.values }),
          ...bounds('minAllowed', options.minCpu, options.minMemory),
          ...bounds('maxAllowed', options.maxCpu, options.maxMemory),
        },
        // the resources of sidecars stay as they are written
        { containerName: '*', mode: 'Off' },
      ],
    },
  };
}

function bounds(field: 'minAllowed' | 'maxAllowed', cpu: string | undefined, memory: string | undefined) {
  if (cpu === undefined && memory === undefined) return {};
  return { [field]: { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) } };
}
