import type { Duration } from 'cdk8s';
import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkMonitoring, type MonitoringContext, type MonitoringKind } from './monitoring-plan';

/** Where Prometheus is. */
export interface ScrapeOptions {
  /**
   * Namespace that Prometheus runs in: let through by the NetworkPolicy.
   *
   * @default - what the namespace says, else `monitoring`
   */
  readonly prometheusNamespace?: string;
}

/** How the Prometheus operator scrapes. */
export interface MonitorOptions extends ScrapeOptions {
  /**
   * Time from one scrape to the next.
   *
   * @default - Prometheus' own
   */
  readonly interval?: Duration;
  /**
   * The most time a scrape may take; not longer than `interval`.
   *
   * @default - Prometheus' own
   */
  readonly scrapeTimeout?: Duration;
  /**
   * Labels by which a Prometheus picks its monitors, for example `release: kube-prometheus-stack`.
   *
   * @default - none beside the workload's
   */
  readonly labels?: { [key: string]: string };
}

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
  public readonly _kind: MonitoringKind;

  private constructor(kind: MonitoringKind) {
    this._kind = kind;
  }

  /** @internal */
  public _check(check: Checker, context: MonitoringContext): void {
    checkMonitoring(check, this._kind, context);
  }
}

checksArguments('Monitoring', Monitoring);
