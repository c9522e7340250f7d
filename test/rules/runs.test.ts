import { check, container, deployment, findings, object, objects, pod } from './support';

type Json = Record<string, any>;

const gpu = (count = 1) => container({ resources: { limits: { 'nvidia.com/gpu': count } } });
const template = (spec: Json = {}, metadata: Json = {}) => ({
  metadata,
  spec: { restartPolicy: 'Never', containers: [container()], ...spec },
});
const job = (spec: Json = {}, metadata: Json = {}, podSpec: Json = {}, podMetadata: Json = {}) =>
  object('batch/v1', 'Job', 'train', { metadata, spec: { ...spec, template: template(podSpec, podMetadata) } });
const jobSet = (name: string, count = 4, podSpec: Json = { containers: [gpu()] }, metadata: Json = {}) =>
  object('jobset.x-k8s.io/v1alpha2', 'JobSet', name, {
    metadata,
    spec: {
      replicatedJobs: [
        { name: 'worker', template: { spec: { parallelism: count, completions: count, template: template(podSpec) } } },
      ],
    },
  });

describe('a LimitRange', () => {
  const rule = 'outside-limit-range';
  const range = (limits: Json, type = 'Container', namespace = 'ml') =>
    object('v1', 'LimitRange', 'range', { metadata: { namespace }, spec: { limits: [{ type, ...limits }] } });
  const asks = (requests: Json, limits: Json = {}) => container({ resources: { requests, limits } });
  const of = (limitRange: unknown, ...containers: unknown[]) => findings(rule, [limitRange, pod({ containers })]);

  test('has bounds, at the edge, for each container', () => {
    const bounds = range({ min: { cpu: '100m' }, max: { cpu: '2' } });
    expect(of(bounds, asks({ cpu: '100m' }, { cpu: '2' }))).toEqual([]);
    expect(of(bounds, asks({ cpu: '99m' }, { cpu: '2' }))[0].expected).toContain('at least 0.1');
    expect(of(bounds, asks({ cpu: '100m' }, { cpu: '2001m' }))[0].prop).toContain('limits.cpu');
    expect(of(bounds, asks({ cpu: '1' }, { cpu: '1' }), asks({ cpu: '3' }, { cpu: '3' }))).toHaveLength(1);
    expect(of(range({ max: { cpu: '2' } }, 'Container', 'other'), asks({ cpu: '3' }))).toEqual([]);
  });

  test('adds a limit that the request must not be above', () => {
    const adds = range({ default: { memory: '512Mi' } });
    expect(of(adds, asks({ memory: '512Mi' }))).toEqual([]);
    expect(of(adds, asks({ memory: '513Mi' }))[0].expected).toContain('adds 512Mi');
    expect(of(adds, asks({ memory: '1Gi' }, { memory: '1Gi' }))).toEqual([]);
    // the largest limit is the default limit, where there is none
    expect(of(range({ max: { memory: '1Gi' } }), asks({ memory: '2Gi' }))).not.toEqual([]);
  });

  test('has bounds for the whole pod', () => {
    const bounds = range({ max: { cpu: '2' } }, 'Pod');
    expect(of(bounds, asks({ cpu: '1' }, { cpu: '1' }), asks({ cpu: '1' }, { cpu: '1' }))).toEqual([]);
    expect(of(bounds, asks({ cpu: '1' }, { cpu: '2' }), asks({ cpu: '1' }, { cpu: '1' }))[0].expected).toContain('pod');
  });

  test('is not about claims', () => {
    expect(of(range({ max: { storage: '1Gi' } }, 'PersistentVolumeClaim'), container())).toEqual([]);
  });
});

describe('a pod failure policy', () => {
  const rule = 'invalid-restart-policy';
  const podFailurePolicy = { rules: [] };

  test('needs pods that are never restarted, in a Job and in a JobSet', () => {
    expect(objects(rule, [job({ podFailurePolicy })])).toBe(false);
    expect(objects(rule, [job({ podFailurePolicy }, {}, { restartPolicy: 'OnFailure' })])).toBe(true);
    expect(objects(rule, [job({}, {}, { restartPolicy: 'OnFailure' })])).toBe(false);
    const set = jobSet('a', 1, { restartPolicy: 'OnFailure' });
    expect(objects(rule, [set])).toBe(false);
    set.spec.replicatedJobs[0].template.spec.podFailurePolicy = podFailurePolicy;
    expect(objects(rule, [set])).toBe(true);
  });
});

