import { own } from '../../internal/json';
import { runsWithPod } from '../../internal/pods/containers';
import { containerDemand, demandOfPod } from '../../internal/pods/pod-demand';
import { bytes } from '../../internal/quantity';
import type { ContainerRecord } from '../cluster/pod-record';
import type { Rule } from '../rule';

const RESOURCE = 'ephemeral-storage';

function hasLimit({ resources }: ContainerRecord): boolean {
  return own(own(resources, 'limits'), RESOURCE) !== undefined;
}

/** As the kubelet counts: pkg/kubelet/eviction/eviction_manager.go of Kubernetes, podEphemeralStorageLimitEviction. */
export const diskLimitOfSome: Rule = {
  id: 'disk-limit-of-some',
  severity: 'warning',
  title: 'Some containers of a pod have a limit of ephemeral storage and others have none',
  why: 'The kubelet adds up the limits that are set, and evicts the pod when its volumes, logs and root file systems together use more than that. A container without a limit uses the storage of the others.',
  fix: 'Set a limit of ephemeral storage on every container that runs in the pod, or on none.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", resources: {limits: {ephemeral-storage: 20Gi}}}
    - {name: proxy, image: "registry.example/proxy:1.0", resources: {limits: {ephemeral-storage: 1Gi}}}
  volumes: [{name: model, emptyDir: {}}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0"}
    - {name: proxy, image: "registry.example/proxy:1.0", resources: {limits: {ephemeral-storage: 1Gi}}}
  volumes: [{name: model, emptyDir: {}}]
`,
  cluster(cluster, report) {
    for (const pods of cluster.pods) {
      const defaults = cluster.containerDefaults(pods.item.namespace);
      if (!defaults.limits.has(RESOURCE) && !pods.containers.some(hasLimit)) continue;
      // the limit of an init container also holds for the whole life of the pod
      const most = demandOfPod(pods, 'limits', defaults).get(RESOURCE);
      if (most === undefined) continue;
      const running = pods.containers.filter(runsWithPod);
      const without = running.filter(({ resources }) => !containerDemand(resources, 'limits', defaults).has(RESOURCE));
      if (without.length === 0) continue;
      const names = without.map(({ name }) => name).join(', ');
      report({
        item: pods.item,
        prop: `${without[0].path}.resources.limits.${RESOURCE}`,
        got: undefined,
        expected: `a limit as on the other containers: the pod is evicted when all of its containers together use more than ${bytes(most)}`,
        fix: `set resources.limits.${RESOURCE} of ${names} in ${pods.item.title}, or remove it from all containers`,
      });
    }
  },
};
