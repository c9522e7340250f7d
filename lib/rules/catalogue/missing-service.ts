import { EXPECTS_ANNOTATION } from '../../internal/labels';
import { backendsOf } from '../cluster/backends';
import { inNamespace } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingService: Rule = {
  id: 'missing-service',
  severity: 'error',
  title: 'An Ingress or route sends requests to a Service that nothing provides',
  why: 'Whoever calls it gets an error 503 or 500.',
  fix: "Add the Service, or declare it with the annotation cdk8s-ml.io/expects: 'Service/name' where it exists already.",
  good: `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Service/scorer}}
spec: {rules: [{backendRefs: [{name: scorer, port: 80}]}]}
`,
  bad: `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: scorer, namespace: ml}
spec: {rules: [{backendRefs: [{name: scorer, port: 80}]}]}
`,
  *check(cluster) {
    for (const { item, namespace, name, at } of backendsOf(cluster)) {
      if (cluster.whoProvides('Service', namespace, name, item)) continue;
      yield {
        item,
        prop: `${at}.name`,
        got: name,
        expected: `a Service ${inNamespace(namespace, name)} that something here makes, or that is known to exist`,
        fix: `add the Service; or, where it exists already, say so: the annotation ${EXPECTS_ANNOTATION}: 'Service/${name}' on ${item.title}, or 'existing' of the app`,
      };
    }
  },
};
