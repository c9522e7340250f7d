import { builtInApi, customApi } from '../cluster/api-versions';
import type { Rule } from '../rule';

export const deprecatedApi: Rule = {
  id: 'deprecated-api',
  severity: 'warning',
  title: 'The API version of an object is deprecated',
  why: 'It works now, and stops working with an upgrade of the cluster or of the operator that serves it.',
  fix: 'Use the version that replaces it.',
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
  kinds: ({ apiVersion, kind }) => (builtInApi(apiVersion, kind) ?? customApi(apiVersion, kind)) !== undefined,
  object(item, report, { minor }) {
    const { apiVersion, kind } = item;
    const custom = customApi(apiVersion, kind);
    const api = builtInApi(apiVersion, kind) ?? custom;
    if (api?.deprecated === undefined || minor < api.deprecated) return;
    // a removed version is an error of another rule
    if (api.removed !== undefined && minor >= api.removed) return;
    const by = custom ? custom.by : `Kubernetes 1.${api.deprecated}`;
    report({
      item,
      prop: 'apiVersion',
      got: apiVersion,
      expected: `an API version that ${by} has not deprecated or removed`,
      fix: api.instead ? `use ${api.instead}` : 'remove the object',
    });
  },
};
