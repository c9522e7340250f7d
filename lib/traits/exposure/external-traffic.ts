/** How traffic that enters at a node finds its pod. */
export enum ExternalTraffic {
  /** Any node takes it and may pass it on to another: even, but the client's address is lost (`Cluster`). */
  CLUSTER = 'Cluster',
  /** Only nodes that run a pod take it: the client's address is kept (`Local`). */
  LOCAL = 'Local',
}
