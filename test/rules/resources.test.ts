import * as fc from 'fast-check';
import { podDemand } from '../../lib/internal/pods/pod-demand';
import { podSetsOf } from '../../lib/internal/pods/pod-sets';
import { checkObjects, container, deployment, findings, hpa, job, object, objects, pod } from './support';

const quota = (hard: object, rest: object = {}) => object('v1', 'ResourceQuota', 'q', { spec: { hard, ...rest } });
const range = (item: object) => object('v1', 'LimitRange', 'd', { spec: { limits: [{ type: 'Container', ...item }] } });
const asking = (requests: object, rest: object = {}) => container({ resources: { requests }, ...rest });

describe('resources of a container', () => {
  const illegal = (resources: object) =>
    objects('invalid-resources', [pod({ containers: [container({ resources })] })]);

  test.each([
    [{ requests: { cpu: '500m' }, limits: { cpu: '2' } }],
    [{ requests: { cpu: 1 }, limits: { cpu: 1.5 } }],
    [{ requests: { memory: '2Gi' }, limits: { memory: '2048Mi' } }],
    [{ limits: { 'nvidia.com/gpu': 1 } }],
    [{ requests: { 'nvidia.com/gpu': '2' }, limits: { 'nvidia.com/gpu': 2 } }],
    [{ requests: { 'ephemeral-storage': '1Gi' } }],
    [{}],
  ])('legal: %j', (resources) => expect(illegal(resources)).toBe(false));

  test.each([
    [{ requests: { cpu: '500 m' } }],
    [{ requests: { memory: '2GB' } }],
    [{ requests: { cpu: '-1' } }],
    [{ requests: { cpu: '2' }, limits: { cpu: '1' } }],
    [{ requests: { memory: '2Gi' }, limits: { memory: '2G' } }],
    [{ requests: { 'nvidia.com/gpu': 1 } }],
    [{ limits: { 'nvidia.com/gpu': '0.5' } }],
    [{ requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 2 } }],
    [{ requests: { 'hugepages-2Mi': '4Mi' } }],
  ])('illegal: %j', (resources) => expect(illegal(resources)).toBe(true));
});

describe('limits of the disk', () => {
  const limited = (name: string, rest: object = {}) =>
    container({ name, resources: { limits: { 'ephemeral-storage': '1Gi' } }, ...rest });
  const sidecar = (name: string) => container({ name, restartPolicy: 'Always' });
  const flagged = (spec: object, ...others: unknown[]) => objects('disk-limit-of-some', [pod(spec), ...others]);

  test.each<[string, object, boolean]>([
    ['all', { containers: [limited('a'), limited('b')] }, false],
    ['none', { containers: [container({ name: 'a' }), container({ name: 'b' })] }, false],
    ['one of two', { containers: [limited('a'), container({ name: 'b' })] }, true],
    ['the server, and not the sidecar', { containers: [limited('a')], initContainers: [sidecar('s')] }, true],
    [
      'the sidecar, and not the server',
      {
        containers: [container({ name: 'a' })],
        initContainers: [limited('s', { restartPolicy: 'Always' })],
      },
      true,
    ],
    [
      'all that runs: a download has ended by then',
      { containers: [limited('a')], initContainers: [container({ name: 'i' })] },
      false,
    ],
    [
      'a download alone, which holds after it has ended',
      { containers: [container({ name: 'a' })], initContainers: [limited('i')] },
      true,
    ],
    [
      'a debug container has none',
      { containers: [limited('a')], ephemeralContainers: [container({ name: 'e' })] },
      false,
    ],
  ])('of %s', (_who, spec, expected) => expect(flagged(spec)).toBe(expected));

  test('are filled in by a LimitRange', () => {
    const spec = { containers: [limited('a'), container({ name: 'b' })] };
    expect(flagged(spec, range({ default: { 'ephemeral-storage': '1Gi' } }))).toBe(false);
  });
});

