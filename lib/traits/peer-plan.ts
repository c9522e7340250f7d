import type { INetworkPolicyPeer } from 'cdk8s-plus-28';
import { isWithin } from '../internal/addresses';
import { checkCidr } from '../internal/checks/addresses';
import type { Checker } from '../internal/errors';
import type { LabelSelector, NetworkPolicyPeer } from '../internal/kubernetes';
import { checkLabels, checkName } from '../internal/names';
import type { PodPeerOptions } from './network-peer';

type Labels = { readonly [key: string]: string };

/** A peer as it was asked for. */
export type PeerPlan =
  | { readonly type: 'everyone' | 'cluster' | 'sameNamespace' }
  | { readonly type: 'namespace'; readonly name: string }
  | { readonly type: 'namespaces'; readonly labels: Labels }
  | ({ readonly type: 'pods' } & PodPeerOptions)
  | { readonly type: 'cidr'; readonly cidr: string; readonly except?: readonly string[] }
  | { readonly type: 'kplus'; readonly peer: INetworkPolicyPeer };

/** Refuses a peer that the API server would refuse, or that is wider than it reads. */
export function checkPeer(check: Checker, plan: PeerPlan): void {
  switch (plan.type) {
    case 'namespace':
      checkName(check, plan.name, 'label');
      return;
    case 'namespaces':
      checkSomeLabels(check, plan.labels, 'use NetworkPeer.cluster() for every pod of the cluster');
      return;
    case 'pods':
      checkSomeLabels(
        check.at('labels'),
        plan.labels,
        plan.namespace === undefined
          ? 'use NetworkPeer.sameNamespace() for every pod of the namespace'
          : `use NetworkPeer.namespace('${plan.namespace}') for every pod of that namespace`,
      );
      if (plan.namespace !== undefined) checkName(check.at('namespace'), plan.namespace, 'label');
      return;
    case 'cidr':
      checkRange(check, plan.cidr, plan.except);
      return;
    case 'kplus':
      if (peersOf(plan).length === 0)
        check.refuse(plan.peer, 'a peer that selects pods or addresses', 'leave it out, or give it a selector');
  }
}

function checkRange(check: Checker, cidr: string, except: readonly string[] = []): void {
  const whole = checkCidr(check, cidr);
  except.forEach((range, index) => {
    const at = check.at('except').at(index);
    const part = checkCidr(at, range);
    if (whole && part && !isWithin(part, whole))
      at.refuse(range, `a part of ${cidr}`, 'leave it out, or give a range that lies in the other');
  });
}

/** No labels select everything, which nobody writes `pods` for. */
function checkSomeLabels(check: Checker, labels: Labels, fix: string): void {
  if (Object.keys(labels ?? {}).length === 0) check.refuse(labels, 'at least one label', fix);
  else checkLabels(check, labels);
}

/** Entries of `from` or `to`; none for everyone, which a rule says by having no such list. */
export function peersOf(plan: PeerPlan): NetworkPolicyPeer[] {
  switch (plan.type) {
    case 'everyone':
      return [];
    case 'cluster':
      return [{ namespaceSelector: {} }];
    case 'sameNamespace':
      return [{ podSelector: {} }];
    case 'namespace':
      return [{ namespaceSelector: named(plan.name) }];
    case 'namespaces':
      return [{ namespaceSelector: { matchLabels: { ...plan.labels } } }];
    case 'pods': {
      const podSelector = { matchLabels: { ...plan.labels } };
      return [
        plan.namespace === undefined ? { podSelector } : { namespaceSelector: named(plan.namespace), podSelector },
      ];
    }
    case 'cidr': {
      const except = plan.except?.length ? { except: [...plan.except] } : {};
      return [{ ipBlock: { cidr: plan.cidr, ...except } }];
    }
    case 'kplus':
      return fromCdk8sPlus(plan.peer);
  }
}

/** Kubernetes sets the label on every namespace itself: https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
function named(name: string): LabelSelector {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}

/** The same reading of a peer as cdk8s-plus' own NetworkPolicy has. */
function fromCdk8sPlus(peer: INetworkPolicyPeer): NetworkPolicyPeer[] {
  const { ipBlock, podSelector } = peer.toNetworkPolicyPeerConfig();
  if (ipBlock) {
    const { cidr, except } = ipBlock;
    return peersOf({ type: 'cidr', cidr, except });
  }
  if (!podSelector) return [];
  const pods: LabelSelector = defined(podSelector.labelSelector._toKube());
  const namespaces = podSelector.namespaces;
  const byLabel: LabelSelector | undefined = namespaces?.labelSelector && defined(namespaces.labelSelector._toKube());
  // one entry a name: several values of one label cannot all hold
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
