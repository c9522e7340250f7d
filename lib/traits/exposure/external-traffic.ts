/** Which nodes accept traffic from outside the cluster, `externalTrafficPolicy`. */
export enum ExternalTraffic {
  /** Every node, which may forward it to another node. Pods see the address of a node, not of the client (`Cluster`). */
  CLUSTER = 'Cluster',
  /** Only nodes that run a pod. The client's address is kept (`Local`). */
  LOCAL = 'Local',
}
