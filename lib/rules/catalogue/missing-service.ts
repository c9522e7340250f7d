import { reportMissing } from '../cluster/missing';
import type { Rule } from '../rule';

export const missingService: Rule = {
  id: 'missing-service',
  severity: 'error',
  title: 'An Ingress or route sends requests to a Service that does not exist',
  why: 'Callers get an error 503 or 500.',
  fix: "Add the Service, or, if it exists already, declare it: expects: ['Service/name'] of the construct, or the annotation cdk8s-ml.io/expects: 'Service/name'. Where a controller of the app may make it, this is a warning.",
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
  cluster(cluster, report) {
    for (const { item, namespace, name, at } of cluster.backends)
      if (!cluster.find('Service', namespace, name, item))
        reportMissing(cluster, report, { item, at: `${at}.name`, kind: 'Service', namespace, name });
  },
};
