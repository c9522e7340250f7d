import type { VerticalPodAutoscalerSpec } from '../../imports/autoscaling.k8s.io';
import type { ClusterTarget } from '../values/cluster-target';
import type { Autoscaling } from './autoscaling';
import type { ScaleTarget } from './autoscaling-plan';
import type { VerticalAutoscaling } from './vertical-autoscaling';

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

/** `spec` of the VerticalPodAutoscaler. */
export function verticalPodAutoscalerSpec(
  _vertical: VerticalAutoscaling,
  _context: VerticalContext & { readonly scaleTarget: ScaleTarget },
): VerticalPodAutoscalerSpec {
  throw new Error('not written yet');
}
