import { builtInApi } from '../cluster/api-versions';
import type { Rule } from '../rule';

export const unservedApi: Rule = {
  id: 'unserved-api',
  severity: 'error',
  title: 'The target Kubernetes does not serve the API version of an object',
  why: 'The API server refuses it: "no matches for kind". The version was removed, or comes with a later Kubernetes.',
  fix: 'Use a version that the cluster serves, or target the Kubernetes that it runs.',
  good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, maxReplicas: 4}
`,
  bad: `
apiVersion: autoscaling/v2beta2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, maxReplicas: 4}
`,
  *check(cluster) {
    for (const item of cluster.items) {
      const api = builtInApi(item.apiVersion, item.kind);
      if (!api) continue;
      const gone = api.removed !== undefined && cluster.minor >= api.removed;
      const early = api.since !== undefined && cluster.minor < api.since;
      if (!gone && !early) continue;
      yield {
        item,
        prop: 'apiVersion',
        got: item.apiVersion,
        expected: gone
          ? `an API that Kubernetes 1.${cluster.minor} serves: this one is gone since 1.${api.removed}`
          : `an API that Kubernetes 1.${cluster.minor} serves: this one comes with 1.${api.since}`,
        fix: api.instead ? `use ${api.instead}` : `leave ${item.title} out, or target another Kubernetes`,
      };
    }
  },
};
