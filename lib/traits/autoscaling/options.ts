import type { Duration } from 'cdk8s';
import type { ScalingMetric } from './scaling-metric';

/** Which of two limits on the speed of scaling applies. */
export enum ScalingChoice {
  /** The limit that allows the larger change (`Max`). */
  FASTEST = 'Max',
  /** The limit that allows the smaller change (`Min`). */
  SLOWEST = 'Min',
  /** No scaling in this direction (`Disabled`). */
  NEVER = 'Disabled',
}

/** Speed at which the number of replicas may change in one direction: `spec.behavior.scaleUp` or `.scaleDown`. */
export interface ScalingSpeed {
  /**
   * Time over which the autoscaler takes the safest of its recommendations, `stabilizationWindowSeconds`.
   *
   * @default - none up, 5 minutes down
   */
  readonly stabilization?: Duration;
  /**
   * Most replicas added or removed in a period, in percent of the current number.
   *
   * @default - 100 up (50 for GPU pods) and 10 down; none where `maxPods` is given
   */
  readonly maxPercent?: number;
  /**
   * Most pods added or removed in a period.
   *
   * @default - 4 up (1 for GPU pods) and 1 down; none where `maxPercent` is given
   */
  readonly maxPods?: number;
  /**
   * Period of both limits, at most 30 minutes.
   *
   * @default - 15 seconds up (1 minute for GPU pods), 1 minute down
   */
  readonly period?: Duration;
  /**
   * Which limit applies where both are given, or whether this direction is disabled.
   *
   * @default ScalingChoice.FASTEST
   */
  readonly choice?: ScalingChoice;
  /**
   * Difference between a metric and its target, in percent, up to which nothing is done. Needs Kubernetes 1.35.
   *
   * @default - 10, the setting of the cluster
   */
  readonly tolerancePercent?: number;
}

/** Options of every autoscaling. */
export interface AutoscalingOptions {
  /** Fewest replicas, at least 1. */
  readonly minReplicas: number;
  /** Most replicas. */
  readonly maxReplicas: number;
  /**
   * `spec.replicas` of the manifest. Every later apply sets this number again, until the autoscaler corrects it: pods
   * above the number are removed for that time. A server-side apply without force is refused instead, with a conflict
   * about `spec.replicas`. An annotation of the Deployment waives the rule `hpa-with-fixed-replicas`.
   *
   * @default - the manifest has no `spec.replicas`: Kubernetes starts 1 replica, and the autoscaler adds the others at once
   */
  readonly initialReplicas?: number;
  /**
   * Speed at which replicas are added.
   *
   * @default - without delay: 100 percent or 4 pods every 15 seconds; for GPU pods 50 percent or 1 pod a minute
   */
  readonly scaleUp?: ScalingSpeed;
  /**
   * Speed at which replicas are removed.
   *
   * @default - after 5 minutes below the target, 10 percent or 1 pod a minute
   */
  readonly scaleDown?: ScalingSpeed;
}

/** Options of autoscaling that keeps the use of one resource at a percentage of its request. */
export interface UtilizationAutoscalingOptions extends AutoscalingOptions {
  /** Target, in percent of the request. */
  readonly utilization: number;
}

/** Options of autoscaling on any metrics. */
export interface MetricsAutoscalingOptions extends AutoscalingOptions {
  /** Metrics that are kept at their targets; the metric that needs the most replicas decides. */
  readonly metrics: ScalingMetric[];
}
