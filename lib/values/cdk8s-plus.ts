import type { IConstruct } from 'constructs';

/*
 * What the library takes of cdk8s-plus. There is a package of cdk8s-plus for each minor of Kubernetes, and their classes are
 * different types to a compiler. These interfaces ask only for what is read, so that every one of these packages fits.
 */

/** A Secret of any cdk8s-plus package, or another object of which the name is known. */
export interface ISecretObject {
  /** Name of the Secret. */
  readonly name: string;
}

/** A ConfigMap of any cdk8s-plus package, or another object of which the name is known. */
export interface IConfigMapObject {
  /** Name of the ConfigMap. */
  readonly name: string;
}

/** A ServiceAccount of any cdk8s-plus package, or another object of which the name is known. */
export interface IServiceAccountObject {
  /** Name of the ServiceAccount. */
  readonly name: string;
}

/** Pods, namespaces or addresses of any cdk8s-plus package, or a workload of this library: what a NetworkPolicy can name. */
export interface IPolicyPeer extends IConstruct {
  /** The peer as cdk8s-plus describes it: its `NetworkPolicyPeerConfig`. */
  toNetworkPolicyPeerConfig(): any;
}
