/** What all pods of a namespace together may ask for: `spec.hard` of a ResourceQuota. What is left out is not bounded. */
export interface NamespaceQuota {
  /**
   * Sum of CPU requests, for example `64`: `requests.cpu`.
   *
   * @default - not bounded
   */
  readonly cpu?: string;
  /**
   * Sum of CPU limits: `limits.cpu`. Every container then needs a limit, and is paused by the kernel when it reaches it.
   *
   * @default - not bounded
   */
  readonly cpuLimit?: string;
  /**
   * Sum of memory requests, for example `256Gi`: `requests.memory`.
   *
   * @default - not bounded
   */
  readonly memory?: string;
  /**
   * Sum of memory limits: `limits.memory`.
   *
   * @default - not bounded
   */
  readonly memoryLimit?: string;
  /**
   * Number of NVIDIA GPUs: `requests.nvidia.com/gpu`. Other devices go into `hard`; 0 keeps GPUs out.
   *
   * @default - not bounded
   */
  readonly gpus?: number;
  /**
   * Sum of what PersistentVolumeClaims ask for, for example `2Ti`: `requests.storage`.
   *
   * @default - not bounded
   */
  readonly storage?: string;
  /**
   * Sum of requests of the nodes' own disks: `requests.ephemeral-storage`.
   *
   * @default - not bounded
   */
  readonly ephemeralStorage?: string;
  /**
   * Number of pods that have not ended: `pods`.
   *
   * @default - not bounded
   */
  readonly pods?: number;
  /**
   * Number of Jobs, ended ones included: `count/jobs.batch`.
   *
   * @default - not bounded
   */
  readonly jobs?: number;
  /**
   * Number of PersistentVolumeClaims: `persistentvolumeclaims`.
   *
   * @default - not bounded
   */
  readonly claims?: number;
  /**
   * Number of Services of type LoadBalancer, each of which a cloud bills: `services.loadbalancers`.
   *
   * @default - not bounded
   */
  readonly loadBalancers?: number;
  /**
   * Number of node ports of Services: `services.nodeports`.
   *
   * @default - not bounded
   */
  readonly nodePorts?: number;
  /**
   * Any other entry of `spec.hard`, for example `requests.amd.com/gpu: '4'` or `count/rayclusters.ray.io: '2'`.
   *
   * @default - none
   */
  readonly hard?: { [resource: string]: string };
}
