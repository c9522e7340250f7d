import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { labelValueFault } from '../../internal/names';
import { Cloud } from '../cluster-target';
import type { GpuModelProps } from './model-options';

/** What the labels of a model depend on. */
export interface GpuModelContext {
  readonly cloud: Cloud;
}

/** How nodes with a model of GPU are selected. */
export interface GpuModelPlan {
  /** Label of the nodes to the values of which one must match. */
  readonly nodeLabels: Readonly<Record<string, readonly string[]>>;
}

export type GpuModelDefinition = Definition<GpuModelContext, GpuModelPlan>;

export function gpuModelDefinition(props: GpuModelProps): GpuModelDefinition {
  return {
    check: (check, { cloud }) => checkModel(check, props, cloud),
    plan: ({ cloud }) => ({ nodeLabels: nodeLabels(props, cloud) }),
  };
}

const CLOUD_NAMES: Record<Cloud, string> = {
  [Cloud.GENERIC]: 'a generic cluster',
  [Cloud.GKE]: 'GKE',
  [Cloud.EKS]: 'EKS',
  [Cloud.AKS]: 'AKS',
};

function checkModel(check: Checker, props: GpuModelProps, cloud: Cloud): void {
  checkProps(check, props);
  const { name, gkeAccelerator, karpenterName, aksVmSizes, productLabels } = props;
  const known: Record<Cloud, boolean> = {
    [Cloud.GENERIC]: !!productLabels?.length,
    [Cloud.GKE]: !!gkeAccelerator,
    [Cloud.EKS]: !!karpenterName,
    [Cloud.AKS]: !!aksVmSizes?.length,
  };
  if (known[cloud]) return;
  const offered = Object.values(Cloud).filter((one) => known[one]);
  check.refuse(
    name,
    `a GPU whose node labels on ${CLOUD_NAMES[cloud]} are known (this one is on ${offered.map((one) => CLOUD_NAMES[one]).join(', ') || 'none'})`,
    'choose another model, or describe it with GpuModel.custom',
  );
}

/** All but the name and the memory are values of node labels. */
function checkProps(check: Checker, { name, memoryGib, karpenterMemoryMib, ...labels }: GpuModelProps): void {
  if (name.trim() === '') check.at('name').refuse(name, 'a name for messages', "write it, for example 'L40S'");
  if (!(memoryGib > 0)) check.at('memoryGib').refuse(memoryGib, 'GiB above zero', 'give the memory of one GPU');
  if (karpenterMemoryMib !== undefined && !(Number.isInteger(karpenterMemoryMib) && karpenterMemoryMib > 0))
    check
      .at('karpenterMemoryMib')
      .refuse(karpenterMemoryMib, 'a whole number of MiB above zero', 'see the label of the nodes');
  for (const [prop, value] of Object.entries(labels))
    for (const label of [value].flat())
      if (label !== undefined && (label === '' || labelValueFault(label)))
        check.at(prop).refuse(label, labelValueFault(label) ?? 'the value of a node label', 'see `kubectl get nodes`');
}

function nodeLabels(model: GpuModelProps, cloud: Cloud): Record<string, readonly string[]> {
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
    // https://learn.microsoft.com/azure/aks/use-nvidia-gpu: a label says that there is a GPU; only the VM size says which
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
