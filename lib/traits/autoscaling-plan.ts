import type { HorizontalPodAutoscalerSpec } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import type { Autoscaling } from './autoscaling';

/** One metric as it was asked for. */
export type MetricPlan =
  | { readonly type: 'resource'; readonly resource: 'cpu' | 'memory'; readonly utilization: number }
  | {
      readonly type: 'container';
      readonly resource: 'cpu' | 'memory';
      readonly utilization: number;
      readonly container?: string;
    }
  | { readonly type: 'pods'; readonly name: string; readonly averageValue: string; readonly labels?: Labels }
  | ({ readonly type: 'external' } & MetricTarget)
  | ({
      readonly type: 'object';
      readonly objectApiVersion: string;
      readonly objectKind: string;
      readonly objectName: string;
    } & MetricTarget);

type Labels = { readonly [key: string]: string };

interface MetricTarget {
  readonly name: string;
  readonly labels?: Labels;
  readonly value?: string;
  readonly averageValue?: string;
}

/** The object whose replicas (or pods) an autoscaler changes. */
export interface ScaleTarget {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** What an autoscaler must know of the workload. */
export interface AutoscalingContext {
  /** Name of the server's container. */
  readonly container: string;
  /** Whether other containers run beside it for the life of the pod. */
  readonly hasSidecars: boolean;
  /** GPUs of one pod, 0 without. */
  readonly gpusPerPod: number;
  readonly target: ClusterTarget;
}

/** `spec` of the HorizontalPodAutoscaler (`autoscaling/v2`). */
export function horizontalPodAutoscalerSpec(
  _autoscaling: Autoscaling,
  _context: AutoscalingContext & { readonly scaleTarget: ScaleTarget },
): HorizontalPodAutoscalerSpec {
  throw new Error('not written yet');
}
