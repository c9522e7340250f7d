/** What a container gets that states nothing, and what it may ask for: the `Container` item of a LimitRange. */
export interface ContainerBounds {
  /**
   * CPU request of a container that states none: `defaultRequest.cpu`.
   *
   * @default - `100m` where a quota or a default limit needs one, otherwise none
   */
  readonly cpu?: string;
  /**
   * CPU limit of a container that states none: `default.cpu`. A container that requests more than this and states no
   * limit is refused by the API server.
   *
   * @default - `1` (at most `maxCpu`) where the quota bounds CPU limits, otherwise `maxCpu`
   */
  readonly cpuLimit?: string;
  /**
   * Memory request of a container that states none: `defaultRequest.memory`.
   *
   * @default - `256Mi` where a quota or a default limit needs one, otherwise none
   */
  readonly memory?: string;
  /**
   * Memory limit of a container that states none: `default.memory`.
   *
   * @default - `1Gi` (at most `maxMemory`) where the quota bounds memory limits, otherwise `maxMemory`
   */
  readonly memoryLimit?: string;
  /**
   * Least CPU request: `min.cpu`.
   *
   * @default - none
   */
  readonly minCpu?: string;
  /**
   * Least memory request: `min.memory`.
   *
   * @default - none
   */
  readonly minMemory?: string;
  /**
   * Largest CPU limit: `max.cpu`.
   *
   * @default - none
   */
  readonly maxCpu?: string;
  /**
   * Largest memory limit: `max.memory`.
   *
   * @default - none
   */
  readonly maxMemory?: string;
}
