import { own } from '../../internal/json';
import { runsWithPod } from '../../internal/pods/containers';
import { containerDemand, podLevel } from '../../internal/pods/pod-demand';
import type { ManifestIndex } from '../cluster/manifest-index';
import { containerMetrics, type ResourceMetric } from '../cluster/metrics';
import type { Pods } from '../cluster/pods';
import type { Autoscaler } from '../cluster/scaling';
import type { Fault, Rule } from '../rule';

export const hpaWithoutRequest: Rule = {
  id: 'hpa-without-request',
  severity: 'error',
  title: 'An autoscaler targets a utilization of a resource that a container does not request',
  why: 'Utilization is use divided by request. Where one container of the pod has no request, sidecars included, the autoscaler fails with "missing request" and never scales.',
  fix: 'Set the request on every container, or measure one container alone (type ContainerResource).',
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
`,
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec:
      containers:
        - {name: api, image: "registry.example/scorer:1.0", resources: {requests: {cpu: 500m}}}
        - {name: logs, image: "registry.example/logs:1.0"}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}
  maxReplicas: 20
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
`,
  *check(cluster) {
    for (const pods of cluster.pods)
      for (const autoscaler of cluster.autoscalersOf(pods.item))
        for (const metric of containerMetrics(autoscaler.item))
          yield* withoutRequest(cluster, pods, autoscaler, metric);
  },
};

function* withoutRequest(
  cluster: ManifestIndex,
  pods: Pods,
  { item }: Autoscaler,
  metric: ResourceMetric,
): Iterable<Fault> {
  const measured = pods.containers.filter(
    (container) => runsWithPod(container) && (metric.container === undefined || metric.container === container.name),
  );
  if (metric.container !== undefined && measured.length === 0)
    yield {
      item,
      prop: `${metric.at}.container`,
      got: metric.container,
      expected: `a container of ${pods.item.title}`,
      fix: `name one of ${pods.containers.map(({ name }) => name).join(', ')}`,
    };
  if (!metric.utilization || podLevel(pods.spec, 'requests').has(metric.resource)) return;
  const defaults = cluster.containerDefaults(pods.item.namespace);
  const without = measured.filter(
    (container) => !containerDemand(own(container.spec, 'resources'), 'requests', defaults).has(metric.resource),
  );
  if (without.length > 0)
    yield {
      item,
      prop: metric.at,
      got: `${metric.resource} utilization`,
      expected: `a ${metric.resource} request on every container that it measures; without: ${without.map(({ name }) => name).join(', ')}`,
      fix: `set resources.requests.${metric.resource} of ${without.map(({ name }) => name).join(', ')} in ${pods.item.title}`,
    };
}
