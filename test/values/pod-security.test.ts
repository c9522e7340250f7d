import { Chart, Testing } from 'cdk8s';
import { Cloud, Gpu, ModelServer, ModelService, ModelSource, PodSecurity, Sidecar } from '../../lib';
import { podSecurityContext } from '../../lib/pod/security';
import { defaultPodSecurity } from '../../lib/values/pod-security/definition';
import type { PodSecurityContext } from '../../lib/values/pod-security/plan';
import { fixesOf, problemsOf } from './support';

const CONTEXT: PodSecurityContext = { imageUser: { user: 2000, group: 2001 }, needsWritableRoot: false };
const NVIDIA: PodSecurityContext = { ...CONTEXT, needsWritableRoot: true };
const planOf = (security: PodSecurity, context = CONTEXT) => security._definition.plan(context);
const faults = (security: PodSecurity) => fixesOf((check) => security._definition.check(check, CONTEXT));

test('where nothing is given, the pod is restricted and runs as the user of the image', () => {
  const expected = { mode: 'restricted', user: 2000, group: 2001, readOnlyRoot: true, capabilities: [] };
  expect(defaultPodSecurity.plan(CONTEXT)).toEqual(expected);
  expect(planOf(PodSecurity.restricted())).toEqual(expected);
});

test('the group follows a user that is given, unless it is given too', () => {
  expect(planOf(PodSecurity.restricted({ user: 7 }))).toMatchObject({ user: 7, group: 7 });
  expect(planOf(PodSecurity.restricted({ group: 8 }))).toMatchObject({ user: 2000, group: 8 });
});

test('the root file system is read-only unless a device needs to write to it, or the user says otherwise', () => {
  expect(planOf(PodSecurity.restricted(), NVIDIA).readOnlyRoot).toBe(false);
  expect(planOf(PodSecurity.restricted({ readOnlyRootFilesystem: true }), NVIDIA).readOnlyRoot).toBe(true);
  expect(planOf(PodSecurity.imageUser()).readOnlyRoot).toBe(true);
  expect(planOf(PodSecurity.imageUser(), NVIDIA).readOnlyRoot).toBe(false);
  expect(planOf(PodSecurity.relaxed({ reason: 'profiling' })).readOnlyRoot).toBe(false);
});

test('the user of the image is not named, nor that of the cluster', () => {
  expect(planOf(PodSecurity.imageUser())).toEqual({ mode: 'image-user', readOnlyRoot: true, capabilities: [] });
  expect(planOf(PodSecurity.clusterUser())).toEqual({ mode: 'cluster-user', readOnlyRoot: true, capabilities: [] });
});

describe('where the cluster chooses the user', () => {
  test('no container names an id, the download and sidecars neither', () => {
    const chart = new Chart(Testing.app(), 'chart');
    new ModelService(chart, 'churn', {
      image: 'ghcr.io/your-org/churn:1.0.0',
      server: ModelServer.http({ port: 8000, healthPath: '/health' }),
      compute: { cpu: '1', memory: '1Gi' },
      model: ModelSource.http({ url: 'https://example.com/model.pkl' }),
      sidecars: [Sidecar.custom({ name: 'proxy', image: 'proxy:1', compute: { cpu: '1', memory: '1Gi' }, user: 1001 })],
      security: PodSecurity.clusterUser(),
    });
    const [deployment] = Testing.synth(chart).filter(({ kind }) => kind === 'Deployment');
    const text = JSON.stringify(deployment);
    expect(text).toContain('download-model');
    expect(text).not.toMatch(/runAsUser|runAsGroup|fsGroup/);
    expect(deployment.spec.template.spec.securityContext).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });
});

describe('device files that belong to a group of the node', () => {
  const planGpu = (gpu: Gpu) => gpu._definition.plan({ cloud: Cloud.GENERIC });
  const refused = (security: PodSecurity, gpu: Gpu) =>
    problemsOf((check) => security._definition.check(check, { ...CONTEXT, deviceFiles: planGpu(gpu).deviceFiles })).map(
      ({ prop, expected }) => `${prop}: ${expected.replace(/ on the nodes.*/, '')}`,
    );

  test.each([
    [Gpu.amd(), 'supplementalGroups: the groups that own /dev/kfd and /dev/dri/renderD*'],
    [Gpu.intel(), 'supplementalGroups: the groups that own /dev/dri/renderD*'],
    [Gpu.custom('huawei.com/Ascend910'), 'supplementalGroups: the groups that own /dev/davinci*'],
  ])('%# must be given', (gpu, problem) => {
    for (const security of [
      PodSecurity.restricted(),
      PodSecurity.imageUser(),
      PodSecurity.clusterUser(),
      PodSecurity.relaxed({ reason: 'profiling', user: 1000 }),
    ])
      expect(refused(security, gpu)).toEqual([problem]);
  });

  test.each([
    [PodSecurity.restricted({ supplementalGroups: [44, 109] }), Gpu.amd()],
    [PodSecurity.restricted({ supplementalGroups: [] }), Gpu.amd()],
    [PodSecurity.relaxed({ reason: 'profiling', user: 0 }), Gpu.amd()],
    [PodSecurity.restricted(), Gpu.nvidia()],
    [PodSecurity.restricted(), Gpu.custom('aws.amazon.com/neuron')],
  ])('%# or are of no concern', (security, gpu) => {
    expect(refused(security, gpu)).toEqual([]);
  });

  test('stand in the pod', () => {
    const plan = planOf(PodSecurity.restricted({ supplementalGroups: [44, 109] }));
    expect(podSecurityContext(plan)).toMatchObject({ supplementalGroups: [44, 109] });
    expect(podSecurityContext(planOf(PodSecurity.restricted({ supplementalGroups: [] })))).toMatchObject({
      supplementalGroups: undefined,
    });
  });
});

test('a relaxed pod has what it names, and its reason', () => {
  expect(planOf(PodSecurity.relaxed({ reason: 'RDMA', user: 0, capabilities: ['IPC_LOCK'] }))).toEqual({
    mode: 'relaxed',
    user: 0,
    readOnlyRoot: false,
    capabilities: ['IPC_LOCK'],
    reason: 'RDMA',
  });
});

test.each([
  [
    'root in a restricted pod',
    PodSecurity.restricted({ user: 0 }),
    ['user: give the numeric user of the image, or use PodSecurity.relaxed with a reason'],
  ],
  [
    'ids that Linux does not have',
    PodSecurity.restricted({ user: -1, group: 0.5 }),
    ['user: give the numeric id', 'group: give the numeric id'],
  ],
  [
    'a group that is none',
    PodSecurity.restricted({ supplementalGroups: [44, -1] }),
    ['supplementalGroups[1]: give the numeric id of the group'],
  ],
  [
    'capabilities with a prefix and no reason',
    PodSecurity.relaxed({ reason: ' ', capabilities: ['CAP_SYS_ADMIN', 'KILL'] }),
    ['capabilities[0]: write it without CAP_', 'reason: write the reason'],
  ],
])('%s is refused', (_title, security, expected) => {
  expect(faults(security)).toEqual(expected);
});
