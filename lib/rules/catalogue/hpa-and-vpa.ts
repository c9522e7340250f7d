import { containerMetrics } from '../cluster/metrics';
import type { Pods } from '../cluster/pods';
import { verticalAutoscalerOf } from '../cluster/scaling';
import type { Rule } from '../rule';

export const hpaAndVpa: Rule = {
  id: 'hpa-and-vpa',
  severity: 'error',
  title: 'An HPA and a VPA act on the same resource of one workload',
  why: 'The VPA raises the request, the utilization falls, the HPA removes pods, the use rises: the two chase each other.',
  fix: 'Let the HPA scale on something else, keep the VPA off that resource (controlledResources), or set its updateMode to Off.',
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
  maxReplicas: 20
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
---
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata: {name: scorer, namespace: ml}
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}
  updatePolicy: {updateMode: Initial}
  resourcePolicy: {containerPolicies: [{containerName: "*", controlledResources: [memory]}]}
`,
  bad: `
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
  maxReplicas: 20
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
---
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata: {name: scorer, namespace: ml}
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}
  updatePolicy: {updateMode: Recreate}
`,
  *check(cluster) {
    const horizontal = new Map(
      cluster.autoscalers.map((a) => [`${a.targetKind}/${a.item.namespace}/${a.targetName}`, a] as const),
    );
    for (const item of cluster.all('autoscaling.k8s.io', 'VerticalPodAutoscaler')) {
      const vertical = verticalAutoscalerOf(item);
      if (!vertical) continue;
      const hpa = horizontal.get(`${vertical.targetKind}/${item.namespace}/${vertical.targetName}`);
      if (!hpa) continue;
      const target = cluster.podsNamed(vertical.targetKind, item.namespace, vertical.targetName);
      const shared = containerMetrics(hpa.item).filter(({ resource, container }) =>
        containersFor(target, container).some((name) => vertical.controls(name, resource)),
      );
      if (shared.length === 0) continue;
      const resources = [...new Set(shared.map(({ resource }) => resource))].join(' and ');
      yield {
        item,
        prop: 'spec.resourcePolicy',
        got: resources,
        expected: `resources that ${hpa.item.title} does not scale ${vertical.targetKind} ${vertical.targetName} on`,
        fix: `take ${resources} out of controlledResources of ${item.title}, set its updateMode to Off, or scale ${hpa.item.title} on another metric`,
      };
    }
  },
};

/** Names of the measured containers; one that stands for all where the target is not here. */
function containersFor(target: readonly Pods[], container: string | undefined): string[] {
  if (container !== undefined) return [container];
  const names = target.flatMap((pods) => pods.containers.map(({ name }) => name));
  return names.length > 0 ? names : ['*'];
}
