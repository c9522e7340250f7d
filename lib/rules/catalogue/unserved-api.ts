import { builtInApi } from '../cluster/api-versions';
import type { Rule } from '../rule';

export const unservedApi: Rule = {
  id: 'unserved-api',
  severity: 'error',
  title: 'The target Kubernetes does not serve the API version of an object',
  why: 'The API server refuses it: "no matches for kind". The version was removed, or comes with a later Kubernetes.',
  fix: 'Use a version that the cluster serves, or set the target to the Kubernetes that it runs.',
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
  kinds: ({ apiVersion, kind }) => builtInApi(apiVersion, kind) !== undefined,
  object(item, report, { minor }) {
    const api = builtInApi(item.apiVersion, item.kind);
    if (!api) return;
    const removed = api.removed !== undefined && minor >= api.removed;
    if (!removed && (api.since === undefined || minor >= api.since)) return;
    report({
      item,
      prop: 'apiVersion',
      got: item.apiVersion,
      expected: `an API that Kubernetes 1.${minor} serves: this one ${removed ? `was removed in 1.${api.removed}` : `comes with 1.${api.since}`}`,
      fix: api.instead ? `use ${api.instead}` : `remove ${item.title}, or set another target`,
    });
  },
};
