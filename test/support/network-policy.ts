import { isIPv4 } from 'node:net';
import type { LabelSelector, NetworkPolicyPeer, NetworkPolicySpec } from '../../lib/internal/kubernetes';

/** Who opens a connection: a pod of the cluster, or an address outside it. */
export interface Source {
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly address: string;
}

/** The pod that is called. */
export interface Destination {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A NetworkPolicy of a list of manifests. */
export interface Policy {
  readonly metadata: { readonly namespace?: string };
  readonly spec: NetworkPolicySpec;
}

/**
 * Whether a TCP connection reaches a pod, by the semantics of the API:
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
 *
 * A pod that no policy selects for ingress accepts every connection. Otherwise one rule of one such policy must admit it.
 */
export function reaches(policies: readonly Policy[], source: Source, to: Destination, port: number): boolean {
  const own = policies.filter(
    ({ metadata, spec }) =>
      metadata.namespace === to.namespace &&
      (spec.policyTypes ?? ['Ingress']).includes('Ingress') &&
      selects(spec.podSelector, to.labels),
  );
  if (own.length === 0) return true;
  return own.some(({ spec }) =>
    (spec.ingress ?? []).some(
      ({ from = [], ports = [] }) =>
        // a missing or empty list matches everything
        (from.length === 0 || from.some((peer) => matches(peer, source, to))) &&
        (ports.length === 0 || ports.some((one) => (one.protocol ?? 'TCP') === 'TCP' && one.port === port)),
    ),
  );
}

function matches({ ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer, source: Source, to: Destination) {
  if (ipBlock) {
    const { cidr, except = [] } = ipBlock;
    return isIn(source.address, cidr) && !except.some((range) => isIn(source.address, range));
  }
  const { namespace, labels = {} } = source;
  if (namespace === undefined) return false;
  const isNamespace = namespaceSelector
    ? selects(namespaceSelector, { 'kubernetes.io/metadata.name': namespace })
    : namespace === to.namespace;
  return isNamespace && (podSelector === undefined || selects(podSelector, labels));
}

function selects(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          throw new Error(`no such operator: ${operator}`);
      }
    })
  );
}

function isIn(address: string, cidr: string): boolean {
  const [base, prefix] = cidr.split('/');
  if (!isIPv4(address) || !isIPv4(base!)) throw new Error('only IPv4 here');
  const number = (text: string) => text.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const size = 2 ** (32 - Number(prefix));
  return Math.floor(number(address) / size) === Math.floor(number(base!) / size);
}
