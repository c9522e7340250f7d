import { own } from '../../internal/json';
import { runsWithPod } from '../../internal/pods/containers';
import { containerDemand, podDemand } from '../../internal/pods/pod-demand';
import { bytes } from '../../internal/quantity';
import type { Rule } from '../rule';

const RESOURCE = 'ephemeral-storage';

/** As the kubelet counts: pkg/kubelet/eviction/eviction_manager.go of Kubernetes, podEphemeralStorageLimitEviction. */
export const diskLimitOfSome: Rule = {
  id: 'disk-limit-of-some',
  severity: 'warning',
  title: 'Some containers of a pod have a limit of ephemeral storage, others have none',
  why: 'The kubelet adds up the limits that there are, and evicts the pod when its volumes, logs and roots together use more than that. What a container without a limit writes is taken from the others.',
  fix: 'Give every container that runs in the pod a limit of ephemeral storage, or none.',
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
  *check(cluster) {
    for (const pods of cluster.pods) {
      const defaults = cluster.containerDefaults(pods.item.namespace);
      const running = pods.containers.filter(runsWithPod);
      const without = running.filter(
        (container) => !containerDemand(own(container.spec, 'resources'), 'limits', defaults).has(RESOURCE),
      );
      // that of an init container holds for the whole life of the pod, too
      const most = podDemand(pods.set, 'limits', defaults).get(RESOURCE);
      if (most === undefined || without.length === 0) continue;
      const names = without.map(({ name }) => name).join(', ');
      yield {
        item: pods.item,
        prop: `${without[0].path}.resources.limits.${RESOURCE}`,
        got: undefined,
        expected: `a limit like the other containers have: above ${bytes(most)} of all that the pod writes, it is evicted`,
        fix: `set resources.limits.${RESOURCE} of ${names} in ${pods.item.title}, or leave it out everywhere`,
      };
    }
  },
};
