import type { Manifest } from '../../cluster/plane/api';
import { GPU_TOLERATION } from './training-plane';

const KUEUE = 'kueue.x-k8s.io/v1beta2';
const QUOTAS = { cpu: '64', memory: '256Gi', 'nvidia.com/gpu': '8' };

/** A queue "research" over 8 GPUs, in which "urgent" jobs go before others. */
export function queues(namespaces: readonly string[]): Manifest[] {
  return [
    {
      apiVersion: KUEUE,
      kind: 'ResourceFlavor',
      metadata: { name: 'gpu' },
      spec: { nodeLabels: { pool: 'gpu' }, tolerations: [GPU_TOLERATION] },
    },
    {
      apiVersion: KUEUE,
      kind: 'ClusterQueue',
      metadata: { name: 'all' },
      spec: {
        namespaceSelector: {},
        preemption: { withinClusterQueue: 'LowerPriority' },
        resourceGroups: [
          {
            coveredResources: Object.keys(QUOTAS),
            flavors: [
              {
                name: 'gpu',
                resources: Object.entries(QUOTAS).map(([name, nominalQuota]) => ({ name, nominalQuota })),
              },
            ],
          },
        ],
      },
    },
    {
      apiVersion: KUEUE,
      kind: 'WorkloadPriorityClass',
      metadata: { name: 'urgent' },
      value: 1000,
      description: 'first',
    },
    ...namespaces.map((namespace) => ({
      apiVersion: KUEUE,
      kind: 'LocalQueue',
      metadata: { name: 'research', namespace },
      spec: { clusterQueue: 'all' },
    })),
  ];
}

interface Labels {
  readonly priority?: string;
}

export function metadata(name: string, namespace: string, { priority }: Labels = {}): Manifest {
  const labels = {
    'kueue.x-k8s.io/queue-name': 'research',
    ...(priority ? { 'kueue.x-k8s.io/priority-class': priority } : {}),
  };
  return { name, namespace, labels };
}

/** A pod of 4 GPUs; two of them fill the queue. */
export function pod(container: string, tolerations: readonly object[] = [GPU_TOLERATION]): Manifest {
  const amount = { cpu: '4', memory: '8Gi', 'nvidia.com/gpu': '4' };
  const resources = { requests: amount, limits: amount };
  return {
    spec: {
      restartPolicy: 'Never',
      ...(tolerations.length > 0 ? { tolerations } : {}),
      containers: [{ name: container, image: 'test', resources }],
    },
  };
}

export function jobSet(name: string, namespace: string, labels?: Labels, tolerations?: readonly object[]): Manifest {
  const template = pod('main', tolerations);
  const spec = { completionMode: 'Indexed', completions: 2, parallelism: 2, backoffLimit: 0, template };
  return {
    apiVersion: 'jobset.x-k8s.io/v1alpha2',
    kind: 'JobSet',
    metadata: metadata(name, namespace, labels),
    spec: { replicatedJobs: [{ name: 'node', replicas: 1, template: { spec } }] },
  };
}

/** One object of each kind that Kueue holds back until there is room for all of its pods. */
export const KINDS: { readonly [kind: string]: (namespace: string) => Manifest[] } = {
  Job: (namespace) => [
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: metadata('run', namespace),
      spec: { completionMode: 'Indexed', completions: 2, parallelism: 2, backoffLimit: 0, template: pod('main') },
    },
  ],
  JobSet: (namespace) => [jobSet('run', namespace)],
  TrainJob: (namespace) => [
    {
      apiVersion: 'trainer.kubeflow.org/v1alpha1',
      kind: 'TrainingRuntime',
      metadata: { name: 'run', namespace },
      spec: {
        mlPolicy: { numNodes: 2, torch: {} },
        template: {
          spec: {
            replicatedJobs: [
              {
                name: 'node',
                replicas: 1,
                template: {
                  metadata: { labels: { 'trainer.kubeflow.org/trainjob-ancestor-step': 'trainer' } },
                  spec: { backoffLimit: 0, template: pod('node') },
                },
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'trainer.kubeflow.org/v1alpha1',
      kind: 'TrainJob',
      metadata: metadata('run', namespace),
      spec: { runtimeRef: { kind: 'TrainingRuntime', name: 'run' }, trainer: { numNodes: 2, numProcPerNode: 4 } },
    },
  ],
  PyTorchJob: (namespace) => {
    const { restartPolicy: _own, ...spec } = pod('pytorch').spec;
    const replicas = { replicas: 1, restartPolicy: 'Never', template: { spec } };
    return [
      {
        apiVersion: 'kubeflow.org/v1',
        kind: 'PyTorchJob',
        metadata: metadata('run', namespace),
        spec: {
          nprocPerNode: '4',
          runPolicy: { cleanPodPolicy: 'Running' },
          pytorchReplicaSpecs: { Master: replicas, Worker: replicas },
        },
      },
    ];
  },
};
