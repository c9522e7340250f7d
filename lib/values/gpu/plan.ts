import type { NodeRequirement, Toleration } from '../../internal/kubernetes';
import { SPOT_NODES, type SpotNodes } from '../../internal/spot';
import { Cloud } from '../cluster-target';
import type { GpuRequest } from './options';

/** What the GPUs of a replica depend on. */
export interface GpuContext {
  readonly cloud: Cloud;
}

/** The GPUs of one replica. */
export interface GpuPlan {
  readonly count: number;
  /**
   * How many devices a process sees; `undefined` where the resource does not tell. Of MIG slices, CUDA sees one
   * (https://docs.nvidia.com/datacenter/tesla/mig-user-guide/, "CUDA device enumeration"); a card of Intel may be several.
   */
  readonly devices?: number;
  /** The extended resource in `resources`. */
  readonly resourceName: string;
  /** Memory of all GPUs of a replica in GiB, where it is known; a slice has the memory that its profile names. */
  readonly memoryGib?: number;
  readonly placement: GpuPlacement;
  /**
   * NVIDIA's container toolkit writes the container's ld.so.cache when it adds the GPU, and fails to create the container
   * where the root is read-only: https://github.com/kserve/kserve/pull/5711
   */
  readonly needsWritableRoot: boolean;
  /** On spot nodes: time from the notice to the end of the node, where it is known. */
  readonly spotNoticeSeconds?: number;
  /** Device files that a process opens, where they belong to a group of the node. NVIDIA's are open to everybody. */
  readonly deviceFiles?: DeviceFiles;
}

/** Files of devices. */
export interface DeviceFiles {
  /** Their paths, for messages. */
  readonly paths: string;
  /** Names of the groups that own them. */
  readonly groups: string;
}

/** The nodes that pods with a GPU are placed on. */
export interface GpuPlacement {
  readonly nodeSelector: Record<string, string>;
  readonly tolerations: Toleration[];
  /** `requiredDuringSchedulingIgnoredDuringExecution` of one term: for labels of which one value of several must match. */
  readonly nodeAffinity: (NodeRequirement & { readonly operator: 'In'; readonly values: string[] })[];
}

/** Spot nodes of each cloud. */
const SPOT: Readonly<Record<Cloud, SpotNodes | undefined>> = {
  [Cloud.GENERIC]: undefined,
  [Cloud.GKE]: SPOT_NODES.gke,
  [Cloud.EKS]: SPOT_NODES.eks,
  [Cloud.AKS]: SPOT_NODES.aks,
};

export function planGpu(request: GpuRequest, { cloud }: GpuContext): GpuPlan {
  return {
    count: request.count,
    devices: devices(request),
    resourceName: resourceName(request, cloud),
    memoryGib: memoryGib(request),
    placement: placement(request, cloud),
    needsWritableRoot: isNvidia(request),
    spotNoticeSeconds: request.spot ? SPOT[cloud]?.noticeSeconds : undefined,
    deviceFiles: deviceFiles(request),
  };
}

function devices({ kind, count }: GpuRequest): number | undefined {
  if (kind === 'nvidia' || kind === 'amd') return count;
  return kind === 'mig' || kind === 'shared' ? 1 : undefined;
}

function resourceName({ kind, profile, resourceName }: GpuRequest, cloud: Cloud): string {
  switch (kind) {
    case 'nvidia':
      return 'nvidia.com/gpu';
    // GKE offers slices and shares as whole GPUs of nodes that are labelled so:
    // https://cloud.google.com/kubernetes-engine/docs/how-to/gpus-multi and .../timesharing-gpus
    case 'mig':
      return cloud === Cloud.GKE ? 'nvidia.com/gpu' : `nvidia.com/mig-${profile}`;
    case 'shared':
      return cloud === Cloud.GKE ? 'nvidia.com/gpu' : 'nvidia.com/gpu.shared';
    case 'amd':
      return 'amd.com/gpu';
    case 'intel':
      return 'gpu.intel.com/i915';
    case 'custom':
      return resourceName!;
  }
}

