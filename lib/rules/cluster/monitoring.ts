import { dig, own, record } from '../../internal/json';
import type { Item } from './item';

/** Objects that have some monitoring scrape pods or Services. */
const MONITORS = new Set([
  'azmonitoring.coreos.com/PodMonitor',
  'azmonitoring.coreos.com/ServiceMonitor',
  'monitoring.coreos.com/PodMonitor',
  'monitoring.coreos.com/ScrapeConfig',
  'monitoring.coreos.com/ServiceMonitor',
  'monitoring.googleapis.com/ClusterPodMonitoring',
  'monitoring.googleapis.com/PodMonitoring',
  'opentelemetry.io/OpenTelemetryCollector',
  'operator.victoriametrics.com/VMPodScrape',
  'operator.victoriametrics.com/VMServiceScrape',
]);

/** Kinds of monitors, by which their existence elsewhere is declared. */
export const MONITOR_KINDS = [...MONITORS].map((id) => id.slice(id.indexOf('/') + 1));

/** The namespace in which the object has pods scraped, `*` for any; undefined for an object that is no monitor. */
export function monitoredNamespace(item: Item): string | undefined {
  if (!MONITORS.has(item.type.id)) return undefined;
  const selector = own(item.spec, 'namespaceSelector');
  const reachesOthers = dig(selector, 'any') === true || Object.keys(record(selector)).length > 0;
  return reachesOthers || item.namespace === '' ? '*' : item.namespace;
}

/** The annotation that a common configuration of Prometheus uses. */
export function isAnnotatedForScraping(annotations: unknown): boolean {
  return own(annotations, 'prometheus.io/scrape') === 'true';
}
