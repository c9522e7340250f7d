import type { Autoscaler } from '../cluster/autoscalers';
import type { ManifestIndex } from '../cluster/manifest-index';
import { declarationOn } from '../cluster/missing';
import { MONITOR_KINDS } from '../cluster/monitoring';
import type { Rule } from '../rule';

/** Series of NVIDIA's DCGM exporter: one pod of each node reports them for the pods of its node, whatever monitors those. */
const FROM_THE_NODE = /^DCGM_/;

export const metricNotScraped: Rule = {
  id: 'metric-not-scraped',
  severity: 'warning',
  title: 'An autoscaler uses a metric of its pods that no monitoring scrapes',
  why: 'The metric has no value: the autoscaler reports "unable to fetch metrics" and does not scale.',
  fix: "Add a PodMonitor or ServiceMonitor for the pods. If something else scrapes them already, declare it: monitoring: Monitoring.external() of a ModelService, expects: ['Monitoring/name'] of any construct, or the annotation cdk8s-ml.io/expects: 'Monitoring/name'; kinds of monitors ('PodMonitor/name') are read too.",
  good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: llm, namespace: ml, annotations: {cdk8s-ml.io/expects: "Deployment/llm, PodMonitor/llm"}}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: llm}
  maxReplicas: 4
  metrics:
    - type: Pods
      pods: {metric: {name: "vllm:num_requests_waiting"}, target: {type: AverageValue, averageValue: "5"}}
`,
  bad: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: llm, namespace: ml, annotations: {cdk8s-ml.io/expects: "Deployment/llm"}}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: llm}
  maxReplicas: 4
  metrics:
    - type: Pods
      pods: {metric: {name: "vllm:num_requests_waiting"}, target: {type: AverageValue, averageValue: "5"}}
`,
  cluster(cluster, report) {
    for (const autoscaler of cluster.autoscalers) {
      const { item } = autoscaler;
      const podMetrics = autoscaler.podMetrics.filter(({ name }) => !FROM_THE_NODE.test(name));
      if (podMetrics.length === 0 || isScraped(cluster, autoscaler)) continue;
      for (const { name, at } of podMetrics)
        report({
          item,
          prop: at,
          got: name,
          expected: 'a metric that some monitoring of the manifests scrapes, or that is declared',
          fix: `add a PodMonitor or ServiceMonitor; or, if something else scrapes the pods, declare it: monitoring: Monitoring.external() of the construct, or ${declarationOn(item, `Monitoring/${item.name}`)}`,
        });
    }
  },
};

function isScraped(cluster: ManifestIndex, { item, targetKind, targetName }: Autoscaler): boolean {
  if (cluster.monitored.has('*') || cluster.monitored.has(item.namespace) || cluster.monitored.has('')) return true;
  const target = cluster.podsNamed(targetKind, item.namespace, targetName);
  const declaring = [item, ...target.map((pods) => pods.item)];
  return (
    target.some((pods) => pods.isScraped) ||
    declaring.some(({ expectations }) => expectations.expected.some(({ kind }) => MONITOR_KINDS.includes(kind))) ||
    cluster.declaresKind(MONITOR_KINDS)
  );
}
