import type { NetworkPeer } from './network-peer';

/** Destinations that a workload may call. */
export interface EgressOptions {
  /** Destinations. */
  readonly to: NetworkPeer[];
  /**
   * TCP ports of the destinations.
   *
   * @default - every port
   */
  readonly ports?: number[];
}

/** Options of a NetworkPolicy. */
export interface NetworkAccessOptions {
  /**
   * Callers of the server's ports, in addition to those that the exposure needs.
   *
   * @default - none
   */
  readonly from?: NetworkPeer[];
  /**
   * Whether every pod of the workload's namespace may call the server's ports.
   *
   * @default true
   */
  readonly sameNamespace?: boolean;
  /**
   * Destinations that the workload may call, in addition to DNS (port 53 of any resolver). All others are denied; an empty
   * list allows DNS only. A server that downloads its model needs a peer for that.
   *
   * @default - not restricted by this policy; other policies of the namespace can restrict it
   */
  readonly egress?: EgressOptions[];
}
