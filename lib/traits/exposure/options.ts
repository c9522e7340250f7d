import type { Duration } from 'cdk8s';
import type { NetworkPeer } from '../network-access/network-peer';
import type { ExternalTraffic } from './external-traffic';

/** Options of every exposure: those of the Service. */
export interface ExposureOptions {
  /**
   * Port of the Service for the server's first port. The other ports keep their numbers.
   *
   * @default 80
   */
  readonly port?: number;
  /**
   * Annotations of the Service, for example for the load balancer of a cloud.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { [key: string]: string };
}

/** Options of a Service of type `NodePort`. */
export interface NodePortOptions extends ExposureOptions {
  /**
   * Port that is opened on every node, 30000 to 32767.
   *
   * @default - the cluster chooses one
   */
  readonly nodePort?: number;
  /**
   * Which nodes accept traffic, `externalTrafficPolicy`.
   *
   * @default - `ExternalTraffic.CLUSTER`, the default of Kubernetes
   */
  readonly externalTraffic?: ExternalTraffic;
}

/** Options of a Service of type `LoadBalancer`. */
export interface LoadBalancerOptions extends NodePortOptions {
  /**
   * Address ranges that may call, `loadBalancerSourceRanges`.
   *
   * @default - everyone
   */
  readonly sourceRanges?: string[];
  /**
   * Whether the load balancer has only a private address, inside the network of the cloud. Needs a `ClusterTarget` with a
   * `cloud`.
   *
   * @default - the default of the load balancer: private with the AWS Load Balancer Controller, public with most others
   */
  readonly internal?: boolean;
  /**
   * Implementation of the load balancer, `loadBalancerClass`.
   *
   * @default - the default of the cluster
   */
  readonly loadBalancerClass?: string;
}

/** Options of an Ingress: an HTTP host and path. */
export interface IngressOptions extends ExposureOptions {
  /** DNS name that clients use, for example `models.example.com`. */
  readonly host: string;
  /**
   * Path that leads to the workload, with everything below it.
   *
   * @default '/'
   */
  readonly path?: string;
  /**
   * Ingress class, `ingressClassName`.
   *
   * @default - the default class of the cluster
   */
  readonly className?: string;
  /**
   * Name of an existing TLS Secret for the host.
   *
   * @default - plain HTTP
   */
  readonly tlsSecret?: string;
  /**
   * Longest time of a request. Written as the annotation of the controller; refused for classes without one.
   *
   * @default - the default of the controller, often 60 seconds, which is short for generated text
   */
  readonly timeout?: Duration;
  /**
   * Annotations of the Ingress. They replace those that the library writes.
   *
   * @default - those that the controller of the class needs
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Sources of the controller's requests, for the NetworkPolicy.
   *
   * @default - every pod of the cluster; for `gce`, Google's front ends; everyone for other classes whose controller is
   *   outside the cluster or on the nodes
   */
  readonly from?: NetworkPeer[];
}

/** The Gateway of a route. */
export interface GatewayReference {
  /** Name of the Gateway. */
  readonly name: string;
  /**
   * Namespace of the Gateway.
   *
   * @default - the namespace of the workload
   */
  readonly namespace?: string;
  /**
   * Name of a listener of the Gateway.
   *
   * @default - every listener that accepts the route
   */
  readonly sectionName?: string;
}

/** Options of an HTTPRoute: HTTP hosts and a path behind a Gateway. */
export interface HttpRouteOptions extends ExposureOptions {
  /** The Gateway, an entry of `parentRefs`. */
  readonly gateway: GatewayReference;
  /**
   * DNS names that clients use, at most 16; the first label can be `*`.
   *
   * @default - the host name of the listener
   */
  readonly hostnames?: string[];
  /**
   * Path that leads to the workload, with everything below it.
   *
   * @default '/'
   */
  readonly path?: string;
  /**
   * Longest time of a request, `timeouts.request`.
   *
   * @default - the default of the Gateway, often 15 seconds, which is short for generated text
   */
  readonly timeout?: Duration;
  /**
   * Annotations of the HTTPRoute.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Sources of the Gateway's requests, for the NetworkPolicy.
   *
   * @default - the pods of the Gateway's namespace
   */
  readonly from?: NetworkPeer[];
}
