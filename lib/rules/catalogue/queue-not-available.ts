import { own, text } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import type { ManifestIndex } from '../cluster/manifest-index';
import { podsByObject } from '../cluster/pod-record';
import type { QueueReference } from '../cluster/queues';
import { matches, requirements } from '../cluster/selectors';
import type { Rule } from '../rule';

export const queueNotAvailable: Rule = {
  id: 'queue-not-available',
  severity: 'error',
  title: 'The queue of a run does not exist, or does not admit its namespace',
  why: 'Kueue and Volcano keep the run suspended, without an error: it waits until somebody looks at the events of its Workload or PodGroup.',
  fix: "Name a queue that exists in the namespace, and let the namespaceSelector of its ClusterQueue match the labels of the namespace. Of queues outside of the manifests nothing is known: where the manifests have other queues, this is a warning, and expects: ['LocalQueue/name'] declares one that exists.",
  good: `
apiVersion: v1
kind: Namespace
metadata: {name: ml, labels: {team: research}}
---
apiVersion: kueue.x-k8s.io/v1beta2
kind: ClusterQueue
metadata: {name: gpus}
spec: {namespaceSelector: {matchLabels: {team: research}}}
---
apiVersion: kueue.x-k8s.io/v1beta2
kind: LocalQueue
metadata: {name: research, namespace: ml}
spec: {clusterQueue: gpus}
---
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml, labels: {kueue.x-k8s.io/queue-name: research}}
spec:
  template: {spec: {restartPolicy: Never, containers: [{name: train, image: "registry.example/train:1.0"}]}}
`,
  bad: `
apiVersion: v1
kind: Namespace
metadata: {name: ml, labels: {team: serving}}
---
apiVersion: kueue.x-k8s.io/v1beta2
kind: ClusterQueue
metadata: {name: gpus}
spec: {namespaceSelector: {matchLabels: {team: research}}}
---
apiVersion: kueue.x-k8s.io/v1beta2
kind: LocalQueue
metadata: {name: research, namespace: ml}
spec: {clusterQueue: gpus}
---
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml, labels: {kueue.x-k8s.io/queue-name: research}}
spec:
  template: {spec: {restartPolicy: Never, containers: [{name: train, image: "registry.example/train:1.0"}]}}
`,
  cluster(cluster, report) {
    for (const queue of cluster.all('kueue.x-k8s.io/LocalQueue')) checkClusterQueue(cluster, report, queue);
    for (const [{ item, queue, reusable }] of podsByObject(cluster.pods))
      if (queue && !reusable) checkQueue(cluster, report, item, queue);
  },
};

/** Volcano makes this queue itself. */
const QUEUE_OF_VOLCANO = 'default';

function checkQueue(cluster: ManifestIndex, report: Report, item: Item, { kind, name, at }: QueueReference): void {
  const namespace = kind === 'LocalQueue' ? item.namespace : '';
  if (kind === 'Queue' && name === QUEUE_OF_VOLCANO) return;
  if (cluster.find(kind, namespace, name, item) || cluster.find(kind, item.namespace, name, item)) return;
  const others = cluster
    .all(kind === 'LocalQueue' ? 'kueue.x-k8s.io/LocalQueue' : 'scheduling.volcano.sh/Queue')
    .filter((queue) => kind === 'Queue' || queue.namespace === item.namespace);
  if (others.length === 0) return;
  report({
    item,
    prop: at,
    got: name,
    expected: `a ${kind} that the manifests define or declare: they have ${others.map((queue) => queue.name).join(', ')}`,
    fix: `name one of them in ${item.title}, add the ${kind}, or declare it: expects: ['${kind}/${name}']`,
    severity: 'warning',
  });
}

/** The queue of the cluster behind a LocalQueue, as far as both are in the manifests. */
function checkClusterQueue(cluster: ManifestIndex, report: Report, queue: Item): void {
  const name = text(own(queue.spec, 'clusterQueue'));
  const labels = cluster.namespaceLabels(queue.namespace);
  const found = cluster.all('kueue.x-k8s.io/ClusterQueue').find((one) => one.name === name);
  if (!found || !labels) return;
  const selector = own(found.spec, 'namespaceSelector');
  // no selector selects no namespace
  const all = { 'kubernetes.io/metadata.name': queue.namespace, ...labels };
  if (selector !== undefined && selector !== null && matches(all, requirements(selector))) return;
  report({
    item: queue,
    prop: 'spec.clusterQueue',
    got: name,
    expected: `a ClusterQueue that admits namespace ${queue.namespace}: the namespaceSelector of ${found.title} does not match its labels`,
    fix: `let namespaceSelector of ${found.title} match the labels of Namespace ${queue.namespace}, or name another ClusterQueue`,
  });
}
