import { own, record } from '../../internal/json';
import { gpusOf } from '../cluster/gpus';
import { surge } from '../cluster/replicas';
import type { Rule } from '../rule';

export const gpuRolloutSurge: Rule = {
  id: 'gpu-rollout-surge',
  severity: 'warning',
  title: 'A rollout of a GPU Deployment needs as many GPUs again',
  why: 'Without a strategy, Kubernetes starts new pods before it stops old ones: with one replica the new pod needs a second GPU. If no node has one free, the new pod stays Pending and the rollout does not finish.',
  fix: 'Set maxSurge: 0 and maxUnavailable: 1 (or the strategy Recreate) if there are no spare GPUs, or set maxSurge yourself if there are.',
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: llm, namespace: ml}
spec:
  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}
  selector: {matchLabels: {app: llm}}
  template:
    metadata: {labels: {app: llm}}
    spec: {containers: [{name: llm, image: "registry.example/llm:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]}
`,
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: llm, namespace: ml}
spec:
  selector: {matchLabels: {app: llm}}
  template:
    metadata: {labels: {app: llm}}
    spec: {containers: [{name: llm, image: "registry.example/llm:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]}
`,
  cluster(cluster, report) {
    for (const pods of cluster.pods) {
      const { item, strategy } = pods;
      if (item.type.id !== 'apps/Deployment' || isChosen(strategy)) continue;
      const gpus = pods.containers.reduce((sum, { resources }) => sum + gpusOf(resources), 0);
      const replicas = cluster.replicas(pods).min;
      const extra = surge(pods, replicas);
      if (gpus === 0 || replicas === 0 || extra < replicas) continue;
      report({
        item,
        prop: 'spec.strategy',
        got: strategy,
        expected: `a strategy: by default a rollout starts ${extra} more with ${extra * gpus} more GPUs`,
        fix: `set maxSurge: 0 and maxUnavailable: 1 in spec.strategy.rollingUpdate of ${item.title}, or maxSurge: ${extra} if the GPUs are there`,
      });
    }
  },
};

/** True where the manifest sets how pods are replaced. */
function isChosen(strategy: unknown): boolean {
  return own(strategy, 'type') === 'Recreate' || own(record(own(strategy, 'rollingUpdate')), 'maxSurge') !== undefined;
}
