import type { Toleration } from '../internal/kubernetes';
import { Cloud } from './cluster-target';
import type { Gpu } from './gpu';
import type { GpuSpec } from './gpu-check';
import type { GpuModel } from './gpu-model';

/** The nodes that pods with a GPU go to. */
export interface GpuPlacement {
  readonly nodeSelector: Record<string, string>;
  readonly tolerations: Toleration[];
  /** `requiredDuringSchedulingIgnoredDuringExecution` of one term: where a model goes by several labels. */
  readonly nodeAffinity: { readonly key: string; readonly operator: 'In'; readonly values: string[] }[];
}

/** The labels and taints of the nodes that have such GPUs, in the words of the cloud. */
export function placement(gpu: Gpu, cloud: Cloud): GpuPlacement {
  const spec = gpu._spec;
  const labels: Labels = {
    ...(spec.model && modelLabels(spec.model, cloud)),
    ...(cloud === Cloud.GKE && gkeSharing(spec)),
    ...(spec.spot && spotLabels(cloud)),
  };
  const several = Object.entries(labels).filter(([, values]) => values.length > 1);
  return {
    nodeSelector: Object.fromEntries(
      Object.entries(labels).flatMap(([key, values]) => (values.length === 1 ? [[key, values[0]]] : [])),
    ),
    tolerations: tolerations(spec, cloud),
    nodeAffinity: several.map(([key, values]) => ({ key, operator: 'In', values: [...values] })),
  };
}

/**
 * NVIDIA's container toolkit writes the container's ld.so.cache when it hands the GPU in, and fails to create the
 * container where the root is read-only: https://github.com/kserve/kserve/pull/5711
 */
export function needsWritableRoot(gpu: Gpu): boolean {
  return isNvidia(gpu._spec);
}

type Labels = Record<string, readonly string[]>;

function modelLabels({ _props: model }: GpuModel, cloud: Cloud): Labels {
  switch (cloud) {
    // https://cloud.google.com/kubernetes-engine/docs/how-to/gpus
    case Cloud.GKE:
      return { 'cloud.google.com/gke-accelerator': model.gkeAccelerator ? [model.gkeAccelerator] : [] };
    // https://karpenter.sh/docs/reference/instance-types/
    case Cloud.EKS:
      return {
        'karpenter.k8s.aws/instance-gpu-name': model.karpenterName ? [model.karpenterName] : [],
        'karpenter.k8s.aws/instance-gpu-memory': model.karpenterMemoryMib ? [String(model.karpenterMemoryMib)] : [],
      };
    // https://learn.microsoft.com/azure/aks/use-nvidia-gpu: a label says that there is a GPU, only the VM size which
    case Cloud.AKS:
      return {
        'kubernetes.azure.com/accelerator': ['nvidia'],
        'node.kubernetes.io/instance-type': model.aksVmSizes ?? [],
      };
    // https://github.com/NVIDIA/k8s-device-plugin/blob/main/docs/gpu-feature-discovery/README.md
    case Cloud.GENERIC:
      return { 'nvidia.com/gpu.product': model.productLabels ?? [] };
  }
}

/** https://cloud.google.com/kubernetes-engine/docs/how-to/gpus-multi and .../how-to/timesharing-gpus */
function gkeSharing({ kind, profile, strategy, maxClients }: GpuSpec): Labels {
  if (kind === 'mig') return { 'cloud.google.com/gke-gpu-partition-size': [profile!] };
  if (kind !== 'shared') return {};
  return {
    'cloud.google.com/gke-gpu-sharing-strategy': [strategy ?? 'time-sharing'],
    'cloud.google.com/gke-max-shared-clients-per-gpu': maxClients ? [String(maxClients)] : [],
  };
}

/** Labels that the clouds themselves put on spot nodes; a generic cluster was refused before. */
function spotLabels(cloud: Cloud): Labels {
  switch (cloud) {
    // https://cloud.google.com/kubernetes-engine/docs/concepts/spot-vms
    case Cloud.GKE:
      return { 'cloud.google.com/gke-spot': ['true'] };
    // https://karpenter.sh/docs/concepts/scheduling/
    case Cloud.EKS:
      return { 'karpenter.sh/capacity-type': ['spot'] };
    // https://learn.microsoft.com/azure/aks/spot-node-pool
    case Cloud.AKS:
      return { 'kubernetes.azure.com/scalesetpriority': ['spot'] };
    case Cloud.GENERIC:
      return {};
  }
}

function tolerations(spec: GpuSpec, cloud: Cloud): Toleration[] {
  const found: Toleration[] = [];
  // what GKE puts on GPU nodes, what NVIDIA's operator and Karpenter's examples use, and what all their agents tolerate
  if (isNvidia(spec)) found.push({ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' });
  if (spec.kind === 'amd') found.push({ key: 'amd.com/gpu', operator: 'Exists', effect: 'NoSchedule' });
  // the taint of AKS's own instructions, https://learn.microsoft.com/azure/aks/use-nvidia-gpu
  if (cloud === Cloud.AKS) found.push({ key: 'sku', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' });
  const spot = spec.spot && Object.entries(spotLabels(cloud))[0];
  // Karpenter marks spot nodes by a label only
  if (spot && cloud !== Cloud.EKS)
    found.push({ key: spot[0], operator: 'Equal', value: spot[1][0], effect: 'NoSchedule' });
  return found;
}

function isNvidia({ kind }: GpuSpec): boolean {
  return kind === 'nvidia' || kind === 'mig' || kind === 'shared';
}
