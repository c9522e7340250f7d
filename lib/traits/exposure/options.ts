import type { Duration } from 'cdk8s';
import type { NetworkPeer } from '../network-access/network-peer';
import type { ExternalTraffic } from './external-traffic';

/** What every exposure has: the Service. */
export interface ExposureOptions {
  /**
   * Port of the Service that leads to the server's first port; its other ports keep their numbers.
   *
   * @default 80
   */
  readonly port?: number;
  /**
   * Annotations of the Service, for example those that a cloud's load balancer reads.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { [key: string]: string };
}

/** A port on every node. */
export interface NodePortOptions extends ExposureOptions {
  /**
   * The port that is opened on every node, 30000 to 32767 unless the cluster says otherwise.
   *
   * @default - one that the cluster picks
   */
  readonly nodePort?: number;
  /**
   * How traffic finds its pod, `externalTrafficPolicy`.
   *
   * @default - that of Kubernetes: `ExternalTraffic.CLUSTER`
   */
  readonly externalTraffic?: ExternalTraffic;
}

/** A load balancer of the cloud's. */
export interface LoadBalancerOptions extends NodePortOptions {
  /**
   * Address ranges that may call, `loadBalancerSourceRanges`.
   *
   * @default - everyone
   */
  readonly sourceRanges?: string[];
  /**
   * Whether the load balancer has an address inside the cloud's network only. Needs a cluster whose cloud is known.
   *
   * @default false
   */
  readonly internal?: boolean;
  /**
   * Which load balancer implementation takes the Service, `loadBalancerClass`.
   *
   * @default - the cluster's own
   */
  readonly loadBalancerClass?: string;
}

/** An HTTP host and path behind the cluster's ingress controller. */
export interface IngressOptions extends ExposureOptions {
  /** DNS name under which clients call, for example `models.example.com`. */
  readonly host: string;
  /**
   * Path at which the workload begins; everything below it leads there too.
   *
   * @default '/'
   */
  readonly path?: string;
  /**
   * Which controller serves it, `ingressClassName`.
   *
   * @default - the cluster's default class
   */
  readonly className?: string;
  /**
   * Name of an existing TLS Secret for the host.
   *
   * @default - plain HTTP
   */
  readonly tlsSecret?: string;
  /**
   * Annotations of the Ingress.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Where the controller calls from, for the NetworkPolicy.
   *
   * @default - every pod of the cluster; for classes outside it: Google's front ends for `gce`, everyone for `alb`,
   *   `azure-application-gateway` and `gce-internal`
   */
  readonly from?: NetworkPeer[];
}

/** The Gateway that a route hangs on. */
export interface GatewayReference {
  /** Name of the Gateway. */
  readonly name: string;
  /**
   * Namespace of the Gateway.
   *
   * @default - the workload's own
   */
  readonly namespace?: string;
  /**
   * The listener of the Gateway.
   *
   * @default - every listener that lets the route in
   */
  readonly sectionName?: string;
}

/** An HTTP host and path behind a Gateway. */
export interface HttpRouteOptions extends ExposureOptions {
  /** The Gateway that the route hangs on. */
  readonly gateway: GatewayReference;
  /**
   * DNS names under which clients call; a first label `*` is allowed.
   *
   * @default - those of the Gateway's listener
   */
  readonly hostnames?: string[];
  /**
   * Path at which the workload begins; everything below it leads there too.
   *
   * @default '/'
   */
  readonly path?: string;
  /**
   * The most time a request may take, `timeouts.request`.
   *
   * @default - the Gateway's, often 15 seconds, which is short for generated text
   */
  readonly timeout?: Duration;
  /**
   * Annotations of the HTTPRoute.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Where the Gateway's data plane calls from, for the NetworkPolicy.
   *
   * @default - the Gateway's namespace
   */
  readonly from?: NetworkPeer[];
}
