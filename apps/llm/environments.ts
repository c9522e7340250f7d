import { Cloud, ClusterTarget, Environment, GpuModel } from '../../lib';

/** The same models on the GPUs of two clouds; what finds the nodes is the cluster's, what fits them is ours. */
export class LlmEnvironment extends Environment {
  constructor(
    name: string,
    cloud: Cloud,
    readonly small: GpuModel,
    readonly large: GpuModel,
    /** A class of storage that many nodes can write at once, for the shared model cache. */
    readonly sharedStorage: string,
  ) {
    super(name, { cluster: ClusterTarget.kubernetes('1.33', { cloud }) });
  }
}

export const ENVIRONMENTS = [
  new LlmEnvironment('gke', Cloud.GKE, GpuModel.L4, GpuModel.H100_80GB, 'filestore-rwx'),
  new LlmEnvironment('eks', Cloud.EKS, GpuModel.A10G, GpuModel.H100_80GB, 'efs-rwx'),
];
