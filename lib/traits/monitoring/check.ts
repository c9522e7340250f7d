import { checkSeconds } from '../../internal/checks/durations';
import type { Checker } from '../../internal/errors';
import { checkLabels, checkName } from '../../internal/names';
import type { MonitorOptions } from './options';
import type { MonitoringContext, MonitoringVariant } from './plan';

/** Refuses monitoring without anything to scrape. */
export function checkMonitoring(check: Checker, variant: MonitoringVariant, context: MonitoringContext): void {
  if (variant.type === 'none') return;
  const factory = `Monitoring.${variant.type}`;
  if (context.metrics === undefined && context.server !== undefined)
    check.refuse(
      factory,
      `a server that reports metrics (no metrics endpoint of ${context.server} is known)`,
      'set metricsPath of the ModelServer, or leave monitoring out',
    );
  if (variant.prometheusNamespace !== undefined)
    checkName(check.at('prometheusNamespace'), variant.prometheusNamespace, 'label');
  if (variant.type === 'annotations' || variant.type === 'external') return;
  context.target._requireApi('monitoring.coreos.com/v1', check, factory);
  if (variant.type === 'serviceMonitor' && context.metrics?.inService === false)
    check.refuse(
      factory,
      `a Service with the metrics port ${context.metrics.portName} (a Service that is reachable from outside the cluster has none)`,
      'use Monitoring.podMonitor(), which scrapes the pods directly',
    );
  checkLabels(check.at('labels'), variant.labels);
  checkTimes(check, variant);
}

function checkTimes(check: Checker, { interval, scrapeTimeout }: MonitorOptions): void {
  checkSeconds(check.at('interval'), interval, { min: 1 }, 'use whole seconds');
  // without an interval, Prometheus' own is the limit, which is unknown here
  const max = interval?.toSeconds({ integral: false });
  checkSeconds(check.at('scrapeTimeout'), scrapeTimeout, { min: 1, max }, 'use at most the interval');
}
