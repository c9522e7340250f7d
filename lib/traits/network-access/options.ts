import type { NetworkPeer } from './network-peer';

/** What a workload may call. */
export interface EgressOptions {
  /** Who is called. */
  readonly to: NetworkPeer[];
  /**
   * TCP ports that are called.
   *
   * @default - every port
   */
  readonly ports?: number[];
}

/** Who may call a workload. */
export interface NetworkAccessOptions {
  /**
   * Who may call the server's ports, beside those that its exposure needs.
   *
   * @default - nobody else
   */
  readonly from?: NetworkPeer[];
  /**
   * Whether every pod of the workload's own namespace may call it.
   *
   * @default true
   */
  readonly sameNamespace?: boolean;
  /**
   * What the workload may call. DNS is then open too, on port 53 to any resolver, and everything else is closed: an
   * empty list leaves DNS alone open. A server that downloads its model needs a peer for that.
   *
   * @default - everything, as far as other policies of the namespace allow it
   */
  readonly egress?: EgressOptions[];
}
