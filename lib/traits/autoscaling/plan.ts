import { seconds } from '../../internal/checks/durations';
import type { HorizontalPodAutoscalerBehavior, HorizontalPodAutoscalerSpec } from '../../internal/kubernetes';
import { SCALING_SPEED_DEFAULTS } from '../defaults';
import type { ScaleTarget } from '../scale-target';
import type { MetricDefinition } from './metric-definition';
import type { MetricContext } from './metric-plan';
import type { AutoscalingOptions, ScalingSpeed } from './options';

type ScalingRules = NonNullable<HorizontalPodAutoscalerBehavior['scaleUp']>;

/** The options, and the metrics that they name. */
export interface AutoscalingVariant {
  readonly options: AutoscalingOptions;
  readonly metrics: readonly MetricDefinition[];
  /** True where the user gave a list: faults are then reported at its entries. */
  readonly isList: boolean;
}

/** Facts that an autoscaler depends on. */
export interface AutoscalingContext extends MetricContext {
  /** GPUs of one pod, 0 without. */
  readonly gpusPerPod: number;
  readonly scaleTarget: ScaleTarget;
}

/** The finished autoscaler. */
export interface AutoscalingPlan {
  /** `spec` of the HorizontalPodAutoscaler (`autoscaling/v2`). */
  readonly spec: HorizontalPodAutoscalerSpec;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** Replicas that the workload is applied with, if it states any. */
  readonly initialReplicas?: number;
  /** Resources that replicas are scaled on: a VerticalPodAutoscaler must not change their requests. */
  readonly scaledResources: ReadonlySet<string>;
}

/** Default limits of one direction; times in seconds. */
interface SpeedDefaults {
  readonly stabilization: number;
  readonly percent: number;
  readonly pods: number;
  readonly period: number;
}

/**
 * Scaling up starts at once, as in Kubernetes itself.
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#default-behavior
 */
const UP: SpeedDefaults = { stabilization: 0, percent: 100, pods: 4, period: 15 };

/**
 * A GPU pod loads its model for minutes, and the queue still grows meanwhile: doubling every 15 seconds would fill the
 * cluster before the first new pod answers. vLLM's production-stack adds one pod a minute; the 50 percent keep a large
 * fleet from taking an hour.
 */
const UP_GPU: SpeedDefaults = { stabilization: 0, percent: 50, pods: 1, period: 60 };

/**
 * Scaling down starts after the 5 minutes of Kubernetes, but then removes a tenth of the pods (at least one, as
 * production-stack does) a minute, where Kubernetes would remove all at once: most models stay loaded for the next peak.
 */
const DOWN: SpeedDefaults = { stabilization: 300, percent: 10, pods: 1, period: 60 };

export function planAutoscaling(variant: AutoscalingVariant, context: AutoscalingContext): AutoscalingPlan {
  const { minReplicas, maxReplicas, initialReplicas } = variant.options;
  const metrics = variant.metrics.map((metric) => metric.plan(context));
  return {
    spec: {
      scaleTargetRef: context.scaleTarget,
      minReplicas,
      maxReplicas,
      metrics: metrics.map(({ spec }) => spec),
      behavior: behavior(variant.options, context.gpusPerPod),
    },
    minReplicas,
    maxReplicas,
    initialReplicas,
    scaledResources: new Set(metrics.flatMap(({ resource }) => resource ?? [])),
  };
}

function behavior(options: AutoscalingOptions, gpusPerPod: number): HorizontalPodAutoscalerBehavior {
  return {
    scaleUp: scalingRules(options.scaleUp, gpusPerPod > 0 ? UP_GPU : UP),
    scaleDown: scalingRules(options.scaleDown, DOWN),
  };
}

function scalingRules(given: ScalingSpeed = {}, defaults: SpeedDefaults): ScalingRules {
  const hasNoLimit = given.maxPercent === undefined && given.maxPods === undefined;
  const percent = hasNoLimit ? defaults.percent : given.maxPercent;
  const pods = hasNoLimit ? defaults.pods : given.maxPods;
  const periodSeconds = given.period ? seconds(given.period) : defaults.period;
  return {
    stabilizationWindowSeconds: given.stabilization ? seconds(given.stabilization) : defaults.stabilization,
    selectPolicy: given.choice ?? SCALING_SPEED_DEFAULTS.values.choice,
    policies: [
      ...(percent === undefined ? [] : [{ type: 'Percent', value: percent, periodSeconds }]),
      ...(pods === undefined ? [] : [{ type: 'Pods', value: pods, periodSeconds }]),
    ],
    ...(given.tolerancePercent === undefined ? {} : { tolerance: `${Math.round(given.tolerancePercent * 10)}m` }),
  };
}
