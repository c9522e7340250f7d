import type { Item } from '../cluster/item';
import type { ManifestIndex } from '../cluster/manifest-index';
import { KUEUE_PRIORITY } from '../cluster/queues';
import type { Rule } from '../rule';

/** Kubernetes makes these itself. */
const SYSTEM = /^system-(cluster|node)-critical$/;

export const missingPriorityClass: Rule = {
  id: 'missing-priority-class',
  severity: 'warning',
  title: 'A priority class is named that is not among those of the manifests',
  why: 'The API server refuses each pod ("no PriorityClass with name ... was found"), and Kueue does not queue a run whose WorkloadPriorityClass does not exist.',
  fix: "Name a class that exists, or declare one that is made elsewhere: expects: ['PriorityClass/name']. Manifests without any such class are not judged: classes are often made by whoever runs the cluster.",
  good: `
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: training}
value: 1000
---
apiVersion: v1
kind: Pod
metadata: {name: worker, namespace: ml}
spec: {priorityClassName: training, containers: [{name: worker, image: "registry.example/train:1.0"}]}
`,
  bad: `
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: training}
value: 1000
---
apiVersion: v1
kind: Pod
metadata: {name: worker, namespace: ml}
spec: {priorityClassName: trainig, containers: [{name: worker, image: "registry.example/train:1.0"}]}
`,
  cluster(cluster, report) {
    const classes = namesOf(cluster.all('scheduling.k8s.io/PriorityClass'));
    const ofWorkloads = namesOf(cluster.all('kueue.x-k8s.io/WorkloadPriorityClass'));
    const isThere = (kind: string, name: string, item: Item) =>
      cluster.find(kind, '', name, item) || cluster.find(kind, item.namespace, name, item);
    for (const { item, path, priorityClass: name, queue } of cluster.pods) {
      if (name && classes.length > 0 && !SYSTEM.test(name) && !isThere('PriorityClass', name, item))
        report(missing(item, path ? `${path}.spec.priorityClassName` : 'spec.priorityClassName', name, classes));
      const priority = queue?.priority;
      if (!priority || ofWorkloads.length === 0 || isThere('WorkloadPriorityClass', priority, item)) continue;
      report(missing(item, `metadata.labels[${KUEUE_PRIORITY}]`, priority, ofWorkloads));
    }
  },
};

function namesOf(items: ReturnType<ManifestIndex['all']>): string[] {
  return items.map(({ name }) => name);
}

function missing(item: Item, prop: string, name: string, known: readonly string[]) {
  return {
    item,
    prop,
    got: name,
    expected: `a class that the manifests define or declare: they have ${known.join(', ')}`,
    fix: `name one of them in ${item.title}, or declare the class: expects: ['PriorityClass/${name}']`,
  };
}
