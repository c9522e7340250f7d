import type { Rule } from '../rule';

const SCALED = new Set(['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', 'argoproj.io/Rollout']);

export const hpaWithFixedReplicas: Rule = {
  id: 'hpa-with-fixed-replicas',
  severity: 'error',
  title: 'A workload that an autoscaler scales has a fixed number of replicas',
  why: 'Every apply sets the number again: under load, the pods that the autoscaler added are deleted at once.',
  fix: 'Remove spec.replicas. If it is only for the first apply, waive the rule and say how later applies keep the number.',
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0", resources: {requests: {cpu: 500m}}}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}
  minReplicas: 2
  maxReplicas: 20
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
`,
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  replicas: 3
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec: {containers: [{name: api, image: "registry.example/scorer:1.0", resources: {requests: {cpu: 500m}}}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}
  minReplicas: 2
  maxReplicas: 20
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
`,
  cluster(cluster, report) {
    for (const { item, replicas } of cluster.pods) {
      if (replicas === undefined || replicas === null || !SCALED.has(item.type.id)) continue;
      const autoscaler = cluster.autoscalersOf(item)[0];
      if (!autoscaler) continue;
      report({
        item,
        prop: 'spec.replicas',
        got: replicas,
        expected: `no number: ${autoscaler.item.title} sets it`,
        fix: `remove spec.replicas from ${item.title}`,
      });
    }
  },
};
