/** Options of every budget. */
export interface DisruptionOptions {
  /**
   * Whether pods that are not ready can always be evicted (`unhealthyPodEvictionPolicy: AlwaysAllow`). A pod that never
   * becomes ready then does not block the drain of its node.
   *
   * @default true
   */
  readonly evictUnhealthy?: boolean;
}
