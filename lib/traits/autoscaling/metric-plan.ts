import type { MetricSpec } from '../../internal/kubernetes';
import { type ClusterTarget, MetricsAdapter } from '../../values/cluster-target';

type Labels = { readonly [key: string]: string };

interface MetricTarget {
  readonly name: string;
  readonly labels?: Labels;
  readonly value?: string;
  readonly averageValue?: string;
}

interface ObjectReference {
  readonly objectApiVersion: string;
  readonly objectKind: string;
  readonly objectName: string;
}

interface Utilization {
  readonly resource: 'cpu' | 'memory';
  readonly utilization: number;
}

/** The factory that was called, and its arguments. */
export type MetricVariant =
  | ({ readonly type: 'resource' } & Utilization)
  | ({ readonly type: 'container'; readonly container?: string } & Utilization)
  | { readonly type: 'pods'; readonly name: string; readonly averageValue: string; readonly labels?: Labels }
  /** A gauge that a server or an exporter has under its Prometheus name. */
  | { readonly type: 'gauge'; readonly series: string; readonly averageValue: string; readonly isOfServer: boolean }
  | ({ readonly type: 'external' } & MetricTarget)
  | ({ readonly type: 'object' } & ObjectReference & MetricTarget);

/** Facts that a metric depends on. */
export interface MetricContext {
  /** Name of the server's container. */
  readonly container: string;
  readonly hasSidecars: boolean;
  readonly target: ClusterTarget;
  /** Whether the server's metrics are scraped; not given where it is unknown. */
  readonly isScraped?: boolean;
}

/** One metric of the autoscaler. */
export interface MetricPlan {
  /** An entry of `spec.metrics`. */
  readonly spec: MetricSpec;
  /** Two metrics with the same key measure the same thing. */
  readonly key: string;
  /** The resource that is measured, where it is one. */
  readonly resource?: 'cpu' | 'memory';
}

export function planMetric(variant: MetricVariant, context: MetricContext): MetricPlan {
  if (variant.type === 'gauge') {
    const name = adapterName(variant.series, context.target.metricsAdapter);
    return planMetric({ type: 'pods', name, averageValue: variant.averageValue }, context);
  }
  return {
    spec: metricSpec(variant, context),
    key: metricKey(variant, context),
    ...('resource' in variant ? { resource: variant.resource } : {}),
  };
}

/**
 * prometheus-adapter: names are segments of a path, so the colon of vLLM and SGLang becomes an underscore in its
 * configuration. Google: https://cloud.google.com/stackdriver/docs/managed-prometheus/hpa, with `|` for `/`.
 */
function adapterName(series: string, adapter: MetricsAdapter): string {
  if (adapter === MetricsAdapter.GOOGLE) return `prometheus.googleapis.com|${series}|gauge`;
  return series.replace(/:/g, '_');
}

type PlainVariant = Exclude<MetricVariant, { type: 'gauge' }>;

function metricKey(variant: PlainVariant, context: MetricContext): string {
  if (variant.type === 'resource' && !context.hasSidecars) return `${variant.resource} of the pod`;
  if ('utilization' in variant) return `${variant.resource} of container ${containerOf(variant, context)}`;
  const object = variant.type === 'object' ? ` of ${variant.objectKind} ${variant.objectName}` : '';
  const labels = Object.entries(variant.labels ?? {}).sort();
  return `${variant.name}${object} (${variant.type}${labels.length > 0 ? `, ${JSON.stringify(labels)}` : ''})`;
}

function metricSpec(variant: PlainVariant, context: MetricContext): MetricSpec {
  switch (variant.type) {
    case 'resource':
      // the requests and the use of sidecars would distort the ratio: only the server's container is measured then
      if (context.hasSidecars) return containerMetric(variant, context);
      return { type: 'Resource', resource: { name: variant.resource, target: utilization(variant) } };
    case 'container':
      return containerMetric(variant, context);
    case 'pods':
      return { type: 'Pods', pods: { metric: metric(variant), target: target(variant) } };
    case 'external':
      return { type: 'External', external: { metric: metric(variant), target: target(variant) } };
    case 'object': {
      const { objectApiVersion: apiVersion, objectKind: kind, objectName: name } = variant;
      return {
        type: 'Object',
        object: { describedObject: { apiVersion, kind, name }, metric: metric(variant), target: target(variant) },
      };
    }
  }
}

function containerOf(variant: MetricVariant & Utilization, context: MetricContext): string {
  return (variant.type === 'container' ? variant.container : undefined) ?? context.container;
}

function containerMetric(variant: MetricVariant & Utilization, context: MetricContext): MetricSpec {
  const container = containerOf(variant, context);
  return {
    type: 'ContainerResource',
    containerResource: { name: variant.resource, container, target: utilization(variant) },
  };
}

function utilization(variant: Utilization) {
  return { type: 'Utilization', averageUtilization: variant.utilization };
}

function metric(variant: { readonly name: string; readonly labels?: Labels }) {
  const labels = variant.labels && Object.keys(variant.labels).length > 0 ? variant.labels : undefined;
  return { name: variant.name, selector: labels && { matchLabels: { ...labels } } };
}

function target(variant: { readonly value?: string; readonly averageValue?: string }) {
  return variant.averageValue === undefined
    ? { type: 'Value', value: variant.value }
    : { type: 'AverageValue', averageValue: variant.averageValue };
}
