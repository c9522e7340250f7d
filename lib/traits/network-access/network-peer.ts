import type { INetworkPolicyPeer } from 'cdk8s-plus-28';
import { checksArguments } from '../../internal/type-check';
import { definePeer, type PeerDefinition } from './peer-definition';
import type { PodPeerOptions } from './peer-options';
import type { PeerVariant } from './peer-plan';

/** Somebody who may call a workload, or whom a workload may call: an entry of a NetworkPolicy's `from` or `to`. */
export class NetworkPeer {
  /** Every pod of the workload's own namespace. */
  public static sameNamespace(): NetworkPeer {
    return new NetworkPeer({ type: 'sameNamespace' });
  }

  /** Every pod of the named namespace (by the label `kubernetes.io/metadata.name`, which Kubernetes sets itself). */
  public static namespace(name: string): NetworkPeer {
    return new NetworkPeer({ type: 'namespace', name });
  }

  /** Every pod of the namespaces that have the labels. */
  public static namespacesWith(labels: { [key: string]: string }): NetworkPeer {
    return new NetworkPeer({ type: 'namespaces', labels });
  }

  /** Every pod of the cluster, and nothing outside it. */
  public static cluster(): NetworkPeer {
    return new NetworkPeer({ type: 'cluster' });
  }

  /** Pods with the labels, in the workload's namespace or in a named one. */
  public static pods(options: PodPeerOptions): NetworkPeer {
    return new NetworkPeer({ type: 'pods', ...options });
  }

  /**
   * A range of addresses, for example `10.0.0.0/8`.
   *
   * @param cidr the range
   * @param except ranges inside it that are left out; none where it is left out
   */
  public static cidr(cidr: string, except?: string[]): NetworkPeer {
    return new NetworkPeer({ type: 'cidr', cidr, except });
  }

  /** Everyone, inside the cluster and outside it. */
  public static everyone(): NetworkPeer {
    return new NetworkPeer({ type: 'everyone' });
  }

  /** A peer made with cdk8s-plus: its pods, namespaces and address ranges, or a workload of this library. */
  public static peer(peer: INetworkPolicyPeer): NetworkPeer {
    return new NetworkPeer({ type: 'kplus', peer });
  }

  /** @internal */
  public readonly _definition: PeerDefinition;

  private constructor(variant: PeerVariant) {
    this._definition = definePeer(variant);
  }
}

checksArguments('NetworkPeer', NetworkPeer);