describe('a claim for one node in several roles', () => {
  const rule = 'claim-with-several-pods';
  const claim = (mode: string) =>
    object('v1', 'PersistentVolumeClaim', 'data', {
      spec: { accessModes: [mode], resources: { requests: { storage: '1Gi' } } },
    });
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
  const of = (master: Json, worker: Json) =>
    object('kubeflow.org/v1', 'PyTorchJob', 'train', {
      spec: { pytorchReplicaSpecs: { Master: { template: template(master) }, Worker: { template: template(worker) } } },
    });

  test('is a warning: the scheduler may place them on different nodes', () => {
    expect(findings(rule, [claim('ReadWriteOnce'), of({ volumes }, { volumes })])).toMatchObject([
      { severity: 'warning', got: expect.stringContaining('Master and Worker') },
    ]);
    expect(objects(rule, [claim('ReadWriteMany'), of({ volumes }, { volumes })])).toBe(false);
    expect(objects(rule, [claim('ReadWriteOnce'), of({ volumes }, {})])).toBe(false);
  });
});

describe('memory that a container may not lock', () => {
  const rule = 'memory-lock-without-root';
  const of = (context: Json, spec: Json = {}) =>
    objects(rule, [
      pod({
        containers: [container({ securityContext: { capabilities: { add: ['IPC_LOCK'] }, ...context } })],
        ...spec,
      }),
    ]);

  test('by the user of the container or of the pod', () => {
    expect(of({ runAsUser: 1000 })).toBe(true);
    expect(of({}, { securityContext: { runAsUser: 1000 } })).toBe(true);
    expect(of({ runAsNonRoot: true })).toBe(true);
    expect(of({ runAsUser: 0 }, { securityContext: { runAsUser: 1000 } })).toBe(false);
    // the user of the image is not known
    expect(of({})).toBe(false);
    expect(of({ runAsUser: 1000, privileged: true })).toBe(false);
    expect(of({ runAsUser: 1000, capabilities: { add: ['SYS_PTRACE'] } })).toBe(false);
  });
});

describe('the end of a spot node', () => {
  const rule = 'grace-exceeds-spot-notice';
  const of = (grace: number, label = 'cloud.google.com/gke-spot', value = 'true') =>
    objects(rule, [job({}, {}, { terminationGracePeriodSeconds: grace, nodeSelector: { [label]: value } })]);

  test.each([
    ['cloud.google.com/gke-spot', 'true', 45],
    ['karpenter.sh/capacity-type', 'spot', 150],
    ['kubernetes.azure.com/scalesetpriority', 'spot', 60],
  ])('%s', (label, value, most) => {
    expect([of(most, label, value), of(most + 1, label, value)]).toEqual([false, true]);
    expect(of(most + 1, label, 'on-demand')).toBe(false);
  });

  test('also where an affinity requires such nodes, and not where it only may choose them', () => {
    const matchExpressions = (...values: string[]) => [{ key: 'karpenter.sh/capacity-type', operator: 'In', values }];
    const affine = (...values: string[]) => ({
      terminationGracePeriodSeconds: 600,
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: matchExpressions(...values) }],
          },
        },
      },
    });
    expect(objects(rule, [job({}, {}, affine('spot'))])).toBe(true);
    expect(objects(rule, [job({}, {}, affine('spot', 'on-demand'))])).toBe(false);
  });

  test('is no question of servers', () => {
    const spec = { terminationGracePeriodSeconds: 600, nodeSelector: { 'cloud.google.com/gke-spot': 'true' } };
    expect(objects(rule, [deployment({}, spec)])).toBe(false);
  });
});

