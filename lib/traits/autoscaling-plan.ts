import { checkSeconds, seconds } from '../internal/checks/durations';
import { checkWhole } from '../internal/checks/numbers';
import type { Checker } from '../internal/errors';
import type { HorizontalPodAutoscalerBehavior, HorizontalPodAutoscalerSpec } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import type { Autoscaling, AutoscalingOptions, ScalingSpeed } from './autoscaling';
import { SCALING_SPEED_DEFAULTS } from './defaults';
import { type MetricContext, metricKey, metricSpec } from './metric-plan';

type ScalingRules = NonNullable<HorizontalPodAutoscalerBehavior['scaleUp']>;

/** The object whose replicas (or pods) an autoscaler changes. */
export interface ScaleTarget {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** What an autoscaler must know of the workload. */
export interface AutoscalingContext extends MetricContext {
  /** GPUs of one pod, 0 without. */
  readonly gpusPerPod: number;
  readonly target: ClusterTarget;
}

interface Speed {
  readonly stabilization: number;
  readonly percent: number;
  readonly pods: number;
  readonly period: number;
}

/**
 * Up at once, as Kubernetes itself has it: a model that is late is of no use.
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#default-behavior
 */
const UP: Speed = { stabilization: 0, percent: 100, pods: 4, period: 15 };

/**
 * A GPU pod loads for minutes while the queue it was started for still grows, so doubling every 15 seconds would fill the
 * cluster before the first one answers. One pod a minute is what vLLM's production-stack has; half of a large fleet a
 * minute keeps that from taking an hour.
 */
const UP_GPU: Speed = { stabilization: 0, percent: 50, pods: 1, period: 60 };

/**
 * Down after the 5 minutes that Kubernetes waits, but then a tenth (at least one pod, as production-stack has it) a
 * minute, where Kubernetes would take them all at once: the next peak finds most of the loaded models still there.
 */
const DOWN: Speed = { stabilization: 300, percent: 10, pods: 1, period: 60 };

/** Refuses an autoscaler that the API server would refuse, or that could not work. */
export function checkAutoscaling(check: Checker, autoscaling: Autoscaling, context: AutoscalingContext): void {
  const { minReplicas: min, maxReplicas: max, initialReplicas: initial, ...options } = autoscaling._options;
  if (min === 0)
    check
      .at('minReplicas')
      .refuse(
        min,
        'at least 1: a HorizontalPodAutoscaler measures the pods it scales, and with none left it can never wake the workload',
        'set minReplicas to 1',
      );
  else checkWhole(check.at('minReplicas'), min, { min: 1 }, 'give the fewest replicas that may run');
  checkWhole(check.at('maxReplicas'), max, { min: 1 }, 'give the most replicas that may run');
  if (max < min) check.at('maxReplicas').refuse(max, `at least minReplicas (${min})`, 'raise it, or lower minReplicas');
  if (initial !== undefined && !(Number.isInteger(initial) && initial >= min && initial <= max))
    check
      .at('initialReplicas')
      .refuse(initial, `a whole number, minReplicas (${min}) to maxReplicas (${max})`, 'choose one between them');
  checkSpeed(check.at('scaleUp'), options.scaleUp, context.target);
  checkSpeed(check.at('scaleDown'), options.scaleDown, context.target);
}

/** Refuses one measure with two targets. */
export function checkDuplicateMetrics(check: Checker, autoscaling: Autoscaling, context: MetricContext): void {
  const seen = new Map<string, number>();
  autoscaling._metrics.forEach(({ _plan: plan }, index) => {
    const key = metricKey(plan, context);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else
      check
        .at(index)
        .refuse(plan, `a metric that is not there already (this is metrics[${first}] again)`, 'remove one');
  });
}

function checkSpeed(check: Checker, speed: ScalingSpeed | undefined, target: ClusterTarget): void {
  if (speed === undefined) return;
  // bounds of the API: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
  checkSeconds(check.at('stabilization'), speed.stabilization, { min: 0, max: 3600 }, 'use at most an hour');
  checkSeconds(check.at('period'), speed.period, { min: 1, max: 1800 }, 'use at most 30 minutes');
  checkWhole(check.at('maxPercent'), speed.maxPercent, { min: 1 }, 'use choice NEVER to switch this direction off');
  checkWhole(check.at('maxPods'), speed.maxPods, { min: 1 }, 'use choice NEVER to switch this direction off');
  if (speed.tolerancePercent === undefined) return;
  const tolerance = check.at('tolerancePercent');
  if (!(speed.tolerancePercent >= 0 && speed.tolerancePercent < 100))
    tolerance.refuse(speed.tolerancePercent, 'a percentage, 0 to below 100', 'use 5 for 5 %');
  target._require('hpaTolerance', tolerance, speed.tolerancePercent);
}

/** `spec` of the HorizontalPodAutoscaler (`autoscaling/v2`). */
export function horizontalPodAutoscalerSpec(
  autoscaling: Autoscaling,
  context: AutoscalingContext & { readonly scaleTarget: ScaleTarget },
): HorizontalPodAutoscalerSpec {
  const { minReplicas, maxReplicas, _options: options } = autoscaling;
  return {
    scaleTargetRef: context.scaleTarget,
    minReplicas,
    maxReplicas,
    metrics: autoscaling._metrics.map(({ _plan }) => metricSpec(_plan, context)),
    behavior: behavior(options, context.gpusPerPod),
  };
}

function behavior(options: AutoscalingOptions, gpusPerPod: number): HorizontalPodAutoscalerBehavior {
  return {
    scaleUp: scalingRules(options.scaleUp, gpusPerPod > 0 ? UP_GPU : UP),
    scaleDown: scalingRules(options.scaleDown, DOWN),
  };
}

function scalingRules(asked: ScalingSpeed = {}, usual: Speed): ScalingRules {
  const usualLimits = asked.maxPercent === undefined && asked.maxPods === undefined;
  const percent = usualLimits ? usual.percent : asked.maxPercent;
  const pods = usualLimits ? usual.pods : asked.maxPods;
  const periodSeconds = asked.period ? seconds(asked.period) : usual.period;
  return {
    stabilizationWindowSeconds: asked.stabilization ? seconds(asked.stabilization) : usual.stabilization,
    selectPolicy: asked.choice ?? SCALING_SPEED_DEFAULTS.values.choice,
    policies: [
      ...(percent === undefined ? [] : [{ type: 'Percent', value: percent, periodSeconds }]),
      ...(pods === undefined ? [] : [{ type: 'Pods', value: pods, periodSeconds }]),
    ],
    ...(asked.tolerancePercent === undefined ? {} : { tolerance: `${Math.round(asked.tolerancePercent * 10)}m` }),
  };
}
