import { checksArguments } from '../../internal/type-check';
import { defineMetric, type MetricDefinition } from './metric-definition';
import type { ExternalMetricOptions, ObjectMetricOptions } from './metric-options';
import type { MetricVariant } from './metric-plan';

/**
 * One metric that the HorizontalPodAutoscaler keeps at a target: an entry of `spec.metrics`. With several metrics, the one
 * that needs the most replicas decides.
 */
export class ScalingMetric {
  /** CPU use of all containers in percent of their requests (type `Resource`). With sidecars, the server's container only. */
  public static cpu(utilization: number): ScalingMetric {
    return new ScalingMetric({ type: 'resource', resource: 'cpu', utilization });
  }

  /** Memory use of all containers in percent of their requests (type `Resource`). With sidecars, the server's container only. */
  public static memory(utilization: number): ScalingMetric {
    return new ScalingMetric({ type: 'resource', resource: 'memory', utilization });
  }

  /**
   * CPU use of one container in percent of its request (type `ContainerResource`).
   *
   * @param utilization percent
   * @param container name of the container; the server's container by default
   */
  public static containerCpu(utilization: number, container?: string): ScalingMetric {
    return new ScalingMetric({ type: 'container', resource: 'cpu', utilization, container });
  }

  /**
   * Memory use of one container in percent of its request (type `ContainerResource`).
   *
   * @param utilization percent
   * @param container name of the container; the server's container by default
   */
  public static containerMemory(utilization: number, container?: string): ScalingMetric {
    return new ScalingMetric({ type: 'container', resource: 'memory', utilization, container });
  }

  /**
   * A metric that each pod exports, averaged over the pods (type `Pods`). It needs an adapter that serves
   * `custom.metrics.k8s.io`.
   *
   * @param name name of the metric at the adapter
   * @param averageValue target for the average pod, a quantity, for example `5` or `500m`
   * @param labels labels of the series; any labels by default
   */
  public static pods(name: string, averageValue: string, labels?: { [key: string]: string }): ScalingMetric {
    return new ScalingMetric({ type: 'pods', name, averageValue, labels });
  }

  /** A metric of something other than pods (type `External`). It needs an adapter that serves `external.metrics.k8s.io`. */
  public static external(options: ExternalMetricOptions): ScalingMetric {
    return new ScalingMetric({ type: 'external', ...options });
  }

  /** A metric of one object (type `Object`). It needs an adapter that serves `custom.metrics.k8s.io`. */
  public static object(options: ObjectMetricOptions): ScalingMetric {
    return new ScalingMetric({ type: 'object', ...options });
  }

  /**
   * Requests in vLLM's queue (`vllm:num_requests_waiting`), averaged over the pods. It needs
   * `monitoring`, and an adapter (`metricsAdapter` of the `ClusterTarget`).
   *
   * @param waiting target for the average pod; 5 by default
   */
  public static vllmQueue(waiting?: number): ScalingMetric {
    return new ScalingMetric(ofServer('vllm:num_requests_waiting', String(waiting ?? 5)));
  }

  /**
   * Share of vLLM's KV cache in use (`vllm:kv_cache_usage_perc`), averaged over the pods. It needs
   * `monitoring`, and an adapter (`metricsAdapter` of the `ClusterTarget`).
   *
   * @param percent target for the average pod; 50 by default
   */
  public static vllmKvCache(percent?: number): ScalingMetric {
    return new ScalingMetric(ofServer('vllm:kv_cache_usage_perc', ratio(percent ?? 50)));
  }

  /**
   * Share of SGLang's token pool in use (`sglang:token_usage`), averaged over the pods. It needs
   * `monitoring`, and an adapter (`metricsAdapter` of the `ClusterTarget`).
   *
   * @param percent target for the average pod; 50 by default
   */
  public static sglangTokenUsage(percent?: number): ScalingMetric {
    return new ScalingMetric(ofServer('sglang:token_usage', ratio(percent ?? 50)));
  }

  /**
   * Percentage of time in which the pod's GPUs were busy (`DCGM_FI_DEV_GPU_UTIL` of DCGM), averaged over the pods. It is
   * high for one request and for a hundred: prefer the length of the server's queue, where it is reported.
   *
   * @param percent target for the average pod
   */
  public static gpuUtilization(percent: number): ScalingMetric {
    return new ScalingMetric({
      type: 'gauge',
      series: 'DCGM_FI_DEV_GPU_UTIL',
      averageValue: String(percent),
      isOfServer: false,
    });
  }

  /** @internal */
  public readonly _definition: MetricDefinition;

  private constructor(variant: MetricVariant) {
    this._definition = defineMetric(variant);
  }
}

checksArguments('ScalingMetric', ScalingMetric);

/** A gauge of the server itself: it needs `monitoring`. */
function ofServer(series: string, averageValue: string): MetricVariant {
  return { type: 'gauge', series, averageValue, isOfServer: true };
}

function ratio(percent: number): string {
  return `${Math.round(percent * 10)}m`;
}