describe('a run that GitOps delivers', () => {
  const rule = 'run-repeated-by-git-ops';
  const ttl = { ttlSecondsAfterFinished: 60 };

  test.each([
    [{ annotations: { 'argocd.argoproj.io/sync-wave': '1' } }, true],
    [{ annotations: { 'argocd.argoproj.io/tracking-id': 'a:b' } }, true],
    [{ labels: { 'kustomize.toolkit.fluxcd.io/name': 'a' } }, true],
    [{ annotations: { 'argocd.argoproj.io/sync-wave': '1', 'argocd.argoproj.io/hook': 'Sync' } }, false],
    [{ annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' } }, false],
    [{}, false],
  ])('%j: %s', (metadata, isWrong) => {
    expect(objects(rule, [job(ttl, metadata)])).toBe(isWrong);
    expect(objects(rule, [job({}, metadata)])).toBe(false);
  });
});

describe('a mesh', () => {
  const rule = 'mesh-keeps-run';
  const namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'ml', labels: { 'istio-injection': 'enabled' } },
  };
  const told = (value: string) => ({ labels: { 'sidecar.istio.io/inject': value } });

  test('by the namespace, the label and the annotation', () => {
    expect(objects(rule, [namespace, job()])).toBe(true);
    expect(objects(rule, [namespace, job({}, {}, {}, told('false'))])).toBe(false);
    expect(objects(rule, [job()])).toBe(false);
    expect(objects(rule, [job({}, {}, {}, told('true'))])).toBe(true);
    expect(objects(rule, [namespace, job({}, {}, {}, { annotations: { 'sidecar.istio.io/inject': 'false' } })])).toBe(
      false,
    );
    expect(objects(rule, [namespace, deployment()])).toBe(false);
  });
});

