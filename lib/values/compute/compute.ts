import type { Gpu } from '../gpu/gpu';

/**
 * The resources of the main container of one replica: the container's `resources`.
 * Quantities are Kubernetes strings (`500m`, `2Gi`) and are printed as they were written.
 */
export interface Compute {
  /** CPU kept free for the container, in cores or millicores, for example `500m` or `2`: `resources.requests.cpu`. */
  readonly cpu: string;
  /** Memory kept free for the container, for example `512Mi` or `2Gi`: `resources.requests.memory`. */
  readonly memory: string;
  /**
   * The most CPU the container may use, `resources.limits.cpu`; above it the kernel pauses the container.
   *
   * @default - no limit: the container may use what its node has to spare, and is never paused while there is some
   */
  readonly cpuLimit?: string;
  /**
   * The most memory the container may use, `resources.limits.memory`; above it the container is killed.
   *
   * @default - `memory`: what is promised is what may be used, so that a full node kills nobody by surprise
   */
  readonly memoryLimit?: string;
  /**
   * Disk of the node kept free for logs, the container's own files and emptyDir volumes:
   * `resources.requests.ephemeral-storage`.
   *
   * @default - what logs take and what is known of the volumes (docs/model-service.md, "Disk of the node"); nothing beside
   * an `ephemeralStorageLimit`, which Kubernetes then takes as the request
   */
  readonly ephemeralStorage?: string;
  /**
   * The most of the node's disk the container may use, `resources.limits.ephemeral-storage`. The kubelet adds up the
   * limits of the pod, and evicts the pod above that sum.
   *
   * @default - above what all volumes may hold, where each is bounded closely and every root is read-only; otherwise, and
   * beside an `ephemeralStorage`, no limit
   */
  readonly ephemeralStorageLimit?: string;
  /**
   * Graphics processors of the container, in requests and limits alike.
   *
   * @default - none
   */
  readonly gpu?: Gpu;
}
