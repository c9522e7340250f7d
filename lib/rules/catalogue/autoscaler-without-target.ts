import { reportMissing } from '../cluster/missing';
import type { Rule } from '../rule';

export const autoscalerWithoutTarget: Rule = {
  id: 'autoscaler-without-target',
  severity: 'error',
  title: 'An autoscaler scales a workload that does not exist',
  why: 'It does nothing, and reports that only in its own status.',
  fix: "Name a workload of the same namespace, or declare it on the autoscaler with the annotation cdk8s-ml.io/expects: 'Deployment/name'.",
  good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, maxReplicas: 4}
`,
  bad: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, maxReplicas: 4}
`,
  cluster(cluster, report) {
    for (const { item, targetKind: kind, targetName: name, at } of [
      ...cluster.autoscalers,
      ...cluster.verticalAutoscalers,
    ])
      if (!cluster.find(kind, item.namespace, name, item))
        reportMissing(cluster, report, { item, at, kind, namespace: item.namespace, name });
  },
};
