import { checkWhole } from '../../internal/checks/numbers';
import { checkQuantity } from '../../internal/checks/quantities';
import type { Checker } from '../../internal/errors';
import { checkLabels, checkName } from '../../internal/names';
import { isApiVersion } from '../../values/kubectl-files';
import type { MetricContext, MetricVariant } from './metric-plan';

/** Refuses a metric that the API server would refuse, or that no metrics adapter can serve. */
export function checkMetric(check: Checker, variant: MetricVariant, { isScraped }: MetricContext): void {
  if (variant.type === 'gauge') {
    checkQuantity(check, variant.averageValue, '5');
    if (variant.isOfServer && isScraped === false)
      check.refuse(
        variant.series,
        'a metric that is scraped: the workload has no monitoring',
        'set monitoring, for example Monitoring.podMonitor(), or Monitoring.external() where the scraper is configured elsewhere',
      );
    return;
  }
  if ('utilization' in variant) {
    // a limit above the request lets the use rise above 100 %: there is no upper bound
    const fix = 'give the percentage of the request as a whole number, for example 70';
    checkWhole(check.at('utilization'), variant.utilization, { min: 1 }, fix);
    if (variant.type === 'container' && variant.container !== undefined)
      checkName(check.at('container'), variant.container, 'label', 'name a container of the pod');
    return;
  }
  checkMetricName(check.at('name'), variant.name);
  checkLabels(check.at('labels'), variant.labels);
  checkQuantity(check.at('averageValue'), variant.averageValue, '5');
  if (variant.type === 'pods') return;
  checkQuantity(check.at('value'), variant.value, '100');
  if (variant.type === 'object') checkObject(check, variant);
  if ((variant.value === undefined) === (variant.averageValue === undefined)) {
    const { value, averageValue } = variant;
    const got = value === undefined ? undefined : { value, averageValue };
    const fix = 'use averageValue for a metric that the replicas share (a queue), value for any other (a latency)';
    check.refuse(got, 'exactly one of value and averageValue', fix);
  }
}

function checkObject(check: Checker, object: MetricVariant & { readonly type: 'object' }): void {
  const { objectApiVersion, objectKind, objectName } = object;
  if (!isApiVersion(objectApiVersion))
    check
      .at('objectApiVersion')
      .refuse(objectApiVersion, "an API version, for example 'networking.k8s.io/v1'", 'see `kubectl api-resources`');
  if (!/^[A-Z][A-Za-z0-9]*$/.test(objectKind))
    check.at('objectKind').refuse(objectKind, "a kind, for example 'Ingress'", 'see `kubectl api-resources`');
  checkName(check.at('objectName'), objectName, 'subdomain', 'name the object');
}

/** The name is one segment of a path of the metrics API. Google's adapter has `|` for the slashes of its names. */
function checkMetricName(check: Checker, name: string): void {
  if (/^(?!\.\.?$)[^/%:\s]+$/.test(name) || /^[a-z0-9.-]+\|[^/%\s]+$/.test(name)) return;
  const fix = 'use the name that the metrics adapter serves; for series with a colon it is commonly an underscore';
  check.refuse(name, 'a metric name without / % : or spaces', fix);
}
