import type { Duration } from 'cdk8s';

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
