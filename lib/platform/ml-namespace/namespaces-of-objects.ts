import { ApiObject, type Chart } from 'cdk8s';
import { groupOf, isClusterScoped } from '../../internal/cluster-scoped';
import { namespaceOf } from '../../internal/scope';

/**
 * Gives every object below the chart its place, whoever made it: none for cluster-scoped kinds, which cdk8s stamps with
 * the chart's namespace, and that of the chart for objects of nested charts, which do not inherit it.
 */
export function setNamespaces(chart: Chart): void {
  for (const object of chart.node.findAll().filter(ApiObject.isApiObject)) {
    if (isClusterScoped(groupOf(object.apiVersion), object.kind)) place(object, undefined);
    else if (!object.metadata.namespace) place(object, namespaceOf(object));
  }
}

function place(object: ApiObject, namespace: string | undefined): void {
  // readonly to the type checker only; written rather than patched in the output, so that what reads it at synth
  // (subjects of role bindings, peers of network policies) sees the same
  (object.metadata as { namespace?: string }).namespace = namespace;
}
