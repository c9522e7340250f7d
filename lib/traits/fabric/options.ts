/** How pods of a run reach each other over a fast network. */
export interface RdmaOptions {
  /** The extended resource by which a device plugin gives out the adapters, for example `rdma/hca_shared_devices_a`. */
  readonly resource: string;
  /**
   * How many of it one pod takes.
   *
   * @default 1
   */
  readonly count?: number;
  /**
   * The adapters that NCCL uses, for example `mlx5_0`: `NCCL_IB_HCA`.
   *
   * @default - all that it finds
   */
  readonly adapters?: string[];
  /**
   * The network interface over which the processes find each other, where a pod has several, for example `eth0`:
   * `NCCL_SOCKET_IFNAME` and `GLOO_SOCKET_IFNAME`.
   *
   * @default - the one that they choose
   */
  readonly socketInterface?: string;
}

/** How pods of a run use the Elastic Fabric Adapters of AWS. */
export interface EfaOptions {
  /**
   * How many adapters one pod takes: all that its instance type has, where it takes the whole instance.
   *
   * @default 1
   */
  readonly count?: number;
}