describe('what a quota demands of containers', () => {
  const refused = (hard: object, ...others: unknown[]) => objects('pod-refused-by-quota', [quota(hard), ...others]);

  test('each of the four, on every container', () => {
    for (const key of ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'])
      expect([key, refused({ [key]: '1' }, pod())]).toEqual([key, true]);
    for (const key of [
      'pods',
      'requests.nvidia.com/gpu',
      'requests.storage',
      'requests.ephemeral-storage',
      'count/jobs.batch',
    ])
      expect([key, refused({ [key]: '1' }, pod())]).toEqual([key, false]);
    expect(refused({ cpu: '9' }, pod({ containers: [asking({ cpu: '1' }), container({ name: 'b' })] }))).toBe(true);
    expect(
      refused({ cpu: '9' }, pod({ initContainers: [container({ name: 'i' })], containers: [asking({ cpu: '1' })] })),
    ).toBe(true);
    expect(refused({ cpu: '9' }, pod({ containers: [container({ resources: { limits: { cpu: '1' } } })] }))).toBe(
      false,
    );
    expect(refused({ cpu: '9' }, pod({ resources: { requests: { cpu: '1' } } }))).toBe(false);
  });

  test('unless a LimitRange fills it in', () => {
    expect(refused({ 'limits.cpu': '9' }, range({ default: { cpu: '1' } }), pod())).toBe(false);
    expect(refused({ 'limits.cpu': '9' }, range({ max: { cpu: '1' } }), pod())).toBe(false);
    expect(refused({ 'limits.cpu': '9' }, range({ defaultRequest: { cpu: '1' } }), pod())).toBe(true);
    expect(refused({ 'requests.cpu': '9' }, range({ default: { cpu: '1' } }), pod())).toBe(false);
    expect(refused({ 'requests.cpu': '9' }, range({ type: 'Pod', default: { cpu: '1' } }), pod())).toBe(true);
  });

  test('a quota for some pods only, or of another namespace, demands nothing', () => {
    const elsewhere = quota({ cpu: '1' });
    elsewhere.metadata.namespace = 'other';
    const some = quota({ cpu: '1' }, { scopeSelector: { matchExpressions: [] } });
    expect(objects('pod-refused-by-quota', [pod(), elsewhere, some])).toBe(false);
  });

  test('the quota itself is warned about where defaults are missing', () => {
    const [finding] = findings('quota-without-limit-range', [quota({ cpu: '1', 'limits.memory': '1Gi', pods: '10' })]);
    expect(finding).toMatchObject({ severity: 'warning', got: 'cpu, limits.memory' });
    const filled = range({ default: { memory: '1Gi' }, defaultRequest: { cpu: '1' } });
    expect(checkObjects([quota({ cpu: '1', 'limits.memory': '1Gi' }), filled])).toEqual([]);
  });
});

describe('a quota and the largest moment of a workload', () => {
  const tooSmall = (hard: object, ...others: unknown[]) => objects('quota-too-small', [quota(hard), ...others]);
  const one = { containers: [asking({ cpu: '1', memory: '1Gi' })] };

  test('replicas and surge count', () => {
    // 25 % of 4 is one pod more
    expect([
      tooSmall({ cpu: '5' }, deployment({ replicas: 4 }, one)),
      tooSmall({ cpu: '4' }, deployment({ replicas: 4 }, one)),
    ]).toEqual([false, true]);
    const still = { replicas: 4, strategy: { type: 'Recreate' } };
    expect(tooSmall({ cpu: '4' }, deployment(still, one))).toBe(false);
    // a StatefulSet replaces its pods one by one
    expect(tooSmall({ cpu: '4' }, { ...deployment({ replicas: 4 }, one), kind: 'StatefulSet' })).toBe(false);
    const two = { replicas: 4, strategy: { rollingUpdate: { maxSurge: 2 } } };
    expect([tooSmall({ cpu: '6' }, deployment(two, one)), tooSmall({ cpu: '5' }, deployment(two, one))]).toEqual([
      false,
      true,
    ]);
    expect([tooSmall({ pods: '6' }, deployment(two)), tooSmall({ pods: '5' }, deployment(two))]).toEqual([false, true]);
  });

  test('the maximum of an autoscaler counts', () => {
    const all = [deployment({ strategy: { type: 'Recreate' } }, one), hpa({ maxReplicas: 20 })];
    expect([tooSmall({ cpu: '20' }, ...all), tooSmall({ cpu: '19' }, ...all)]).toEqual([false, true]);
  });

  test('pods of a Job at once count', () => {
    expect(tooSmall({ cpu: '3' }, job({ parallelism: 4 }, one))).toBe(true);
    expect(tooSmall({ cpu: '3' }, job({ parallelism: 4, completions: 3 }, one))).toBe(false);
  });

  test('all roles of a training job count together', () => {
    const template = { spec: { containers: [container({ resources: { limits: { 'nvidia.com/gpu': 8 } } })] } };
    const training = object('kubeflow.org/v1', 'PyTorchJob', 'train', {
      spec: { pytorchReplicaSpecs: { Master: { template }, Worker: { replicas: 7, template } } },
    });
    const gpus = (hard: string) => findings('quota-too-small', [quota({ 'requests.nvidia.com/gpu': hard }), training]);
    expect(gpus('64')).toEqual([]);
    expect(gpus('16').map(({ expected }) => expected)).toEqual([
      'at least 64 for PyTorchJob ml/train: Master 1 pod, 8 each; Worker 7 pods, 8 each',
    ]);
    expect(gpus('63')).toHaveLength(1);
  });

  test('replicated jobs that run one after another count by the largest', () => {
    const gpu = { spec: { containers: [container({ resources: { limits: { 'nvidia.com/gpu': 4 } } })] } };
    const after = { dependsOn: [{ name: 'a', status: 'Complete' }] };
    const jobSet = (rest: object) =>
      object('jobset.x-k8s.io/v1alpha2', 'JobSet', 'train', {
        spec: {
          replicatedJobs: [
            { name: 'a', template: { spec: { template: gpu } } },
            { name: 'b', template: { spec: { template: gpu } }, ...rest },
          ],
        },
      });
    const hard = { 'requests.nvidia.com/gpu': '4' };
    expect([tooSmall(hard, jobSet({})), tooSmall(hard, jobSet(after))]).toEqual([true, false]);
  });

  test('memory is told in Gi', () => {
    const [finding] = findings('quota-too-small', [
      quota({ 'requests.memory': '4Gi' }),
      deployment({ replicas: 4 }, one),
    ]);
    expect(finding.expected).toBe(
      'at least 5Gi for Deployment ml/scorer: 4 pods and 1 more during a rollout, 1Gi each',
    );
    expect(finding.object).toBe('ResourceQuota ml/q');
  });

  test('small fractions add up exactly enough', () => {
    const spec = { replicas: 10, strategy: { type: 'Recreate' } };
    expect(tooSmall({ cpu: '1' }, deployment(spec, { containers: [asking({ cpu: '100m' })] }))).toBe(false);
  });
});

describe('what one pod asks for', () => {
  const demand = (spec: object, field: 'requests' | 'limits' = 'requests') =>
    podDemand(podSetsOf(pod(spec))[0], field).get('cpu');
  const c = (name: string, cpu: number, restartPolicy?: string) => asking({ cpu }, { name, restartPolicy });

  test.each([
    ['containers add up', { containers: [c('a', 1), c('b', 2)] }, 3],
    ['an init container is over before they start', { initContainers: [c('i', 2)], containers: [c('a', 1)] }, 2],
    ['init containers run one by one', { initContainers: [c('i', 2), c('j', 3)], containers: [c('a', 1)] }, 3],
    ['a sidecar runs on', { initContainers: [c('s', 2, 'Always')], containers: [c('a', 1)] }, 3],
    [
      'an init container runs beside earlier sidecars',
      { initContainers: [c('s', 2, 'Always'), c('i', 4)], containers: [c('a', 1)] },
      6,
    ],
    ['and not beside later ones', { initContainers: [c('i', 4), c('s', 2, 'Always')], containers: [c('a', 1)] }, 4],
    ['overhead comes on top', { overhead: { cpu: '250m' }, containers: [c('a', 1)] }, 1.25],
    ['the pod as a whole may say it', { resources: { requests: { cpu: '5' } }, containers: [c('a', 1)] }, 5],
    ['ephemeral containers ask for nothing', { containers: [c('a', 1)], ephemeralContainers: [c('e', 9)] }, 1],
  ])('%s', (_name, spec, expected) => expect(demand(spec)).toBe(expected));

  test('is at least that of every container and at most that of all together', () => {
    const amount = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(fc.array(amount), fc.array(fc.tuple(amount, fc.boolean())), (main, init) => {
        const containers = main.map((cpu, i) => c(`m${i}`, cpu));
        const initContainers = init.map(([cpu, sidecar], i) => c(`i${i}`, cpu, sidecar ? 'Always' : undefined));
        const total = demand({ containers, initContainers }) ?? 0;
        const all = [...main, ...init.map(([cpu]) => cpu)];
        expect(total).toBeGreaterThanOrEqual(Math.max(0, ...all));
        expect(total).toBeLessThanOrEqual(all.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

describe('claims', () => {
  const claim = (...accessModes: string[]) => object('v1', 'PersistentVolumeClaim', 'm', { spec: { accessModes } });
  const mounting = { volumes: [{ name: 'm', persistentVolumeClaim: { claimName: 'm' } }] };
  const several = (modes: string[], ...workloads: unknown[]) =>
    objects('claim-with-several-pods', [claim(...modes), ...workloads]);
  const recreate = { strategy: { type: 'Recreate' } };

  test('of one node', () => {
    expect(several(['ReadWriteOnce'], deployment({ replicas: 2 }, mounting))).toBe(true);
    expect(several(['ReadWriteOnce'], deployment({}, mounting))).toBe(false);
    expect(several(['ReadWriteOnce'], deployment({}, mounting), hpa({ maxReplicas: 2 }))).toBe(true);
    expect(several(['ReadWriteOnce'], job({ parallelism: 2 }, mounting))).toBe(true);
    expect(several(['ReadWriteOnce'], { ...deployment({}, mounting), kind: 'DaemonSet' })).toBe(true);
    expect(several(['ReadWriteOnce', 'ReadOnlyMany'], deployment({ replicas: 2 }, mounting))).toBe(false);
    expect(several(['ReadWriteMany'], deployment({ replicas: 2 }, mounting))).toBe(false);
    expect(several([], deployment({ replicas: 2 }, mounting))).toBe(false);
  });

  test('of one pod, which a rollout doubles', () => {
    expect(several(['ReadWriteOncePod'], deployment({}, mounting))).toBe(true);
    expect(several(['ReadWriteOncePod'], deployment(recreate, mounting))).toBe(false);
    expect(several(['ReadWriteOncePod'], pod(mounting))).toBe(false);
  });

  test('of one node, in a rollout with surge, are a warning', () => {
    const found = (spec: object) =>
      findings('claim-blocks-rollout', [claim('ReadWriteOnce'), deployment(spec, mounting)]);
    expect(found({})[0].severity).toBe('warning');
    expect(found(recreate)).toEqual([]);
    expect(found({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } })).toEqual([]);
    expect(found({ replicas: 3 })).toEqual([]);
  });

  test("a volume named like a StatefulSet's claim template is that template's", () => {
    const spec = { replicas: 3, volumeClaimTemplates: [{ metadata: { name: 'm' } }] };
    const set = {
      ...deployment(spec, { volumes: [{ name: 'm', persistentVolumeClaim: { claimName: 'x' } }] }),
      kind: 'StatefulSet',
    };
    expect(checkObjects([set])).toEqual([]);
  });

  test('each replica of a StatefulSet has its own', () => {
    const set = {
      ...deployment({ replicas: 3, volumeClaimTemplates: [{ metadata: { name: 'm' } }] }),
      kind: 'StatefulSet',
    };
    expect(several(['ReadWriteOnce'], set)).toBe(false);
  });
});
