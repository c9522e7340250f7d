import { runsWithPod } from '../../internal/pods/containers';
import { containerDemand, podLevel } from '../../internal/pods/pod-demand';
import type { Autoscaler } from '../cluster/autoscalers';
import type { Report } from '../cluster/fault';
import type { ManifestIndex } from '../cluster/manifest-index';
import type { ResourceMetric } from '../cluster/metrics';
import type { PodRecord } from '../cluster/pod-record';
import type { Rule } from '../rule';

export const hpaWithoutRequest: Rule = {
  id: 'hpa-without-request',
  severity: 'error',
  title: 'An autoscaler targets a utilization of a resource that a container does not request',
  why: 'Utilization is use divided by request. If one container of the pod, sidecars included, has no request, the autoscaler fails with "missing request" and never scales.',
  fix: 'Set the request on every container, or measure one container only (type ContainerResource).',
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
  cluster(cluster, report) {
    for (const autoscaler of cluster.autoscalers) {
      const { item, targetKind, targetName, metrics } = autoscaler;
      if (metrics.length === 0) continue;
      for (const pods of cluster.podsNamed(targetKind, item.namespace, targetName))
        for (const metric of metrics) checkMetric(cluster, report, pods, autoscaler, metric);
    }
  },
};

function checkMetric(
  cluster: ManifestIndex,
  report: Report,
  pods: PodRecord,
  { item }: Autoscaler,
  metric: ResourceMetric,
): void {
  const measured = pods.containers.filter(
    (container) => runsWithPod(container) && (metric.container === undefined || metric.container === container.name),
  );
  if (metric.container !== undefined && measured.length === 0)
    report({
      item,
      prop: `${metric.at}.container`,
      got: metric.container,
      expected: `a container of ${pods.item.title}`,
      fix: `name one of ${pods.containers.map(({ name }) => name).join(', ')}`,
    });
  if (!metric.utilization || podLevel(pods.resources, 'requests').has(metric.resource)) return;
  const defaults = cluster.containerDefaults(pods.item.namespace);
  const without = measured.filter(
    ({ resources }) => !containerDemand(resources, 'requests', defaults).has(metric.resource),
  );
  if (without.length === 0) return;
  const names = without.map(({ name }) => name).join(', ');
  report({
    item,
    prop: metric.at,
    got: `${metric.resource} utilization`,
    expected: `a ${metric.resource} request on every container that it measures; without: ${names}`,
    fix: `set resources.requests.${metric.resource} of ${names} in ${pods.item.title}`,
  });
}
