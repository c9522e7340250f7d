import type { LabelSelector, NetworkPolicyPeer } from '../../internal/kubernetes';
import type { IPolicyPeer } from '../../values/cdk8s-plus';
import type { PodPeerOptions } from './peer-options';

type Labels = { readonly [key: string]: string };

/** The factory that was called, and its arguments. */
export type PeerVariant =
  | { readonly type: 'everyone' | 'cluster' | 'sameNamespace' }
  | { readonly type: 'namespace'; readonly name: string }
  | { readonly type: 'namespaces'; readonly labels: Labels }
  | ({ readonly type: 'pods' } & PodPeerOptions)
  | { readonly type: 'cidr'; readonly cidr: string; readonly except?: readonly string[] }
  | { readonly type: 'kplus'; readonly peer: IPolicyPeer };

/**
 * Entries of `from` or `to` of a NetworkPolicy. `everyone` is a rule without such a list; with an empty list, there is
 * no rule.
 */
export type PeersPlan = readonly NetworkPolicyPeer[] | 'everyone';

export function planPeer(variant: PeerVariant): PeersPlan {
  switch (variant.type) {
    case 'everyone':
      return 'everyone';
    case 'cluster':
      return [{ namespaceSelector: {} }];
    case 'sameNamespace':
      return [{ podSelector: {} }];
    case 'namespace':
      return [{ namespaceSelector: named(variant.name) }];
    case 'namespaces':
      return [{ namespaceSelector: { matchLabels: { ...variant.labels } } }];
    case 'pods': {
      const podSelector = { matchLabels: { ...variant.labels } };
      if (variant.namespace === undefined) return [{ podSelector }];
      return [{ namespaceSelector: named(variant.namespace), podSelector }];
    }
    case 'cidr':
      return [ipBlock(variant.cidr, variant.except)];
    case 'kplus':
      return peersOfConstruct(variant.peer);
  }
}

function ipBlock(cidr: string, except: readonly string[] = []): NetworkPolicyPeer {
  return { ipBlock: { cidr, ...(except.length > 0 ? { except: [...except] } : {}) } };
}

/** Kubernetes sets the label on every namespace itself: https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
function named(name: string): LabelSelector {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}

/** The part of `NetworkPolicyPeerConfig` that is read; it is the same in all cdk8s-plus packages. */
interface PeerConfig {
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
  readonly podSelector?: {
    readonly labelSelector: Selector;
    readonly namespaces?: { readonly labelSelector?: Selector; readonly names?: readonly string[] };
  };
}

interface Selector {
  _toKube(): LabelSelector;
}

/** The same entries as in a NetworkPolicy of cdk8s-plus. */
export function peersOfConstruct(peer: IPolicyPeer): NetworkPolicyPeer[] {
  const { ipBlock: block, podSelector }: PeerConfig = peer.toNetworkPolicyPeerConfig();
  if (block) return [ipBlock(block.cidr, block.except)];
  if (!podSelector) return [];
  const pods: LabelSelector = defined(podSelector.labelSelector._toKube());
  const namespaces = podSelector.namespaces;
  const byLabel: LabelSelector | undefined = namespaces?.labelSelector && defined(namespaces.labelSelector._toKube());
  // one entry for each name: a label cannot have two values at once
  if (namespaces?.names)
    return namespaces.names.map((name) => ({
      namespaceSelector: { ...byLabel, matchLabels: { ...byLabel?.matchLabels, ...named(name).matchLabels } },
      podSelector: pods,
    }));
  return [byLabel ? { namespaceSelector: byLabel, podSelector: pods } : { podSelector: pods }];
}

function defined(selector: object): LabelSelector {
  return Object.fromEntries(Object.entries(selector).filter(([, value]) => value !== undefined));
}
