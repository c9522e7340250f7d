import { checksArguments } from '../../internal/type-check';
import { type AutoscalingDefinition, defineAutoscaling } from './definition';
import type { AutoscalingOptions, MetricsAutoscalingOptions, UtilizationAutoscalingOptions } from './options';
import { ScalingMetric } from './scaling-metric';

/**
 * Adds and removes replicas with the load: a HorizontalPodAutoscaler (`autoscaling/v2`). It needs no CRD.
 *
 * @example
 * const autoscaling = Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 20, utilization: 70 });
 */
export class Autoscaling {
  /** Keeps the CPU use of the server at a percentage of its request. */
  public static onCpu(options: UtilizationAutoscalingOptions): Autoscaling {
    return new Autoscaling(options, [ScalingMetric.cpu(options.utilization)], false);
  }

  /** Keeps the memory use of the server at a percentage of its request. Few servers release memory, so replicas are rarely removed. */
  public static onMemory(options: UtilizationAutoscalingOptions): Autoscaling {
    return new Autoscaling(options, [ScalingMetric.memory(options.utilization)], false);
  }

  /** Keeps several metrics, or metrics of the server itself, at their targets. */
  public static onMetrics(options: MetricsAutoscalingOptions): Autoscaling {
    return new Autoscaling(options, options.metrics ?? [], true);
  }

  /** Fewest replicas. */
  public readonly minReplicas: number;
  /** Most replicas. */
  public readonly maxReplicas: number;
  /** `spec.replicas` of the manifest, if it has one. */
  public readonly initialReplicas?: number;

  /** @internal */
  public readonly _definition: AutoscalingDefinition;

  // JavaScript may call it, with anything: what comes of it is refused by the workload that receives it
  private constructor(options: AutoscalingOptions, metrics: readonly ScalingMetric[] = [], isList = true) {
    this._definition = defineAutoscaling({
      options,
      metrics: Array.from(metrics, ({ _definition }) => _definition),
      isList,
    });
    this.minReplicas = options.minReplicas;
    this.maxReplicas = options.maxReplicas;
    this.initialReplicas = options.initialReplicas;
  }
}

checksArguments('Autoscaling', Autoscaling);
