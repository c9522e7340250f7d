import { isRecord, list, own, record, text } from '../../internal/json';
import type { Item } from './item';
import type { ManifestIndex } from './manifest-index';
import type { PodRecord } from './pod-record';
import { matches, requirements } from './selectors';

/** The policies that decide what reaches the pods: none where the pods take traffic from everywhere. */
export function ingressPoliciesOf(cluster: ManifestIndex, pods: PodRecord): Item[] {
  return cluster.all('networking.k8s.io/NetworkPolicy').filter((policy) => {
    if (policy.namespace !== pods.item.namespace || !limitsIngress(policy)) return false;
    const selector = own(policy.spec, 'podSelector');
    return isRecord(selector) && matches(pods.labels, requirements(selector));
  });
}

/** A policy without `policyTypes` is one for ingress. */
function limitsIngress({ spec }: Item): boolean {
  const types = own(spec, 'policyTypes');
  return !Array.isArray(types) || types.includes('Ingress');
}

/** What a policy admits: rules without peers admit everybody. */
export function peersOf(policy: Item): readonly unknown[] | 'everybody' {
  const peers: unknown[] = [];
  for (const rule of list(own(policy.spec, 'ingress'))) {
    const from = list(own(rule, 'from'));
    if (from.length === 0) return 'everybody';
    peers.push(...from);
  }
  return peers;
}

/** True where the policy admits some addresses outside of the cluster. */
export function admitsAddresses(policy: Item): boolean {
  const peers = peersOf(policy);
  return peers === 'everybody' || peers.some((peer) => own(peer, 'ipBlock') !== undefined);
}

/** True where the policy admits the pods themselves, or may do so. */
export function admitsPods(policy: Item, pods: PodRecord): boolean {
  const peers = peersOf(policy);
  if (peers === 'everybody') return true;
  return peers.some((peer) => {
    // which namespaces have the labels is not known
    if (own(peer, 'namespaceSelector') !== undefined) return true;
    const selector = own(peer, 'podSelector');
    return isRecord(selector) && (usesControllerLabels(selector) || matches(pods.labels, requirements(selector)));
  });
}

/** Labels that controllers of training and serving put on their pods, so that no template has them. */
const BY_CONTROLLER =
  /^(jobset\.sigs\.k8s\.io|leaderworkerset\.sigs\.k8s\.io|training\.kubeflow\.org|trainer\.kubeflow\.org|ray\.io|volcano\.sh|batch\.kubernetes\.io|workflows\.argoproj\.io|serving\.(kserve\.io|knative\.dev))\/|^job-name$/;

export function usesControllerLabels(selector: unknown): boolean {
  const keys = [
    ...Object.keys(record(own(selector, 'matchLabels'))),
    ...list(own(selector, 'matchExpressions')).map((expression) => text(own(expression, 'key')) ?? ''),
  ];
  return keys.some((key) => BY_CONTROLLER.test(key));
}
