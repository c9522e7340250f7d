import { checksArguments } from '../../internal/type-check';
import { defineMonitoring, type MonitoringDefinition } from './definition';
import type { MonitorOptions, ScrapeOptions } from './options';
import type { MonitoringVariant } from './plan';

/**
 * How Prometheus finds the server's metrics.
 *
 * @example
 * const monitoring = Monitoring.serviceMonitor({ labels: { release: 'kube-prometheus-stack' } });
 */
export class Monitoring {
  /** With a ServiceMonitor (`monitoring.coreos.com/v1`) of the Prometheus operator: scrapes the pods of the Service. */
  public static serviceMonitor(options: MonitorOptions = {}): Monitoring {
    return new Monitoring({ type: 'serviceMonitor', ...options });
  }

  /** With a PodMonitor (`monitoring.coreos.com/v1`) of the Prometheus operator: scrapes the pods, on any of their ports. */
  public static podMonitor(options: MonitorOptions = {}): Monitoring {
    return new Monitoring({ type: 'podMonitor', ...options });
  }

  /** With the annotations `prometheus.io/scrape`, `/port` and `/path` of the pods, which many Prometheus configurations read. */
  public static annotations(options: ScrapeOptions = {}): Monitoring {
    return new Monitoring({ type: 'annotations', ...options });
  }

  /**
   * With a scraper that is configured elsewhere, for example a PodMonitoring of Google's Managed Prometheus. No object is
   * created; the NetworkPolicy admits the scraper, and `Monitoring/<name>` in the annotation `cdk8s-ml.io/expects` tells the
   * rules that metrics are scraped.
   */
  public static external(options: ScrapeOptions = {}): Monitoring {
    return new Monitoring({ type: 'external', ...options });
  }

  /** Metrics are not scraped. */
  public static none(): Monitoring {
    return new Monitoring({ type: 'none' });
  }

  /** @internal */
  public readonly _definition: MonitoringDefinition;

  private constructor(variant: MonitoringVariant) {
    this._definition = defineMonitoring(variant);
  }
}

checksArguments('Monitoring', Monitoring);
