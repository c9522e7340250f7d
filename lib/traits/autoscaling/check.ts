import { checkSeconds } from '../../internal/checks/durations';
import { checkWhole } from '../../internal/checks/numbers';
import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { ClusterTarget } from '../../values/cluster-target';
import type { MetricDefinition } from './metric-definition';
import type { AutoscalingOptions, ScalingSpeed } from './options';
import type { AutoscalingContext, AutoscalingVariant } from './plan';

/** Refuses an autoscaler that the API server would refuse, or that could not work. */
export function checkAutoscaling(check: Checker, variant: AutoscalingVariant, context: AutoscalingContext): void {
  const { options, metrics, isList } = variant;
  checkReplicas(check, options);
  checkSpeed(check.at('scaleUp'), options.scaleUp, context.target);
  checkSpeed(check.at('scaleDown'), options.scaleDown, context.target);
  if (isList) checkMetrics(check.at('metrics'), metrics, context);
  else for (const metric of metrics) metric.check(check, context);
}

function checkReplicas(check: Checker, options: AutoscalingOptions): void {
  const { minReplicas: min, maxReplicas: max, initialReplicas: initial } = options;
  if (min === 0)
    check
      .at('minReplicas')
      .refuse(
        min,
        'at least 1: a HorizontalPodAutoscaler measures the pods that it scales, and cannot scale up from 0 pods',
        'set minReplicas to 1',
      );
  else checkWhole(check.at('minReplicas'), min, { min: 1 }, 'give the smallest number of replicas');
  checkWhole(check.at('maxReplicas'), max, { min: 1 }, 'give the largest number of replicas');
  if (max < min) check.at('maxReplicas').refuse(max, `at least minReplicas (${min})`, 'raise it, or lower minReplicas');
  if (initial !== undefined && !(Number.isInteger(initial) && initial >= min && initial <= max))
    check
      .at('initialReplicas')
      .refuse(initial, `a whole number, minReplicas (${min}) to maxReplicas (${max})`, 'choose one between them');
}

function checkMetrics(check: Checker, metrics: readonly MetricDefinition[], context: AutoscalingContext): void {
  if (metrics.length === 0) check.refuse([], 'at least one metric', 'add a metric, for example ScalingMetric.cpu(70)');
  const seen = new Map<string, number>();
  metrics.forEach((metric, index) => {
    const key = decide(check.at(index), metric, context)?.key;
    if (key === undefined) return;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else
      check
        .at(index)
        .refuse(
          key,
          `a metric that is not in the list already (metrics[${first}] is the same)`,
          'remove one of the two',
        );
  });
}

function checkSpeed(check: Checker, speed: ScalingSpeed | undefined, target: ClusterTarget): void {
  if (speed === undefined) return;
  // bounds of the API: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
  checkSeconds(check.at('stabilization'), speed.stabilization, { min: 0, max: 3600 }, 'use at most an hour');
  checkSeconds(check.at('period'), speed.period, { min: 1, max: 1800 }, 'use at most 30 minutes');
  checkWhole(check.at('maxPercent'), speed.maxPercent, { min: 1 }, 'use choice NEVER to disable this direction');
  checkWhole(check.at('maxPods'), speed.maxPods, { min: 1 }, 'use choice NEVER to disable this direction');
  if (speed.tolerancePercent === undefined) return;
  const tolerance = check.at('tolerancePercent');
  if (!(speed.tolerancePercent >= 0 && speed.tolerancePercent < 100))
    tolerance.refuse(speed.tolerancePercent, 'a percentage, 0 to below 100', 'use 5 for 5 %');
  target._require('hpaTolerance', tolerance, speed.tolerancePercent);
}
