/** What every budget has. */
export interface DisruptionOptions {
  /**
   * Whether pods that are not ready may be evicted always (`unhealthyPodEvictionPolicy: AlwaysAllow`), so that a broken
   * model cannot hold up the drain of a node.
   *
   * @default true
   */
  readonly evictUnhealthy?: boolean;
}
