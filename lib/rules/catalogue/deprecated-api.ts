import { builtInApi, customApi } from '../cluster/api-versions';
import type { Rule } from '../rule';

export const deprecatedApi: Rule = {
  id: 'deprecated-api',
  severity: 'warning',
  title: 'The API version of an object is deprecated',
  why: 'It still works, and stops working with an upgrade of the cluster or of the operator that serves it.',
  fix: 'Move to the version that replaces it.',
  good: `
apiVersion: kueue.x-k8s.io/v1beta2
kind: ResourceFlavor
metadata: {name: gpu}
`,
  bad: `
apiVersion: kueue.x-k8s.io/v1beta1
kind: ResourceFlavor
metadata: {name: gpu}
`,
  *check(cluster) {
    for (const item of cluster.items) {
      const own = builtInApi(item.apiVersion, item.kind);
      const custom = customApi(item.apiVersion, item.kind);
      const api = own ?? custom;
      if (api?.deprecated === undefined || cluster.minor < api.deprecated) continue;
      // what is gone is an error of its own
      if (api.removed !== undefined && cluster.minor >= api.removed) continue;
      const by = custom ? custom.by : `Kubernetes 1.${api.deprecated}`;
      yield {
        item,
        prop: 'apiVersion',
        got: item.apiVersion,
        expected: `an API version that is not deprecated or gone by ${by}`,
        fix: api.instead ? `use ${api.instead}` : 'do without it',
      };
    }
  },
};
