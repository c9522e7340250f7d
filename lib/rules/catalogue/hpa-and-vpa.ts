import type { PodRecord } from '../cluster/pod-record';
import type { Rule } from '../rule';

export const hpaAndVpa: Rule = {
  id: 'hpa-and-vpa',
  severity: 'error',
  title: 'An HPA and a VPA act on the same resource of one workload',
  why: 'The VPA raises the request, so utilization falls and the HPA removes pods, so the use of each pod rises: the two never settle.',
  fix: 'Let the HPA scale on another metric, exclude the resource from the VPA (controlledResources), or set updateMode of the VPA to Off.',
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
  cluster(cluster, report) {
    const horizontal = new Map(
      cluster.autoscalers.map((one) => [`${one.targetKind}/${one.item.namespace}/${one.targetName}`, one] as const),
    );
    for (const vertical of cluster.verticalAutoscalers) {
      const { item, targetKind, targetName } = vertical;
      const hpa = vertical.acts ? horizontal.get(`${targetKind}/${item.namespace}/${targetName}`) : undefined;
      if (!hpa) continue;
      const target = cluster.podsNamed(targetKind, item.namespace, targetName);
      const shared = hpa.metrics.filter(({ resource, container }) =>
        containersFor(target, container).some((name) => vertical.controls(name, resource)),
      );
      if (shared.length === 0) continue;
      const resources = [...new Set(shared.map(({ resource }) => resource))].join(' and ');
      report({
        item,
        prop: 'spec.resourcePolicy',
        got: resources,
        expected: `resources that ${hpa.item.title} does not scale ${targetKind} ${targetName} on`,
        fix: `remove ${resources} from controlledResources of ${item.title}, set its updateMode to Off, or scale ${hpa.item.title} on another metric`,
      });
    }
  },
};

/** Names of the measured containers; `*` for all of them where the target is not in the manifests. */
function containersFor(target: readonly PodRecord[], container: string | undefined): string[] {
  if (container !== undefined) return [container];
  const names = target.flatMap((pods) => pods.containers.map(({ name }) => name));
  return names.length > 0 ? names : ['*'];
}
