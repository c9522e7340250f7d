import { dig, type Json } from '../json';
import { numberAt } from './counts';
import type { PodKinds, PodPlace } from './pod-set';

/** The default of `maxReplicas`, which stands for no limit: RayCluster's CRD. */
const NO_MAXIMUM = 2 ** 31 - 1;

/** The head and the worker groups of a cluster whose spec is at the path. */
function cluster(specPath: string, options: Partial<PodPlace> = {}): PodPlace[] {
  return [
    { path: `${specPath}.headGroupSpec.template`, name: 'head', ...options },
    {
      path: `${specPath}.workerGroupSpecs.*.template`,
      count: (_manifest, group) => replicas(group) * hosts(group),
      maxCount: (manifest, group) => {
        const maximum = numberAt(group, 'maxReplicas', NO_MAXIMUM);
        const scales = dig(manifest, `${specPath}.enableInTreeAutoscaling`) === true;
        return scales && maximum < NO_MAXIMUM ? Math.max(replicas(group), maximum) * hosts(group) : undefined;
      },
      ...options,
    },
  ];
}

function replicas(group: Json): number {
  if (group.suspend === true) return 0;
  return Math.max(numberAt(group, 'replicas', 0), numberAt(group, 'minReplicas', 0));
}

/** A replica of a group of several hosts (a TPU slice) is that many pods. */
function hosts(group: Json): number {
  return Math.max(1, numberAt(group, 'numOfHosts', 1));
}

export const RAY_PODS: PodKinds = {
  'ray.io/RayCluster': cluster('spec'),
  'ray.io/RayJob': [...cluster('spec.rayClusterSpec'), { path: 'spec.submitterPodTemplate', name: 'submitter' }],
  'ray.io/RayCronJob': [
    ...cluster('spec.jobTemplate.rayClusterSpec'),
    { path: 'spec.jobTemplate.submitterPodTemplate', name: 'submitter' },
  ],
  'ray.io/RayService': cluster('spec.rayClusterConfig'),
};
