/** A model of GPU, and the labels of the nodes that have it. */
export interface GpuModelProps {
  /** Name for messages, for example `L40S`. */
  readonly name: string;
  /** Memory of one GPU in GiB, as its vendor names it (80 for an A100 80GB). */
  readonly memoryGib: number;
  /**
   * Value of the node label `cloud.google.com/gke-accelerator` on GKE, for example `nvidia-l4`.
   *
   * @default - GKE does not offer it: choosing it there is refused
   */
  readonly gkeAccelerator?: string;
  /**
   * Value of the node label `karpenter.k8s.aws/instance-gpu-name` on EKS with Karpenter, for example `l4`.
   *
   * @default - EKS does not offer it: choosing it there is refused
   */
  readonly karpenterName?: string;
  /**
   * Value of the node label `karpenter.k8s.aws/instance-gpu-memory` in MiB, where models of one name differ by it.
   *
   * @default - any
   */
  readonly karpenterMemoryMib?: number;
  /**
   * VM sizes that have it, values of the node label `node.kubernetes.io/instance-type` on AKS, which has no label for the
   * model.
   *
   * @default - AKS does not offer it: choosing it there is refused
   */
  readonly aksVmSizes?: string[];
  /**
   * Values of the node label `nvidia.com/gpu.product` that NVIDIA's GPU feature discovery gives such a GPU, for example
   * `NVIDIA-L4`; several where one model comes in several forms.
   *
   * @default - not known: choosing it on a generic cluster is refused
   */
  readonly productLabels?: string[];
}