function deviceFiles({ kind, resourceName }: GpuRequest): DeviceFiles | undefined {
  // https://rocm.docs.amd.com/projects/install-on-linux/en/latest/install/prerequisites.html, "Setting permissions for groups"
  if (kind === 'amd') return { paths: '/dev/kfd and /dev/dri/renderD*', groups: 'video render' };
  // https://dgpu-docs.intel.com/driver/installation.html, "Configuring permissions"
  if (kind === 'intel') return { paths: '/dev/dri/renderD*', groups: 'render' };
  // the driver's installer gives them to its user (Ascend Software Installation Guide, "Creating a running user")
  if (/^huawei\.com\/Ascend/.test(resourceName ?? '')) return { paths: '/dev/davinci*', groups: 'HwHiAiUser' };
  return undefined;
}

function memoryGib({ kind, profile, model, count }: GpuRequest): number | undefined {
  const slice = kind === 'mig' ? Number(/\.(\d+)gb/.exec(profile!)?.[1]) : undefined;
  const one = slice ?? model?.memoryGib;
  return one === undefined ? undefined : one * count;
}

type Labels = Readonly<Record<string, readonly string[]>>;

/** The labels and taints of the nodes that have such GPUs, as the cloud names them. */
function placement(request: GpuRequest, cloud: Cloud): GpuPlacement {
  const labels: Labels = {
    ...request.model?._definition.plan({ cloud }).nodeLabels,
    ...(cloud === Cloud.GKE && gkeSharing(request)),
    ...(request.spot && spotLabels(cloud)),
  };
  const several = Object.entries(labels).filter(([, values]) => values.length > 1);
  return {
    nodeSelector: Object.fromEntries(
      Object.entries(labels).flatMap(([key, values]) => (values.length === 1 ? [[key, values[0]]] : [])),
    ),
    tolerations: tolerations(request, cloud),
    nodeAffinity: several.map(([key, values]) => ({ key, operator: 'In', values: [...values] })),
  };
}

/** https://cloud.google.com/kubernetes-engine/docs/how-to/gpus-multi and .../how-to/timesharing-gpus */
function gkeSharing({ kind, profile, strategy, maxClients }: GpuRequest): Labels {
  if (kind === 'mig') return { 'cloud.google.com/gke-gpu-partition-size': [profile!] };
  if (kind !== 'shared') return {};
  return {
    'cloud.google.com/gke-gpu-sharing-strategy': [strategy ?? 'time-sharing'],
    'cloud.google.com/gke-max-shared-clients-per-gpu': maxClients ? [String(maxClients)] : [],
  };
}

/** Labels that the clouds themselves put on spot nodes; a generic cluster was refused before. */
function spotLabels(cloud: Cloud): Labels {
  const spot = SPOT[cloud];
  return spot ? { [spot.label]: [spot.value] } : {};
}

function tolerations(request: GpuRequest, cloud: Cloud): Toleration[] {
  const found: Toleration[] = [];
  // the taint that GKE puts on GPU nodes, that NVIDIA's operator and Karpenter's examples use, and that their agents tolerate
  if (isNvidia(request)) found.push({ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' });
  if (request.kind === 'amd') found.push({ key: 'amd.com/gpu', operator: 'Exists', effect: 'NoSchedule' });
  // the taint of AKS's own instructions, https://learn.microsoft.com/azure/aks/use-nvidia-gpu
  if (cloud === Cloud.AKS) found.push({ key: 'sku', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' });
  const spot = request.spot && Object.entries(spotLabels(cloud))[0];
  // Karpenter marks spot nodes by a label only
  if (spot && cloud !== Cloud.EKS)
    found.push({ key: spot[0], operator: 'Equal', value: spot[1][0], effect: 'NoSchedule' });
  return found;
}

function isNvidia({ kind }: GpuRequest): boolean {
  return kind === 'nvidia' || kind === 'mig' || kind === 'shared';
}
