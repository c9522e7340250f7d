import { titles } from '../cluster/manifest-index';
import type { Rule } from '../rule';

export const twoAutoscalers: Rule = {
  id: 'two-autoscalers',
  severity: 'error',
  title: 'Two autoscalers scale one workload',
  why: 'Each sets its own number of replicas, and pods are made and killed without end; Kubernetes then stops both.',
  fix: 'Put all metrics into one HorizontalPodAutoscaler: the highest wish wins.',
  good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, maxReplicas: 4}
`,
  bad: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer-cpu, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, maxReplicas: 4}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: scorer-queue, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {name: scorer}, maxReplicaCount: 8}
`,
  *check(cluster) {
    const byTarget = new Map<string, (typeof cluster.autoscalers)[number]>();
    for (const autoscaler of cluster.autoscalers) {
      const { item, targetKind, targetName, at } = autoscaler;
      const target = `${targetKind}/${item.namespace}/${targetName}`;
      const first = byTarget.get(target);
      if (!first) byTarget.set(target, autoscaler);
      else if (first.item.title !== item.title)
        yield {
          item,
          prop: at,
          got: `${targetKind} ${targetName}`,
          expected: `a workload without an autoscaler: ${titles([first.item])} scales it already`,
          fix: `move what ${item.title} measures into ${first.item.title}, and remove it`,
        };
    }
  },
};
