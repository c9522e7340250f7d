import type { Duration } from 'cdk8s';
import type { ScalingMetric } from './scaling-metric';

/** Which of several limits on the speed of scaling holds. */
export enum ScalingChoice {
  /** The one that allows the most change (`Max`). */
  FASTEST = 'Max',
  /** The one that allows the least change (`Min`). */
  SLOWEST = 'Min',
  /** None: no scaling in this direction (`Disabled`). */
  NEVER = 'Disabled',
}

/** How fast the number of replicas may change in one direction: `spec.behavior.scaleUp` or `.scaleDown`. */
export interface ScalingSpeed {
  /**
   * How far back the autoscaler looks for a reason not to change, `stabilizationWindowSeconds`.
   *
   * @default - none up, 5 minutes down
   */
  readonly stabilization?: Duration;
  /**
   * Most percent of the present replicas added or removed in a period.
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
   * The period that both limits count over, at most 30 minutes.
   *
   * @default - 15 seconds up (1 minute for GPU pods), 1 minute down
   */
  readonly period?: Duration;
  /**
   * Which limit holds where both are given, or whether this direction is off.
   *
   * @default ScalingChoice.FASTEST
   */
  readonly choice?: ScalingChoice;
  /**
   * How far, in percent, a metric may be from its target before anything is done. Needs Kubernetes 1.35.
   *
   * @default - the cluster's, which is 10
   */
  readonly tolerancePercent?: number;
}

/** What every autoscaling has. */
export interface AutoscalingOptions {
  /** Fewest replicas, at least 1. */
  readonly minReplicas: number;
  /** Most replicas. */
  readonly maxReplicas: number;
  /**
   * Replicas that the Deployment is applied with. Every later apply sets this number again, until the autoscaler
   * corrects it: under load the pods above it are lost for that time. A server-side apply that is not forced is refused
   * instead, with a conflict about `spec.replicas`. The Deployment says that it is meant: the rule `hpa-with-fixed-replicas`
   * is waived by its annotation.
   *
   * @default - the Deployment says nothing of replicas, and starts with 1 that the autoscaler raises at once
   */
  readonly initialReplicas?: number;
  /**
   * How fast replicas are added.
   *
   * @default - at once: doubling every 15 seconds, or 4 pods; GPU pods one a minute, or half as many again
   */
  readonly scaleUp?: ScalingSpeed;
  /**
   * How fast replicas are removed.
   *
   * @default - after 5 quiet minutes, one pod or a tenth of them a minute
   */
  readonly scaleDown?: ScalingSpeed;
}

/** Autoscaling that holds the use of one resource at a percentage of what was requested. */
export interface UtilizationAutoscalingOptions extends AutoscalingOptions {
  /** Target, in percent of the request. */
  readonly utilization: number;
}

/** Autoscaling on any metrics. */
export interface MetricsAutoscalingOptions extends AutoscalingOptions {
  /** What is held at its target; the metric that asks for the most replicas wins. */
  readonly metrics: ScalingMetric[];
}
