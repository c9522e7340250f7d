import { checkWhole } from '../internal/checks/numbers';
import { checkQuantity } from '../internal/checks/quantities';
import type { Checker } from '../internal/errors';
import type { MetricSpec } from '../internal/kubernetes';
import { checkLabels, checkName } from '../internal/names';
import { isApiVersion } from '../values/kubectl-files';

type Labels = { readonly [key: string]: string };

interface MetricTarget {
  readonly name: string;
  readonly labels?: Labels;
  readonly value?: string;
  readonly averageValue?: string;
}

interface ObjectReference {
  readonly objectApiVersion: string;
  readonly objectKind: string;
  readonly objectName: string;
}

interface Utilization {
  readonly resource: 'cpu' | 'memory';
  readonly utilization: number;
}

/** One metric as it was asked for. */
export type MetricPlan =
  | ({ readonly type: 'resource' } & Utilization)
  | ({ readonly type: 'container'; readonly container?: string } & Utilization)
  | { readonly type: 'pods'; readonly name: string; readonly averageValue: string; readonly labels?: Labels }
  | ({ readonly type: 'external' } & MetricTarget)
  | ({ readonly type: 'object' } & ObjectReference & MetricTarget);

/** The server's container, and whether others run beside it. */
export interface MetricContext {
  readonly container: string;
  readonly hasSidecars: boolean;
}

/** Refuses what the API server would refuse, or what no adapter can serve. */
export function checkMetric(check: Checker, plan: MetricPlan): void {
  if ('utilization' in plan) {
    // a limit above the request lets use rise above 100 %, so there is no upper bound to hold it against
    const fix = 'give the percentage of the request as a whole number, for example 70';
    checkWhole(check.at('utilization'), plan.utilization, { min: 1 }, fix);
    if (plan.type === 'container' && plan.container !== undefined)
      checkName(check.at('container'), plan.container, 'label', 'name a container of the pod');
    return;
  }
  checkMetricName(check.at('name'), plan.name);
  checkLabels(check.at('labels'), plan.labels);
  checkQuantity(check.at('averageValue'), plan.averageValue, '5');
  if (plan.type === 'pods') return;
  checkQuantity(check.at('value'), plan.value, '100');
  if (plan.type === 'object') checkObject(check, plan);
  if ((plan.value === undefined) === (plan.averageValue === undefined)) {
    const got = plan.value === undefined ? undefined : { value: plan.value, averageValue: plan.averageValue };
    const fix = 'give averageValue for what the replicas share (a queue), value for what they do not (a latency)';
    check.refuse(got, 'exactly one of value and averageValue', fix);
  }
}

function checkObject(check: Checker, { objectApiVersion, objectKind, objectName }: ObjectReference): void {
  if (!isApiVersion(objectApiVersion))
    check
      .at('objectApiVersion')
      .refuse(objectApiVersion, "an API version, for example 'networking.k8s.io/v1'", 'see `kubectl api-resources`');
  if (!/^[A-Z][A-Za-z0-9]*$/.test(objectKind))
    check.at('objectKind').refuse(objectKind, "a kind, for example 'Ingress'", 'see `kubectl api-resources`');
  checkName(check.at('objectName'), objectName, 'subdomain', 'name the object');
}

/** The name is one segment of a path of the metrics API. */
function checkMetricName(check: Checker, name: string): void {
  if (typeof name === 'string' && /^(?!\.\.?$)[^/%:\s]+$/.test(name)) return;
  const fix = 'use the name that the metrics adapter serves; for series with a colon it is commonly an underscore';
  check.refuse(name, 'a metric name without / % : or spaces', fix);
}

/** Two metrics with one key are the same measure. */
export function metricKey(plan: MetricPlan, context: MetricContext): string {
  if (plan.type === 'resource' && !context.hasSidecars) return `pod ${plan.resource}`;
  if ('utilization' in plan) return `${containerOf(plan, context)} ${plan.resource}`;
  const of = plan.type === 'object' ? `${plan.objectKind}/${plan.objectName} ` : '';
  return `${plan.type} ${of}${plan.name} ${JSON.stringify(Object.entries(plan.labels ?? {}).sort())}`;
}

/** An entry of `spec.metrics`. */
export function metricSpec(plan: MetricPlan, context: MetricContext): MetricSpec {
  switch (plan.type) {
    case 'resource':
      // with sidecars, their requests and use would dilute the server's: its own container is what has to be relieved
      if (context.hasSidecars) return containerMetric(plan, context);
      return { type: 'Resource', resource: { name: plan.resource, target: utilization(plan) } };
    case 'container':
      return containerMetric(plan, context);
    case 'pods':
      return { type: 'Pods', pods: { metric: metric(plan), target: target(plan) } };
    case 'external':
      return { type: 'External', external: { metric: metric(plan), target: target(plan) } };
    case 'object': {
      const { objectApiVersion: apiVersion, objectKind: kind, objectName: name } = plan;
      return {
        type: 'Object',
        object: { describedObject: { apiVersion, kind, name }, metric: metric(plan), target: target(plan) },
      };
    }
  }
}

function containerOf(plan: MetricPlan & Utilization, context: MetricContext): string {
  return (plan.type === 'container' ? plan.container : undefined) ?? context.container;
}

function containerMetric(plan: MetricPlan & Utilization, context: MetricContext): MetricSpec {
  const container = containerOf(plan, context);
  return {
    type: 'ContainerResource',
    containerResource: { name: plan.resource, container, target: utilization(plan) },
  };
}

function utilization(plan: Utilization) {
  return { type: 'Utilization', averageUtilization: plan.utilization };
}

function metric(plan: { readonly name: string; readonly labels?: Labels }) {
  const labels = plan.labels && Object.keys(plan.labels).length > 0 ? plan.labels : undefined;
  return { name: plan.name, selector: labels && { matchLabels: { ...labels } } };
}

function target(plan: { readonly value?: string; readonly averageValue?: string }) {
  return plan.averageValue === undefined
    ? { type: 'Value', value: plan.value }
    : { type: 'AverageValue', averageValue: plan.averageValue };
}
