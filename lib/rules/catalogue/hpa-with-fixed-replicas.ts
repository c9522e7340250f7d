import { own } from '../../internal/json';
import type { Rule } from '../rule';

const SCALED = ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', 'argoproj.io/Rollout'];

export const hpaWithFixedReplicas: Rule = {
  id: 'hpa-with-fixed-replicas',
  severity: 'error',
  title: 'A workload that an autoscaler scales has a fixed number of replicas',
  why: 'Every apply sets the number back: under load, the pods that the autoscaler added are killed at once.',
  fix: 'Leave spec.replicas out. Where it is wanted for the first apply only, waive the rule and say how later applies keep it.',
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
  *check(cluster) {
    for (const kind of SCALED) {
      const [group, name] = kind.split('/');
      for (const item of cluster.all(group, name)) {
        const replicas = own(item.spec, 'replicas');
        const autoscaler = cluster.autoscalersOf(item)[0];
        if (!autoscaler || replicas === undefined || replicas === null) continue;
        yield {
          item,
          prop: 'spec.replicas',
          got: replicas,
          expected: `no number: ${autoscaler.item.title} owns it`,
          fix: `remove spec.replicas from ${item.title}`,
        };
      }
    }
  },
};
