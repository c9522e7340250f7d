import { Cloud, Gpu, GpuModel, GpuSharing } from '../../lib/values';
import { fixesOf, problemsOf } from './support';

const planOf = (gpu: Gpu, cloud = Cloud.GENERIC) => gpu._definition.plan({ cloud });
const placement = (gpu: Gpu, cloud: Cloud) => planOf(gpu, cloud).placement;
const NVIDIA_TAINT = { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' };
const AKS_TAINT = { key: 'sku', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' };

test('any GPU of NVIDIA needs no label, only the toleration of its taint', () => {
  expect(placement(Gpu.nvidia(), Cloud.GENERIC)).toEqual({
    nodeSelector: {},
    tolerations: [NVIDIA_TAINT],
    nodeAffinity: [],
  });
});

// GKE: its GPU pages; EKS: karpenter.sh/docs/reference/instance-types; AKS: VM sizes of Azure's pages;
// generic: NVIDIA's k8s-device-plugin, docs/gpu-feature-discovery
test.each([
  [GpuModel.T4, Cloud.GKE, { 'cloud.google.com/gke-accelerator': 'nvidia-tesla-t4' }],
  [GpuModel.L4, Cloud.GKE, { 'cloud.google.com/gke-accelerator': 'nvidia-l4' }],
  [GpuModel.A100_40GB, Cloud.GKE, { 'cloud.google.com/gke-accelerator': 'nvidia-tesla-a100' }],
  [GpuModel.A100_80GB, Cloud.GKE, { 'cloud.google.com/gke-accelerator': 'nvidia-a100-80gb' }],
  [GpuModel.H100_80GB, Cloud.GKE, { 'cloud.google.com/gke-accelerator': 'nvidia-h100-80gb' }],
  [GpuModel.H200, Cloud.GKE, { 'cloud.google.com/gke-accelerator': 'nvidia-h200-141gb' }],
  [GpuModel.B200, Cloud.GKE, { 'cloud.google.com/gke-accelerator': 'nvidia-b200' }],
  [GpuModel.T4, Cloud.EKS, { 'karpenter.k8s.aws/instance-gpu-name': 't4' }],
  [GpuModel.A10G, Cloud.EKS, { 'karpenter.k8s.aws/instance-gpu-name': 'a10g' }],
  [GpuModel.L40S, Cloud.EKS, { 'karpenter.k8s.aws/instance-gpu-name': 'l40s' }],
  [
    GpuModel.A100_40GB,
    Cloud.EKS,
    { 'karpenter.k8s.aws/instance-gpu-name': 'a100', 'karpenter.k8s.aws/instance-gpu-memory': '40960' },
  ],
  [
    GpuModel.A100_80GB,
    Cloud.EKS,
    { 'karpenter.k8s.aws/instance-gpu-name': 'a100', 'karpenter.k8s.aws/instance-gpu-memory': '81920' },
  ],
  [GpuModel.T4, Cloud.GENERIC, { 'nvidia.com/gpu.product': 'Tesla-T4' }],
  [GpuModel.L4, Cloud.GENERIC, { 'nvidia.com/gpu.product': 'NVIDIA-L4' }],
  [GpuModel.B200, Cloud.GENERIC, { 'nvidia.com/gpu.product': 'NVIDIA-B200' }],
])('%# a model is selected in the words of the cloud', (model, cloud, nodeSelector) => {
  expect(placement(Gpu.nvidia({ model }), cloud)).toEqual({
    nodeSelector,
    tolerations: [NVIDIA_TAINT],
    nodeAffinity: [],
  });
});

test('a model that goes by several labels is selected by any of them', () => {
  expect(placement(Gpu.nvidia({ model: GpuModel.H100_80GB }), Cloud.GENERIC)).toEqual({
    nodeSelector: {},
    tolerations: [NVIDIA_TAINT],
    nodeAffinity: [
      {
        key: 'nvidia.com/gpu.product',
        operator: 'In',
        values: ['NVIDIA-H100-80GB-HBM3', 'NVIDIA-H100-PCIe', 'NVIDIA-H100-NVL'],
      },
    ],
  });
});

test('AKS says only that there is a GPU; the VM size says which', () => {
  expect(placement(Gpu.nvidia({ model: GpuModel.H200 }), Cloud.AKS)).toEqual({
    nodeSelector: {
      'kubernetes.azure.com/accelerator': 'nvidia',
      'node.kubernetes.io/instance-type': 'Standard_ND96isr_H200_v5',
    },
    tolerations: [NVIDIA_TAINT, AKS_TAINT],
    nodeAffinity: [],
  });
});

test('GKE offers slices and shares as whole GPUs of labelled nodes', () => {
  const slice = Gpu.nvidiaMig({ profile: '1g.5gb', model: GpuModel.A100_40GB });
  expect(planOf(slice, Cloud.GKE).resourceName).toBe('nvidia.com/gpu');
  expect(placement(slice, Cloud.GKE).nodeSelector).toEqual({
    'cloud.google.com/gke-accelerator': 'nvidia-tesla-a100',
    'cloud.google.com/gke-gpu-partition-size': '1g.5gb',
  });
  const share = Gpu.nvidiaShared({ maxClients: 4 });
  expect(planOf(share, Cloud.GKE).resourceName).toBe('nvidia.com/gpu');
  expect(placement(share, Cloud.GKE).nodeSelector).toEqual({
    'cloud.google.com/gke-gpu-sharing-strategy': 'time-sharing',
    'cloud.google.com/gke-max-shared-clients-per-gpu': '4',
  });
  const mps = Gpu.nvidiaShared({ strategy: GpuSharing.MPS });
  expect(placement(mps, Cloud.GKE).nodeSelector).toEqual({ 'cloud.google.com/gke-gpu-sharing-strategy': 'mps' });
});

test.each([
  [Gpu.nvidia(), 'nvidia.com/gpu'],
  [Gpu.nvidiaMig({ profile: '3g.40gb' }), 'nvidia.com/mig-3g.40gb'],
  [Gpu.nvidiaShared(), 'nvidia.com/gpu.shared'],
  [Gpu.amd(), 'amd.com/gpu'],
  [Gpu.intel(), 'gpu.intel.com/i915'],
  [Gpu.custom('example.com/npu', 2), 'example.com/npu'],
])('%# the resource that the device plugin announces', (gpu, name) => {
  expect(planOf(gpu).resourceName).toBe(name);
});

test.each([
  [
    Cloud.GKE,
    { 'cloud.google.com/gke-spot': 'true' },
    [{ key: 'cloud.google.com/gke-spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' }],
  ],
  [Cloud.EKS, { 'karpenter.sh/capacity-type': 'spot' }, []],
  [
    Cloud.AKS,
    { 'kubernetes.azure.com/scalesetpriority': 'spot' },
    [
      AKS_TAINT,
      { key: 'kubernetes.azure.com/scalesetpriority', operator: 'Equal', value: 'spot', effect: 'NoSchedule' },
    ],
  ],
])('spot nodes on %s', (cloud, nodeSelector, tolerations) => {
  expect(placement(Gpu.nvidia({ spot: true }), cloud)).toEqual({
    nodeSelector,
    tolerations: [NVIDIA_TAINT, ...tolerations],
    nodeAffinity: [],
  });
});

test.each([
  [
    Gpu.nvidia({ count: 0 }),
    Cloud.GENERIC,
    'count: give 1 or more; a part of a GPU is Gpu.nvidiaMig or Gpu.nvidiaShared, none is to leave gpu out',
  ],
  [
    Gpu.nvidia({ count: 1.5 }),
    Cloud.GENERIC,
    'count: give 1 or more; a part of a GPU is Gpu.nvidiaMig or Gpu.nvidiaShared, none is to leave gpu out',
  ],
  [Gpu.nvidia({ count: 32 }), Cloud.GENERIC, 'count: ask for fewer for each replica, and for more replicas'],
  [
    Gpu.nvidiaMig({ profile: '1G.10GB' }),
    Cloud.GENERIC,
    'profile: take one from `nvidia-smi mig -lgip`, in lower case',
  ],
  [Gpu.nvidiaMig({ profile: '1g.10gb+me' }), Cloud.GENERIC, "profile: write '1g.10gb.me'"],
  [
    Gpu.nvidiaMig({ profile: '8g.10gb' }),
    Cloud.GENERIC,
    'profile: take one from `nvidia-smi mig -lgip`, in lower case',
  ],
  [
    Gpu.nvidiaMig({ profile: '7g.80gb', model: GpuModel.A100_40GB }),
    Cloud.GENERIC,
    'profile: choose a smaller profile',
  ],
  [Gpu.nvidia({ model: GpuModel.A10G }), Cloud.GKE, 'model: choose another model, or describe it with GpuModel.custom'],
  [
    Gpu.nvidia({ model: GpuModel.custom({ name: 'L20', memoryGib: 48 }) }),
    Cloud.GENERIC,
    'model: choose another model, or describe it with GpuModel.custom',
  ],
  [Gpu.nvidiaShared({ maxClients: 1 }), Cloud.GKE, 'maxClients: give how many containers share one GPU'],
  [Gpu.nvidiaShared({ maxClients: 49 }), Cloud.GKE, 'maxClients: give how many containers share one GPU'],
  [
    Gpu.custom('npu'),
    Cloud.GENERIC,
    "resourceName: write it as the device plugin announces it, for example 'example.com/npu'",
  ],
  [
    Gpu.custom('kubernetes.io/batch-cpu'),
    Cloud.GENERIC,
    "resourceName: write it as the device plugin announces it, for example 'example.com/npu'",
  ],
  [
    Gpu.nvidia({ spot: true }),
    Cloud.GENERIC,
    "spot: say whose cluster it is, ClusterTarget.kubernetes('1.33', { cloud: Cloud.GKE }), or select the nodes with nodeSelector and tolerations",
  ],
])('%# what no node can offer is refused', (gpu, cloud, fix) => {
  expect(fixesOf((check) => gpu._definition.check(check, { cloud }))).toEqual([fix]);
});

test('where a model is offered is said', () => {
  const [problem] = problemsOf((check) =>
    Gpu.nvidia({ model: GpuModel.A10G })._definition.check(check, { cloud: Cloud.GKE }),
  );
  expect(problem.expected).toBe('a GPU whose node labels on GKE are known (this one is on a generic cluster, EKS)');
});

test('every model of the list has the labels of at least one cloud, each of them legal, and the right ones refuse nothing', () => {
  const models = Object.values(GpuModel).filter((one): one is GpuModel => one instanceof GpuModel);
  expect(models.length).toBeGreaterThan(8);
  for (const model of models) {
    const accepted = Object.values(Cloud).filter(
      (cloud) => fixesOf((check) => Gpu.nvidia({ model })._definition.check(check, { cloud })).length === 0,
    );
    expect(accepted.length).toBeGreaterThan(0);
    for (const cloud of accepted) {
      const { nodeSelector, nodeAffinity } = placement(Gpu.nvidia({ model }), cloud);
      const values = [...Object.values(nodeSelector), ...nodeAffinity.flatMap((one) => one.values)];
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(value).toMatch(/^[A-Za-z0-9][-A-Za-z0-9_.]{0,62}$/);
    }
  }
});

test('the memory of a replica is that of its GPUs, or of its slices', () => {
  expect(planOf(Gpu.nvidia({ model: GpuModel.H100_80GB, count: 4 })).memoryGib).toBe(320);
  expect(planOf(Gpu.nvidiaMig({ profile: '2g.20gb', count: 2, model: GpuModel.A100_80GB })).memoryGib).toBe(40);
  expect(planOf(Gpu.nvidia()).memoryGib).toBeUndefined();
});

test('NVIDIA’s toolkit writes to the root of the container', () => {
  expect(planOf(Gpu.nvidia()).needsWritableRoot).toBe(true);
  expect(planOf(Gpu.custom('example.com/npu')).needsWritableRoot).toBe(false);
});