describe('queues', () => {
  const rule = 'queue-not-available';
  const namespace = (labels: Json) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ml', labels } });
  const clusterQueue = (spec: Json) => ({
    apiVersion: 'kueue.x-k8s.io/v1beta2',
    kind: 'ClusterQueue',
    metadata: { name: 'all' },
    spec,
  });
  const localQueue = object('kueue.x-k8s.io/v1beta2', 'LocalQueue', 'research', { spec: { clusterQueue: 'all' } });
  const queued = (name: string, annotations: Json = {}) =>
    job({}, { labels: { 'kueue.x-k8s.io/queue-name': name }, annotations });

  test('a ClusterQueue admits namespaces by its selector: none without one, all with an empty one', () => {
    const of = (spec: Json, labels: Json = {}) => objects(rule, [namespace(labels), clusterQueue(spec), localQueue]);
    expect(of({ namespaceSelector: {} })).toBe(false);
    expect(of({})).toBe(true);
    expect(of({ namespaceSelector: { matchLabels: { a: 'b' } } })).toBe(true);
    expect(of({ namespaceSelector: { matchLabels: { a: 'b' } } }, { a: 'b' })).toBe(false);
    expect(of({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ml' } } })).toBe(false);
    expect(objects(rule, [clusterQueue({}), localQueue])).toBe(false);
  });

  test('a queue that is not among those of the namespace is a warning', () => {
    expect(findings(rule, [localQueue, queued('reserch')])).toMatchObject([{ severity: 'warning' }]);
    expect(objects(rule, [localQueue, queued('research')])).toBe(false);
    expect(objects(rule, [queued('anything')])).toBe(false);
    expect(objects(rule, [localQueue, queued('b', { 'cdk8s-ml.io/expects': 'LocalQueue/b' })])).toBe(false);
    expect(findings(rule, [localQueue, queued('b')], { existing: ['LocalQueue/ml/b'] })).toEqual([]);
  });

  test('of Volcano, too, but for its own', () => {
    const queue = { apiVersion: 'scheduling.volcano.sh/v1beta1', kind: 'Queue', metadata: { name: 'gpus' }, spec: {} };
    const of = (name: string) =>
      object('batch.volcano.sh/v1alpha1', 'Job', 'train', {
        spec: { queue: name, tasks: [{ name: 'worker', replicas: 1, template: template() }] },
      });
    expect([of('gpus'), of('default'), of('gpu')].map((run) => objects(rule, [queue, run]))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('priority classes', () => {
  const rule = 'missing-priority-class';
  const known = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 1 };
  const of = (priorityClassName: string, metadata: Json = {}) => pod({ priorityClassName }, metadata);

  test('of pods', () => {
    expect(objects(rule, [known, of('high')])).toBe(false);
    expect(objects(rule, [known, of('hihg')])).toBe(true);
    expect(objects(rule, [of('hihg')])).toBe(false);
    expect(objects(rule, [known, of('system-node-critical')])).toBe(false);
    expect(objects(rule, [known, of('low', { annotations: { 'cdk8s-ml.io/expects': 'PriorityClass/low' } })])).toBe(
      false,
    );
  });

  test('of Kueue', () => {
    const ofKueue = {
      apiVersion: 'kueue.x-k8s.io/v1beta2',
      kind: 'WorkloadPriorityClass',
      metadata: { name: 'high' },
      value: 1,
    };
    const queued = (priority: string) =>
      job({}, { labels: { 'kueue.x-k8s.io/queue-name': 'a', 'kueue.x-k8s.io/priority-class': priority } });
    expect(objects(rule, [ofKueue, queued('high')])).toBe(false);
    expect(objects(rule, [ofKueue, queued('hihg')])).toBe(true);
    expect(objects(rule, [known, queued('hihg')])).toBe(false);
  });
});

describe('gangs that take the same devices', () => {
  const rule = 'gangs-without-queue';

  test('wait for each other without a queue or a scheduler of gangs', () => {
    expect(objects(rule, [jobSet('a'), jobSet('b')])).toBe(true);
    expect(objects(rule, [jobSet('a')])).toBe(false);
    expect(objects(rule, [jobSet('a'), jobSet('b', 1)])).toBe(false);
    expect(objects(rule, [jobSet('a'), jobSet('b', 4, {})])).toBe(false);
    expect(objects(rule, [jobSet('a'), jobSet('b', 4, { containers: [gpu()], schedulerName: 'volcano' })])).toBe(false);
    const labels = { 'kueue.x-k8s.io/queue-name': 'q' };
    expect(objects(rule, [jobSet('a'), jobSet('b', 4, { containers: [gpu()] }, { labels })])).toBe(false);
  });
});

describe('a TrainJob with its runtime', () => {
  const runtime = (kind = 'TrainingRuntime', metadata: Json = {}) => ({
    apiVersion: 'trainer.kubeflow.org/v1alpha1',
    kind,
    metadata: { name: 'torch', ...(kind === 'TrainingRuntime' ? { namespace: 'ml' } : {}), ...metadata },
    spec: {
      mlPolicy: { numNodes: 2 },
      template: {
        spec: {
          replicatedJobs: [
            {
              name: 'node',
              template: {
                metadata: { labels: { 'trainer.kubeflow.org/trainjob-ancestor-step': 'trainer' } },
                spec: {
                  template: {
                    spec: {
                      containers: [{ name: 'node', image: 'torch:1', resources: { limits: { 'nvidia.com/gpu': 1 } } }],
                    },
                  },
                },
              },
            },
          ],
        },
      },
    },
  });
  const trainJob = (trainer?: Json, kind = 'TrainingRuntime') =>
    object('trainer.kubeflow.org/v1alpha1', 'TrainJob', 'train', {
      spec: { runtimeRef: { name: 'torch', kind }, trainer },
    });
  const quota = (gpus: string) =>
    object('v1', 'ResourceQuota', 'quota', { spec: { hard: { 'requests.nvidia.com/gpu': gpus } } });
  const needed = (...all: unknown[]) => findings('quota-too-small', all)[0]?.expected;

  test('needs what the runtime asks for, in whatever order they come', () => {
    expect(needed(quota('2'), runtime(), trainJob())).toBeUndefined();
    expect(needed(quota('1'), runtime(), trainJob())).toContain('at least 2 for TrainJob ml/train: node 2 pods');
    expect(needed(trainJob({}), quota('1'), runtime())).toContain('at least 2');
  });

  test('has its own numbers and resources', () => {
    expect(needed(quota('3'), runtime(), trainJob({ numNodes: 4 }))).toContain('at least 4');
    const two = { resourcesPerNode: { limits: { 'nvidia.com/gpu': 2 } } };
    expect(needed(quota('3'), runtime(), trainJob(two))).toContain('at least 4');
  });

  test('finds a runtime of the cluster, and none of another kind or namespace', () => {
    const ofCluster = runtime('ClusterTrainingRuntime');
    expect(needed(quota('1'), ofCluster, trainJob(undefined, 'ClusterTrainingRuntime'))).toContain('at least 2');
    expect(needed(quota('1'), ofCluster, trainJob())).toBeUndefined();
    expect(needed(quota('1'), runtime('TrainingRuntime', { namespace: 'other' }), trainJob())).toBeUndefined();
  });

  test('is judged as any pods are where both are there', () => {
    const limits = object('v1', 'LimitRange', 'range', {
      spec: { limits: [{ type: 'Container', max: { 'nvidia.com/gpu': '1' } }] },
    });
    const two = { resourcesPerNode: { limits: { 'nvidia.com/gpu': 2 } } };
    expect(objects('outside-limit-range', [limits, runtime(), trainJob()])).toBe(false);
    expect(objects('outside-limit-range', [limits, runtime(), trainJob(two)])).toBe(true);
  });
});

test('an empty manifest has no findings', () => expect(check('')).toEqual([]));
