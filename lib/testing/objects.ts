import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Checker } from '../internal/errors';

/** A Kubernetes object as JSON; what is in it is the user's. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/**
 * The objects at and below a construct, each resolved once. Stock `Chart.toJson` resolves and validates the whole
 * app for every chart, which is quadratic, so it is called only where a chart of the user's own overrides it.
 */
export function objectsBelow(scope: IConstruct): KubernetesObject[] {
  const constructs = scope.node.findAll();
  refuseInvalid(constructs);
  return constructs.flatMap((construct) => {
    if (ownsItsJson(construct)) return construct.toJson();
    if (!ApiObject.isApiObject(construct)) return [];
    return insideChartThatOwnsItsJson(construct, scope) ? [] : [construct.toJson()];
  });
}

function ownsItsJson(construct: IConstruct): construct is Chart {
  return Chart.isChart(construct) && construct.toJson !== Chart.prototype.toJson;
}

function insideChartThatOwnsItsJson(object: ApiObject, scope: IConstruct): boolean {
  return ownsItsJson(object.chart) && object.chart.node.scopes.includes(scope);
}

function refuseInvalid(constructs: readonly IConstruct[]): void {
  const faults = constructs.flatMap((construct) =>
    construct.node.validate().map((fault) => ({ path: construct.node.path, fault })),
  );
  if (faults.length === 0) return;
  throw new Error(
    `Validation failed with the following errors:\n${faults.map(({ path, fault }) => `  [${path}] ${fault}`).join('\n')}`,
  );
}

/** Objects as they came from elsewhere: checked to be Kubernetes objects, lists taken apart. */
export function objectsOf(values: readonly unknown[], origin: string): KubernetesObject[] {
  const check = Checker.named(origin);
  const objects = values.flatMap((value, index) => {
    if (isKubernetesObject(value)) return isList(value) ? objectsOf(value.items as unknown[], origin) : [value];
    check.at(index).refuse(value, 'an object with apiVersion and kind', 'give Kubernetes objects only');
    return [];
  });
  check.done();
  return objects;
}

function isKubernetesObject(value: unknown): value is KubernetesObject {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind } = value as Record<string, unknown>;
  return typeof apiVersion === 'string' && typeof kind === 'string';
}

/** What `kubectl get -o yaml` and some charts write. */
function isList(object: KubernetesObject): boolean {
  return object.kind === 'List' && Array.isArray(object.items);
}

/** `ml-serving/churn-predictor`, or the name alone for an object without a namespace. */
export function nameOfObject(object: KubernetesObject): string {
  const { namespace, name = '(no name)' } = object.metadata ?? {};
  return namespace ? `${namespace}/${name}` : name;
}
