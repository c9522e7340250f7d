import { checksArguments } from '../../internal/type-check';
import { type GpuModelDefinition, gpuModelDefinition } from './model-definition';
import type { GpuModelProps } from './model-options';

/**
 * A model of GPU. It decides the labels of the nodes that the pods of a workload are placed on.
 * The labels of each, with their sources, are in docs/model-servers.md.
 */
export class GpuModel {
  /** NVIDIA T4, 16 GiB. */
  public static readonly T4 = new GpuModel({
    name: 'T4',
    memoryGib: 16,
    gkeAccelerator: 'nvidia-tesla-t4',
    karpenterName: 't4',
    aksVmSizes: ['Standard_NC4as_T4_v3', 'Standard_NC8as_T4_v3', 'Standard_NC16as_T4_v3', 'Standard_NC64as_T4_v3'],
    productLabels: ['Tesla-T4'],
  });

  /** NVIDIA V100, 16 or 32 GiB; 16 is counted on. */
  public static readonly V100 = new GpuModel({
    name: 'V100',
    memoryGib: 16,
    gkeAccelerator: 'nvidia-tesla-v100',
    karpenterName: 'v100',
    productLabels: ['Tesla-V100-SXM2-16GB', 'Tesla-V100-SXM2-32GB', 'Tesla-V100-PCIE-16GB', 'Tesla-V100-PCIE-32GB'],
  });

  /** NVIDIA A10, 24 GiB. */
  public static readonly A10 = new GpuModel({
    name: 'A10',
    memoryGib: 24,
    aksVmSizes: ['Standard_NV36ads_A10_v5', 'Standard_NV72ads_A10_v5'],
    productLabels: ['NVIDIA-A10'],
  });

  /** NVIDIA A10G, 24 GiB: Amazon's G5 instances. */
  public static readonly A10G = new GpuModel({
    name: 'A10G',
    memoryGib: 24,
    karpenterName: 'a10g',
    productLabels: ['NVIDIA-A10G'],
  });

  /** NVIDIA L4, 24 GiB. */
  public static readonly L4 = new GpuModel({
    name: 'L4',
    memoryGib: 24,
    gkeAccelerator: 'nvidia-l4',
    karpenterName: 'l4',
    productLabels: ['NVIDIA-L4'],
  });

  /** NVIDIA L40S, 48 GiB. */
  public static readonly L40S = new GpuModel({
    name: 'L40S',
    memoryGib: 48,
    karpenterName: 'l40s',
    productLabels: ['NVIDIA-L40S'],
  });

  /** NVIDIA A100 with 40 GiB. */
  public static readonly A100_40GB = new GpuModel({
    name: 'A100 40GB',
    memoryGib: 40,
    gkeAccelerator: 'nvidia-tesla-a100',
    karpenterName: 'a100',
    karpenterMemoryMib: 40960,
    aksVmSizes: ['Standard_ND96asr_v4'],
    productLabels: ['NVIDIA-A100-SXM4-40GB', 'NVIDIA-A100-PCIE-40GB'],
  });

  /** NVIDIA A100 with 80 GiB. */
  public static readonly A100_80GB = new GpuModel({
    name: 'A100 80GB',
    memoryGib: 80,
    gkeAccelerator: 'nvidia-a100-80gb',
    karpenterName: 'a100',
    karpenterMemoryMib: 81920,
    aksVmSizes: [
      'Standard_NC24ads_A100_v4',
      'Standard_NC48ads_A100_v4',
      'Standard_NC96ads_A100_v4',
      'Standard_ND96amsr_A100_v4',
    ],
    productLabels: ['NVIDIA-A100-SXM4-80GB', 'NVIDIA-A100-80GB-PCIe'],
  });

  /** NVIDIA H100, 80 GiB or (NVL) more; on GKE those of A3 High and A3 Edge machines. */
  public static readonly H100_80GB = new GpuModel({
    name: 'H100',
    memoryGib: 80,
    gkeAccelerator: 'nvidia-h100-80gb',
    karpenterName: 'h100',
    aksVmSizes: ['Standard_NC40ads_H100_v5', 'Standard_NC80adis_H100_v5', 'Standard_ND96isr_H100_v5'],
    productLabels: ['NVIDIA-H100-80GB-HBM3', 'NVIDIA-H100-PCIe', 'NVIDIA-H100-NVL'],
  });

  /** NVIDIA H200, 141 GiB. */
  public static readonly H200 = new GpuModel({
    name: 'H200',
    memoryGib: 141,
    gkeAccelerator: 'nvidia-h200-141gb',
    karpenterName: 'h200',
    aksVmSizes: ['Standard_ND96isr_H200_v5'],
    productLabels: ['NVIDIA-H200', 'NVIDIA-H200-NVL'],
  });

  /** NVIDIA B200, 180 GiB. */
  public static readonly B200 = new GpuModel({
    name: 'B200',
    memoryGib: 180,
    gkeAccelerator: 'nvidia-b200',
    karpenterName: 'b200',
    productLabels: ['NVIDIA-B200'],
  });

  /** A model that is not in the list. */
  public static custom(props: GpuModelProps): GpuModel {
    return new GpuModel(props);
  }

  /** Name for messages. */
  public readonly name: string;
  /** Memory of one GPU in GiB. */
  public readonly memoryGib: number;
  /** @internal */
  public readonly _definition: GpuModelDefinition;

  private constructor(props: GpuModelProps) {
    this.name = props.name;
    this.memoryGib = props.memoryGib;
    this._definition = gpuModelDefinition(props);
  }
}

checksArguments('GpuModel', GpuModel);
