import type { PodMonitorSpec, ServiceMonitorSpec } from '../../imports/monitoring.coreos.com';
import type { ClusterTarget } from '../values/cluster-target';
import type { Monitoring, MonitorOptions, ScrapeOptions } from './monitoring';
import type { NetworkPeer } from './network-peer';

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
  readonly metrics?: { readonly portName: string; readonly port: number; readonly path: string };
  readonly target: ClusterTarget;
}

/** The scraped endpoint of a checked server. */
export type MetricsEndpoint = NonNullable<MonitoringContext['metrics']>;

/** `spec` of the ServiceMonitor, or nothing where none was asked for. */
export function serviceMonitorSpec(
  _monitoring: Monitoring | undefined,
  _endpoint: MetricsEndpoint,
  _serviceLabels: Record<string, string>,
): ServiceMonitorSpec | undefined {
  throw new Error('not written yet');
}

/** `spec` of the PodMonitor, or nothing where none was asked for. */
export function podMonitorSpec(
  _monitoring: Monitoring | undefined,
  _endpoint: MetricsEndpoint,
  _podLabels: Record<string, string>,
): PodMonitorSpec | undefined {
  throw new Error('not written yet');
}

/** Annotations of the pods; empty where they say nothing. */
export function scrapeAnnotations(
  _monitoring: Monitoring | undefined,
  _endpoint: MetricsEndpoint | undefined,
): Record<string, string> {
  throw new Error('not written yet');
}

/** Who scrapes; nothing where nobody does. `namespaceOfRails` is what the namespace's guard rails say. */
export function monitoringPeer(
  _monitoring: Monitoring | undefined,
  _namespaceOfRails?: string,
): NetworkPeer | undefined {
  throw new Error('not written yet');
}
