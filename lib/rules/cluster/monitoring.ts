import { dig, own, record } from '../../internal/json';
import { MONITORING_KIND } from '../../internal/labels';
import type { Item, ObjectType } from './item';

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

/** Kinds by which monitoring that is configured elsewhere is declared: `Monitoring` for any way, and those of monitors. */
export const MONITOR_KINDS = [MONITORING_KIND, ...[...MONITORS].map((id) => id.slice(id.indexOf('/') + 1))];

export function isMonitor({ id }: ObjectType): boolean {
  return MONITORS.has(id);
}

/** The namespace in which a monitor has pods scraped, `*` for any. */
export function monitoredNamespace(item: Item): string {
  const selector = own(item.spec, 'namespaceSelector');
  const reachesOthers = dig(selector, 'any') === true || Object.keys(record(selector)).length > 0;
  return reachesOthers || item.namespace === '' ? '*' : item.namespace;
}

/** The annotation that a common configuration of Prometheus uses. */
export function isAnnotatedForScraping(annotations: unknown): boolean {
  return own(annotations, 'prometheus.io/scrape') === 'true';
}
