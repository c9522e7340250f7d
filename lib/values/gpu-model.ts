/** What a GPU model is called where nodes are labelled. */
export interface GpuModelProps {
  /** Name for messages, for example `L40S`. */
  readonly name: string;
  /** Memory of one GPU in GiB, as its vendor names it (80 for an A100 80GB). */
  readonly memoryGib: number;
  /**
   * Value of the node label `cloud.google.com/gke-accelerator` on GKE, for example `nvidia-l4`.
   *
   * @default - not offered by GKE: choosing it there is refused
   */
  readonly gkeAccelerator?: string;
  /**
   * Value of the node label `karpenter.k8s.aws/instance-gpu-name` on EKS with Karpenter, for example `l4`.
   *
   * @default - not offered by EKS: choosing it there is refused
   */
  readonly karpenterName?: string;
  /**
   * Values of the node label `nvidia.com/gpu.product` that NVIDIA's GPU feature discovery gives such a GPU, for example
   * `NVIDIA-L4`; several where one model comes in several forms.
   *
   * @default - not known: choosing it on a generic cluster is refused
   */
  readonly productLabels?: string[];
}

/** A model of GPU, for workloads that need that one: decides the labels of the nodes that its pods go to. */
export class GpuModel {
  /** NVIDIA T4, 16 GiB. */
  public static readonly T4 = new GpuModel({
    name: 'T4',
    memoryGib: 16,
    gkeAccelerator: 'nvidia-tesla-t4',
    karpenterName: 't4',
    productLabels: ['Tesla-T4'],
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
  public readonly _props: GpuModelProps;

  private constructor(props: GpuModelProps) {
    this.name = props.name;
    this.memoryGib = props.memoryGib;
    this._props = props;
  }
}
