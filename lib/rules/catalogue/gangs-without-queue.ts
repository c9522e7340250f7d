import { demandOfPod } from '../../internal/pods/pod-demand';
import type { ManifestIndex } from '../cluster/manifest-index';
import { titles } from '../cluster/manifest-index';
import { type PodRecord, podsByObject } from '../cluster/pod-record';
import { isGang, runsToCompletion } from '../cluster/runs';
import type { Rule } from '../rule';

export const gangsWithoutQueue: Rule = {
  id: 'gangs-without-queue',
  severity: 'warning',
  title: 'Several runs of several pods take the same GPUs without a queue or a gang scheduler',
  why: 'The scheduler of Kubernetes places pods one by one: when the GPUs are scarce, each run gets some of its pods and waits for the others for ever, and none of them starts.',
  fix: 'Give the runs a queue (label kueue.x-k8s.io/queue-name), or a scheduler that places all pods of a run or none (Volcano, the coscheduling plugin). Waive this where there are GPUs for all of them.',
  good: gangs('kueue.x-k8s.io/queue-name: research'),
  bad: gangs('team: research'),
  cluster(cluster, report) {
    const first = new Map<string, PodRecord>();
    for (const sets of podsByObject(cluster.pods)) {
      const [pods] = sets;
      if (!runsToCompletion(pods.item.type) || !isGang(sets) || isPlacedTogether(sets)) continue;
      for (const resource of devicesOf(cluster, sets)) {
        const other = first.get(resource);
        if (!other) {
          first.set(resource, pods);
          continue;
        }
        report({
          item: pods.item,
          prop: 'metadata.labels[kueue.x-k8s.io/queue-name]',
          got: undefined,
          expected: `a queue, since ${titles([other.item])} takes ${resource} too, and neither starts with a part of its pods`,
          fix: `give ${pods.item.title} and ${other.item.title} a queue: queue: Queue.named(...), or the label kueue.x-k8s.io/queue-name`,
        });
        break;
      }
    }
  },
};

/** By Kueue, by Volcano, or by another scheduler that was chosen. */
function isPlacedTogether(sets: readonly PodRecord[]): boolean {
  const [{ item, queue }] = sets;
  return (
    queue !== undefined ||
    item.group === 'batch.volcano.sh' ||
    sets.some(({ scheduler, labels, partial }) => {
      const isOther = scheduler !== undefined && scheduler !== 'default-scheduler';
      return partial || isOther || Object.keys(labels).some((key) => /pod-group/.test(key));
    })
  );
}

/** Devices that more than one pod asks for. */
function devicesOf(cluster: ManifestIndex, sets: readonly PodRecord[]): string[] {
  const pods = new Map<string, number>();
  for (const set of sets)
    for (const [resource, amount] of demandOfPod(set, 'requests', cluster.containerDefaults(set.item.namespace)))
      if (resource.includes('/') && amount > 0) pods.set(resource, (pods.get(resource) ?? 0) + set.count);
  return [...pods].filter(([, count]) => count > 1).map(([resource]) => resource);
}

function gangs(label: string): string {
  return ['first', 'second']
    .map(
      (name) => `
apiVersion: jobset.x-k8s.io/v1alpha2
kind: JobSet
metadata: {name: ${name}, namespace: ml, labels: {${label}}}
spec:
  replicatedJobs:
    - name: worker
      template:
        spec:
          parallelism: 4
          completions: 4
          template:
            spec:
              restartPolicy: Never
              containers:
                - {name: main, image: "registry.example/train:1.0", resources: {limits: {nvidia.com/gpu: 1}}}
`,
    )
    .join('---');
}
