/** Names that an address has in the containers of a pod: an entry of `/etc/hosts`. */
export interface HostAlias {
  /** The address. */
  readonly ip: string;
  /** Names of it. */
  readonly hostnames: string[];
}

/** Where the containers of a pod look names up first. */
export enum DnsPolicy {
  /** The cluster's DNS, which asks that of the node for other names. */
  CLUSTER_FIRST = 'ClusterFirst',
  /** The DNS of the node alone: Services have no names then. */
  DEFAULT = 'Default',
  /** What is given here alone. */
  NONE = 'None',
}

/** DNS of the pods: `dnsPolicy` and `dnsConfig`. */
export interface PodDns {
  /**
   * Where names are looked up first. `DnsPolicy.NONE` needs `nameservers`.
   *
   * @default DnsPolicy.CLUSTER_FIRST
   */
  readonly policy?: DnsPolicy;
  /**
   * Addresses of further name servers, at most 3.
   *
   * @default - none
   */
  readonly nameservers?: string[];
  /**
   * Further domains in which short names are looked up, at most 32.
   *
   * @default - none
   */
  readonly searches?: string[];
  /**
   * Options of the resolver by name, for example `ndots` to `2`; an empty text for those without a value.
   *
   * @default - none
   */
  readonly options?: { [name: string]: string };
}
