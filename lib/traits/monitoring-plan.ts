import type { PodMonitorSpec, ServiceMonitorSpec } from '../../imports/monitoring.coreos.com';
import { checkSeconds, seconds } from '../internal/checks/durations';
import type { Checker } from '../internal/errors';
import { checkLabels, checkName } from '../internal/names';
import type { Plain } from '../internal/plain';
import type { ClusterTarget } from '../values/cluster-target';
import type { Monitoring, MonitorOptions, ScrapeOptions } from './monitoring';
import { NetworkPeer } from './network-peer';

/** Monitoring as it was asked for. */
export type MonitoringKind =
  | ({ readonly type: 'serviceMonitor' | 'podMonitor' } & MonitorOptions)
  | ({ readonly type: 'annotations' } & ScrapeOptions)
  | { readonly type: 'none' };

/** What monitoring must know of the workload. */
export interface MonitoringContext {
  /** Name of the server, for messages. */
  readonly server: string;
  /** Where it reports, if anywhere. */
  readonly metrics?: {
    readonly portName: string;
    readonly port: number;
    readonly path: string;
    /** False where the Service leaves the port out (`servicePorts`). */
    readonly inService?: boolean;
  };
  readonly target: ClusterTarget;
}

/** The scraped endpoint of a checked server. */
export type MetricsEndpoint = NonNullable<MonitoringContext['metrics']>;

/** Where the guides of kube-prometheus and of the kube-prometheus-stack chart install Prometheus. */
const USUAL_NAMESPACE = 'monitoring';

/** Refuses monitoring that would find nothing. */
export function checkMonitoring(check: Checker, kind: MonitoringKind, context: MonitoringContext): void {
  if (kind.type === 'none') return;
  const factory = `Monitoring.${kind.type}`;
  if (context.metrics === undefined)
    check.refuse(
      factory,
      `a server that reports metrics (${context.server} has no metrics endpoint that is known)`,
      'say where its metrics are (metricsPath of the ModelServer), or leave monitoring out',
    );
  if (kind.prometheusNamespace !== undefined)
    checkName(check.at('prometheusNamespace'), kind.prometheusNamespace, 'label');
  if (kind.type === 'annotations') return;
  context.target._requireApi('monitoring.coreos.com/v1', check, factory);
  if (kind.type === 'serviceMonitor' && context.metrics?.inService === false)
    check.refuse(
      factory,
      `a Service that opens the metrics port ${context.metrics.portName} (one that the world can reach leaves it out)`,
      'use Monitoring.podMonitor(), which asks the pods themselves',
    );
  checkLabels(check.at('labels'), kind.labels);
  checkTimes(check, kind);
}

function checkTimes(check: Checker, { interval, scrapeTimeout }: MonitorOptions): void {
  checkSeconds(check.at('interval'), interval, { min: 1 }, 'use whole seconds');
  // without an interval it is Prometheus' own that must not be exceeded, which is not known here
  const max = interval?.toSeconds({ integral: false });
  checkSeconds(check.at('scrapeTimeout'), scrapeTimeout, { min: 1, max }, 'use at most the interval');
}

/** `spec` of the ServiceMonitor, or nothing where none was asked for. */
export function serviceMonitorSpec(
  monitoring: Monitoring | undefined,
  endpoint: MetricsEndpoint,
  serviceLabels: Record<string, string>,
): Plain<ServiceMonitorSpec> | undefined {
  const kind = monitoring?._kind;
  if (kind?.type !== 'serviceMonitor') return undefined;
  return { selector: { matchLabels: { ...serviceLabels } }, endpoints: [scrape(kind, endpoint)] };
}

/** `spec` of the PodMonitor, or nothing where none was asked for. */
export function podMonitorSpec(
  monitoring: Monitoring | undefined,
  endpoint: MetricsEndpoint,
  podLabels: Record<string, string>,
): Plain<PodMonitorSpec> | undefined {
  const kind = monitoring?._kind;
  if (kind?.type !== 'podMonitor') return undefined;
  return { selector: { matchLabels: { ...podLabels } }, podMetricsEndpoints: [scrape(kind, endpoint)] };
}

function scrape({ interval, scrapeTimeout }: MonitorOptions, { portName, path }: MetricsEndpoint) {
  return {
    port: portName,
    path,
    ...(interval ? { interval: `${seconds(interval)}s` } : {}),
    ...(scrapeTimeout ? { scrapeTimeout: `${seconds(scrapeTimeout)}s` } : {}),
  };
}

/** Annotations of the pods; empty where they say nothing. */
export function scrapeAnnotations(
  monitoring: Monitoring | undefined,
  endpoint: MetricsEndpoint | undefined,
): Record<string, string> {
  if (monitoring?._kind.type !== 'annotations' || endpoint === undefined) return {};
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': String(endpoint.port),
    'prometheus.io/path': endpoint.path,
  };
}

/** Who scrapes; nothing where nobody does. `namespaceOfRails` is what the namespace's guard rails say. */
export function monitoringPeer(monitoring: Monitoring | undefined, namespaceOfRails?: string): NetworkPeer | undefined {
  const kind = monitoring?._kind;
  if (kind === undefined || kind.type === 'none') return undefined;
  return NetworkPeer.namespace(kind.prometheusNamespace ?? namespaceOfRails ?? USUAL_NAMESPACE);
}
