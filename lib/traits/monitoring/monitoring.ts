import { checksArguments } from '../../internal/type-check';
import { defineMonitoring, type MonitoringDefinition } from './definition';
import type { MonitorOptions, ScrapeOptions } from './options';
import type { MonitoringVariant } from './plan';

/** How the server's metrics come to Prometheus. */
export class Monitoring {
  /** By a ServiceMonitor (`monitoring.coreos.com/v1`) of the Prometheus operator: the pods behind the Service. */
  public static serviceMonitor(options: MonitorOptions = {}): Monitoring {
    return new Monitoring({ type: 'serviceMonitor', ...options });
  }

  /** By a PodMonitor (`monitoring.coreos.com/v1`) of the Prometheus operator: the pods, on any port of theirs. */
  public static podMonitor(options: MonitorOptions = {}): Monitoring {
    return new Monitoring({ type: 'podMonitor', ...options });
  }

  /** By the annotations `prometheus.io/scrape`, `/port` and `/path` of the pods, which many Prometheus configurations read. */
  public static annotations(options: ScrapeOptions = {}): Monitoring {
    return new Monitoring({ type: 'annotations', ...options });
  }

  /** Not at all. */
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
