import type { Autoscaler } from '../cluster/autoscalers';
import type { Rule } from '../rule';

export const twoAutoscalers: Rule = {
  id: 'two-autoscalers',
  severity: 'error',
  title: 'Two autoscalers scale one workload',
  why: 'Each sets its own number of replicas, and pods are created and deleted again and again; Kubernetes then stops both.',
  fix: 'Put all metrics into one HorizontalPodAutoscaler: it uses the highest of the numbers.',
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
  cluster(cluster, report) {
    const byTarget = new Map<string, Autoscaler>();
    for (const autoscaler of cluster.autoscalers) {
      const { item, targetKind, targetName, at } = autoscaler;
      const target = `${targetKind}/${item.namespace}/${targetName}`;
      const first = byTarget.get(target);
      if (!first) byTarget.set(target, autoscaler);
      else if (first.item.title !== item.title)
        report({
          item,
          prop: at,
          got: `${targetKind} ${targetName}`,
          expected: `a workload without an autoscaler: ${first.item.title} scales this one already`,
          fix: `move the metrics of ${item.title} into ${first.item.title}, and remove it`,
        });
    }
  },
};
