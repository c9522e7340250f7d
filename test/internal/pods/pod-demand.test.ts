import { demandOfContainers, manifestDemand, podDemand } from '../../../lib/internal/pods/pod-demand';
import { podSetsOf } from '../../../lib/internal/pods/pod-sets';

const GPU = 'nvidia.com/gpu';
const gpus = (count: number) => ({ spec: { containers: [{ name: 'a', resources: { limits: { [GPU]: count } } }] } });
const memory = (size: string) => ({ requests: { memory: size } });
const MI = 2 ** 20;

test('containers that run together are added, an init container runs alone beside the sidecars before it', () => {
  const demand = (roles: ['init' | 'sidecar' | 'main' | 'ephemeral', string][]) =>
    demandOfContainers(
      roles.map(([role, size]) => ({ role, resources: memory(size) })),
      'requests',
    ).get('memory');
  expect(
    demand([
      ['main', '100Mi'],
      ['main', '50Mi'],
    ]),
  ).toBe(150 * MI);
  expect(
    demand([
      ['init', '500Mi'],
      ['main', '100Mi'],
    ]),
  ).toBe(500 * MI);
  expect(
    demand([
      ['sidecar', '50Mi'],
      ['init', '500Mi'],
      ['main', '100Mi'],
    ]),
  ).toBe(550 * MI);
  expect(
    demand([
      ['init', '500Mi'],
      ['sidecar', '50Mi'],
      ['main', '100Mi'],
    ]),
  ).toBe(500 * MI);
  expect(
    demand([
      ['sidecar', '50Mi'],
      ['main', '100Mi'],
    ]),
  ).toBe(150 * MI);
  expect(
    demand([
      ['main', '100Mi'],
      ['ephemeral', '900Mi'],
    ]),
  ).toBe(100 * MI);
});

test('a request that is missing is the limit; defaults fill in what neither says', () => {
  const defaults = { requests: new Map([['cpu', 1]]), limits: new Map([['cpu', 2]]) };
  const container = { role: 'main' as const, resources: { limits: { memory: '1Mi' } } };
  expect([...demandOfContainers([container], 'requests', defaults)]).toEqual([
    ['cpu', 1],
    ['memory', MI],
  ]);
  expect(demandOfContainers([container], 'limits', defaults).get('cpu')).toBe(2);
});

test('what the pod declares stands for its containers, and overhead comes on top', () => {
  const [set] = podSetsOf({
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      containers: [{ name: 'a', resources: { requests: { cpu: 3 } } }],
      resources: { requests: { cpu: '2' } },
      overhead: { cpu: '250m' },
    },
  });
  expect(podDemand(set, 'requests').get('cpu')).toBe(2.25);
});

describe('all pods of an object', () => {
  test('roles of a gang are added', () => {
    const job = {
      apiVersion: 'kubeflow.org/v1',
      kind: 'PyTorchJob',
      spec: { pytorchReplicaSpecs: { Master: { template: gpus(8) }, Worker: { replicas: 7, template: gpus(8) } } },
    };
    expect(manifestDemand(job, 'requests').get(GPU)).toBe(64);
  });

  test('sets that run one after another count by the largest', () => {
    const replicatedJob = (name: string, count: number, rest: object = {}) => ({
      name,
      template: { spec: { template: gpus(count) } },
      ...rest,
    });
    const jobSet = {
      apiVersion: 'jobset.x-k8s.io/v1alpha2',
      kind: 'JobSet',
      spec: {
        replicatedJobs: [
          replicatedJob('prepare', 1),
          replicatedJob('train', 8, { dependsOn: [{ name: 'prepare', status: 'Complete' }] }),
        ],
      },
    };
    expect(manifestDemand(jobSet, 'limits').get(GPU)).toBe(8);
  });

  test('an object without pods needs nothing', () => {
    expect(manifestDemand({ apiVersion: 'v1', kind: 'Service', spec: {} }, 'requests').size).toBe(0);
  });
});
