import { dig, isRecord, list, own, text } from '../../internal/json';
import type { Item } from './item';

/** A metric of an autoscaler that reads the CPU or memory use of pods. */
export interface ResourceMetric {
  readonly resource: string;
  /** Undefined where all containers of the pod are measured together. */
  readonly container?: string;
  /** True where the target is a share of the request. */
  readonly utilization: boolean;
  readonly at: string;
}

export function metricsOf(item: Item): ResourceMetric[] {
  if (item.kind === 'ScaledObject') return ofTriggers(item);
  const found: ResourceMetric[] = [];
  for (const [i, metric] of list(own(item.spec, 'metrics')).entries()) {
    for (const [field, source] of [
      ['resource', own(metric, 'resource')],
      ['containerResource', own(metric, 'containerResource')],
    ] as const) {
      const resource = text(own(source, 'name'));
      if (!isRecord(source) || resource === undefined) continue;
      const container = field === 'containerResource' ? text(own(source, 'container')) : undefined;
      const utilization = dig(source, 'target.averageUtilization') !== undefined;
      found.push({ resource, container, utilization, at: `spec.metrics[${i}].${field}` });
    }
  }
  // autoscaling/v1 has only a percentage of CPU
  if (own(item.spec, 'targetCPUUtilizationPercentage') !== undefined)
    found.push({ resource: 'cpu', utilization: true, at: 'spec.targetCPUUtilizationPercentage' });
  return found;
}

/** A metric that the pods themselves expose, and that some monitoring has to scrape. */
export interface PodMetric {
  readonly name: string;
  readonly at: string;
}

/** Metrics of pods that exporters on the nodes and meshes expose: of GPUs, of containers, of the traffic of a pod. */
const OF_EXPORTERS = /^(DCGM_|container_|kube_|istio_|envoy_|nginx_ingress_|kubernetes_io)/;

/** Names that the metrics of inference servers begin with: of a query of KEDA, only these are known to be of the pods. */
const OF_SERVERS = /\b(vllm:|sglang:|tgi_|nv_inference_|triton|ray_serve_)[\w:]*/;

export function podMetricsOf(item: Item): PodMetric[] {
  const found: PodMetric[] = [];
  for (const [i, metric] of list(own(item.spec, 'metrics')).entries()) {
    const name = text(dig(metric, 'pods.metric.name'));
    if (name !== undefined && !OF_EXPORTERS.test(name)) found.push({ name, at: `spec.metrics[${i}].pods.metric` });
  }
  for (const [i, trigger] of list(own(item.spec, 'triggers')).entries()) {
    const name = OF_SERVERS.exec(text(dig(trigger, 'metadata.query')) ?? '')?.[0];
    if (name !== undefined && own(trigger, 'type') === 'prometheus')
      found.push({ name, at: `spec.triggers[${i}].metadata.query` });
  }
  return found;
}

/** KEDA's cpu and memory scalers become such metrics. */
function ofTriggers(item: Item): ResourceMetric[] {
  return list(own(item.spec, 'triggers')).flatMap((trigger, i) => {
    const type = text(own(trigger, 'type'));
    if (type !== 'cpu' && type !== 'memory') return [];
    const kind = text(own(trigger, 'metricType')) ?? text(dig(trigger, 'metadata.type'));
    const container = text(dig(trigger, 'metadata.containerName'));
    return [{ resource: type, container, utilization: kind === 'Utilization', at: `spec.triggers[${i}]` }];
  });
}
