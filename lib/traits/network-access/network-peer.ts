import { checksArguments } from '../../internal/type-check';
import type { IPolicyPeer } from '../../values/cdk8s-plus';
import { definePeer, type PeerDefinition } from './peer-definition';
import type { PodPeerOptions } from './peer-options';
import type { PeerVariant } from './peer-plan';

/** A source or a destination of connections: an entry of `from` or `to` of a NetworkPolicy. */
export class NetworkPeer {
  /** Every pod of the workload's namespace. */
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

  /** Every pod of the cluster. */
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
   * @param except parts of the range that are excluded; none by default
   */
  public static cidr(cidr: string, except?: string[]): NetworkPeer {
    return new NetworkPeer({ type: 'cidr', cidr, except });
  }

  /** Everyone, inside the cluster and outside it. */
  public static everyone(): NetworkPeer {
    return new NetworkPeer({ type: 'everyone' });
  }

  /** A peer of any cdk8s-plus package: pods, namespaces, address ranges, or a workload of this library. */
  public static peer(peer: IPolicyPeer): NetworkPeer {
    return new NetworkPeer({ type: 'kplus', peer });
  }

  /** @internal */
  public readonly _definition: PeerDefinition;

  private constructor(variant: PeerVariant) {
    this._definition = definePeer(variant);
  }
}

checksArguments('NetworkPeer', NetworkPeer);
