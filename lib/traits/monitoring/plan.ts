import type { PodMonitorSpec, ServiceMonitorSpec } from '../../../imports/monitoring.coreos.com';
import { seconds } from '../../internal/checks/durations';
import type { Plain } from '../../internal/plain';
import type { ClusterTarget } from '../../values/cluster-target';
import { type PeersPlan, planPeer } from '../network-access/peer-plan';
import type { MonitorOptions, ScrapeOptions } from './options';

/** The factory that was called, and its options. */
export type MonitoringVariant =
  | ({ readonly type: 'serviceMonitor' | 'podMonitor' } & MonitorOptions)
  | ({ readonly type: 'annotations' } & ScrapeOptions)
  | ({ readonly type: 'external' } & ScrapeOptions)
  | { readonly type: 'none' };

/** Facts that monitoring depends on. */
export interface MonitoringContext {
  /** Name of the server, for messages; not given where the server is unknown. */
  readonly server?: string;
  /** Where the server reports metrics, if anywhere. */
  readonly metrics?: MetricsEndpoint;
  readonly target: ClusterTarget;
  /** Labels of the Service and of the pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** Namespace of Prometheus, from the guard rails of the namespace. */
  readonly prometheusNamespace?: string;
}

/** The endpoint that is scraped. */
export interface MetricsEndpoint {
  readonly portName: string;
  readonly port: number;
  readonly path: string;
  /** Not given for plain HTTP. */
  readonly scheme?: 'https';
  /** False where the Service leaves the port out. */
  readonly inService?: boolean;
}

export interface MonitoringPlan {
  /** The ServiceMonitor or PodMonitor (`monitoring.coreos.com/v1`); nothing where there is none. */
  readonly monitor?: MonitorPlan;
  /** Annotations of the pods. */
  readonly podAnnotations: Record<string, string>;
  /** True where a scraper that is configured outside of the manifests scrapes the pods. */
  readonly isExternal?: boolean;
  /** The scrapers that the NetworkPolicy must admit; nothing where metrics are not scraped. */
  readonly scrapers?: PeersPlan;
}

export interface MonitorPlan {
  readonly apiVersion: string;
  readonly kind: 'ServiceMonitor' | 'PodMonitor';
  /** Labels by which a Prometheus selects its monitors. */
  readonly labels: Record<string, string>;
  readonly spec: Plain<ServiceMonitorSpec> | Plain<PodMonitorSpec>;
}

/** The namespace in the guides of kube-prometheus and of the kube-prometheus-stack chart. */
const DEFAULT_NAMESPACE = 'monitoring';

export function planMonitoring(variant: MonitoringVariant, context: MonitoringContext): MonitoringPlan {
  const { metrics, selector } = context;
  if (variant.type === 'none' || metrics === undefined) return { podAnnotations: {} };
  const name = variant.prometheusNamespace ?? context.prometheusNamespace ?? DEFAULT_NAMESPACE;
  const scrapers = planPeer({ type: 'namespace', name });
  if (variant.type === 'external') return { podAnnotations: {}, scrapers, isExternal: true };
  if (variant.type === 'annotations') return { podAnnotations: scrapeAnnotations(metrics), scrapers };
  return { podAnnotations: {}, scrapers, monitor: monitor(variant, metrics, selector) };
}

function monitor(
  options: MonitoringVariant & { readonly type: 'serviceMonitor' | 'podMonitor' },
  metrics: MetricsEndpoint,
  labels: Readonly<Record<string, string>>,
): MonitorPlan {
  const selector = { matchLabels: { ...labels } };
  const endpoint = scrape(options, metrics);
  const common = { apiVersion: 'monitoring.coreos.com/v1', labels: { ...options.labels } };
  return options.type === 'serviceMonitor'
    ? { ...common, kind: 'ServiceMonitor', spec: { selector, endpoints: [endpoint] } }
    : { ...common, kind: 'PodMonitor', spec: { selector, podMetricsEndpoints: [endpoint] } };
}

function scrape({ interval, scrapeTimeout }: MonitorOptions, { portName, path, scheme }: MetricsEndpoint) {
  return {
    port: portName,
    path,
    // Prometheus connects to addresses of pods, which no certificate names
    ...(scheme ? { scheme, tlsConfig: { insecureSkipVerify: true } } : {}),
    ...(interval ? { interval: `${seconds(interval)}s` } : {}),
    ...(scrapeTimeout ? { scrapeTimeout: `${seconds(scrapeTimeout)}s` } : {}),
  };
}

function scrapeAnnotations({ port, path, scheme }: MetricsEndpoint): Record<string, string> {
  return {
    'prometheus.io/scrape': 'true',
    ...(scheme ? { 'prometheus.io/scheme': scheme } : {}),
    'prometheus.io/port': String(port),
    'prometheus.io/path': path,
  };
}
