import { type INetworkPolicyPeer, type IPodSelector, LabelSelector, type NetworkPolicyPeerConfig } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { ILinkTarget } from '../../lib';

/** A platform construct that workloads call; it makes no objects of its own. */
export class LinkTarget extends Construct implements ILinkTarget {
  readonly url: string;
  readonly targetPorts = [8080];
  /** The callers that it was told to admit. */
  readonly admitted: INetworkPolicyPeer[] = [];

  constructor(scope: Construct, id: string, name: string) {
    super(scope, id);
    this.url = `http://${name}.platform.svc:8080`;
  }

  allowFrom(peer: INetworkPolicyPeer): void {
    this.admitted.push(peer);
  }

  toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    const labelSelector = LabelSelector.of({ labels: { app: 'platform' } });
    return { podSelector: { labelSelector, namespaces: { names: ['platform'] } } };
  }

  toPodSelector(): IPodSelector | undefined {
    return undefined;
  }
}

/** The target of the name in the scope. */
export function linkTargetIn(scope: Construct, name: string): LinkTarget {
  return (scope.node.tryFindChild(name) as LinkTarget | undefined) ?? new LinkTarget(scope, name, name);
}
