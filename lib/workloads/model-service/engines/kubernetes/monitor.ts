import { podMonitorSpec, serviceMonitorSpec } from '../../../../traits/monitoring-plan';
import type { EngineInput } from '.';
import { makeObject } from './object';

/** What tells the Prometheus operator to scrape the server. */
export function makeMonitor(input: EngineInput): void {
  const { plan, props } = input;
  const { metrics } = plan.facts;
  if (!metrics) return;
  // the labels by which a Prometheus chooses its monitors
  const labels = props.monitoring && 'labels' in props.monitoring._kind ? props.monitoring._kind.labels : undefined;
  const monitors = {
    ServiceMonitor: serviceMonitorSpec(props.monitoring, metrics, plan.selector),
    PodMonitor: podMonitorSpec(props.monitoring, metrics, plan.selector),
  };
  for (const [kind, spec] of Object.entries(monitors))
    if (spec)
      makeObject(input, kind, { apiVersion: 'monitoring.coreos.com/v1', kind, name: plan.names.monitor, labels, spec });
}
