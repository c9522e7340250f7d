import type { Duration } from 'cdk8s';

/** Options of every monitoring. */
export interface ScrapeOptions {
  /**
   * Namespace of Prometheus, which the NetworkPolicy admits.
   *
   * @default - the `prometheusNamespace` of the `MlNamespace`, otherwise `monitoring`
   */
  readonly prometheusNamespace?: string;
}

/** Options of a ServiceMonitor or PodMonitor. */
export interface MonitorOptions extends ScrapeOptions {
  /**
   * Time between two scrapes.
   *
   * @default - the setting of Prometheus
   */
  readonly interval?: Duration;
  /**
   * Longest time of a scrape, at most `interval`.
   *
   * @default - the setting of Prometheus
   */
  readonly scrapeTimeout?: Duration;
  /**
   * Labels by which Prometheus selects its monitors, for example `release: kube-prometheus-stack`.
   *
   * @default - only the labels of the workload
   */
  readonly labels?: { [key: string]: string };
}
