import type { ApiObject, Chart } from 'cdk8s';

/**
 * A name from the ids between the chart and the object, `api-config` for `api/config`: the chart's own id would repeat
 * the namespace. Not cut to a length: a name that is too long is an error, where a cut one could meet another.
 */
export function nameBelow(chart: Chart, object: ApiObject): string {
  const path = object.node.path.slice(chart.node.path.length).split('/');
  return path
    .map((id) => id.toLowerCase().replace(/[^a-z0-9.-]/g, ''))
    .filter((id, i, ids) => id !== '' && id !== 'resource' && id !== 'default' && id !== ids[i - 1])
    .join('-');
}
