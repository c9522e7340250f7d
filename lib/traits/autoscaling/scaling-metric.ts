import { checksArguments } from '../../internal/type-check';
import { defineMetric, type MetricDefinition } from './metric-definition';
import type { ExternalMetricOptions, ObjectMetricOptions } from './metric-options';
import type { MetricVariant } from './metric-plan';

/**
 * One measure that the HorizontalPodAutoscaler holds at a target: one entry of `spec.metrics`. With several, the one
 * that asks for the most replicas wins.
 */
export class ScalingMetric {
  /** CPU use of all containers as percent of what they requested (type `Resource`; of the server alone where there are sidecars). */
  public static cpu(utilization: number): ScalingMetric {
    return new ScalingMetric({ type: 'resource', resource: 'cpu', utilization });
  }

  /** Memory use of all containers as percent of what they requested (type `Resource`; of the server alone where there are sidecars). */
  public static memory(utilization: number): ScalingMetric {
    return new ScalingMetric({ type: 'resource', resource: 'memory', utilization });
  }

  /**
   * CPU use of one container as percent of its request (type `ContainerResource`).
   *
   * @param utilization percent
   * @param container name of the container; the server's where it is left out
   */
  public static containerCpu(utilization: number, container?: string): ScalingMetric {
    return new ScalingMetric({ type: 'container', resource: 'cpu', utilization, container });
  }

  /**
   * Memory use of one container as percent of its request (type `ContainerResource`).
   *
   * @param utilization percent
   * @param container name of the container; the server's where it is left out
   */
  public static containerMemory(utilization: number, container?: string): ScalingMetric {
    return new ScalingMetric({ type: 'container', resource: 'memory', utilization, container });
  }

  /**
   * A metric that each pod exports, averaged over the pods (type `Pods`); needs an adapter that serves
   * `custom.metrics.k8s.io`.
   *
   * @param name name under which the adapter serves it
   * @param averageValue target for the average pod, a quantity, for example `5` or `500m`
   * @param labels labels that the series must have; any where it is left out
   */
  public static pods(name: string, averageValue: string, labels?: { [key: string]: string }): ScalingMetric {
    return new ScalingMetric({ type: 'pods', name, averageValue, labels });
  }

  /** A metric from outside the cluster's pods (type `External`); needs an adapter that serves `external.metrics.k8s.io`. */
  public static external(options: ExternalMetricOptions): ScalingMetric {
    return new ScalingMetric({ type: 'external', ...options });
  }

  /** A metric of one object (type `Object`); needs an adapter that serves `custom.metrics.k8s.io`. */
  public static object(options: ObjectMetricOptions): ScalingMetric {
    return new ScalingMetric({ type: 'object', ...options });
  }

  /**
   * Requests that wait in vLLM's queue (`vllm:num_requests_waiting`), averaged over the pods.
   *
   * @param waiting target for the average pod; 5 where it is left out
   */
  public static vllmQueue(waiting?: number): ScalingMetric {
    return ScalingMetric.pods('vllm_num_requests_waiting', String(waiting ?? 5));
  }

  /**
   * Share of vLLM's KV cache in use (`vllm:kv_cache_usage_perc`), averaged over the pods.
   *
   * @param percent target for the average pod; 50 where it is left out
   */
  public static vllmKvCache(percent?: number): ScalingMetric {
    return ScalingMetric.pods('vllm_kv_cache_usage_perc', ratio(percent ?? 50));
  }

  /**
   * Share of SGLang's token pool in use (`sglang:token_usage`), averaged over the pods.
   *
   * @param percent target for the average pod; 50 where it is left out
   */
  public static sglangTokenUsage(percent?: number): ScalingMetric {
    return ScalingMetric.pods('sglang_token_usage', ratio(percent ?? 50));
  }

  /**
   * The share of time in which the pod's GPUs were busy (DCGM's `DCGM_FI_DEV_GPU_UTIL`), averaged over the pods. A duty
   * cycle, not a load: prefer the server's queue where it reports one.
   *
   * @param percent target for the average pod
   */
  public static gpuUtilization(percent: number): ScalingMetric {
    return ScalingMetric.pods('DCGM_FI_DEV_GPU_UTIL', String(percent));
  }

  /** @internal */
  public readonly _definition: MetricDefinition;

  private constructor(variant: MetricVariant) {
    this._definition = defineMetric(variant);
  }
}

checksArguments('ScalingMetric', ScalingMetric);

function ratio(percent: number): string {
  return `${Math.round(percent * 10)}m`;
}
