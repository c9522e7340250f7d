import type { LabelSelector, NetworkPolicyPort, NetworkPolicySpec } from '../../internal/kubernetes';
import { NETWORK_ACCESS_DEFAULTS } from '../defaults';
import type { EgressOptions, NetworkAccessOptions } from './options';
import type { PeersPlan } from './peer-plan';
import { mergePeers, planPeers } from './peers';

/** The factory that was called, and its options. */
export type AccessVariant =
  | ({ readonly type: 'some' } & NetworkAccessOptions)
  | ({ readonly type: 'everyone' } & NetworkAccessOptions)
  | ({ readonly type: 'nobody' } & NetworkAccessOptions)
  | { readonly type: 'unmanaged' };

/** Facts that a NetworkPolicy depends on. */
export interface AccessContext {
  readonly podSelector: LabelSelector;
  /** Container ports that clients call. Not given where clients may call every port. */
  readonly serverPorts?: readonly number[];
  /** From the plan of the exposure: callers without which it would not work. Not given where it is unknown. */
  readonly exposureCallers?: PeersPlan;
  /** The container port that is scraped, and the scrapers from the plan of the monitoring. */
  readonly metrics?: { readonly port: number; readonly from: PeersPlan };
}

/** The finished policy. */
export interface AccessPlan {
  /** `spec` of the NetworkPolicy (`networking.k8s.io/v1`); nothing where the workload creates none. */
  readonly spec?: NetworkPolicySpec;
  /** True where the user opened egress, or manages the policies elsewhere; matters in a namespace that denies egress. */
  readonly hasEgress: boolean;
}

type IngressRule = NonNullable<NetworkPolicySpec['ingress']>[number];
type EgressRule = NonNullable<NetworkPolicySpec['egress']>[number];

/** Any resolver: a node-local cache has an address of the node, and CoreDNS runs in another namespace on some clusters. */
export const DNS: EgressRule = {
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

export function planAccess(variant: AccessVariant, context: AccessContext): AccessPlan {
  if (variant.type === 'unmanaged') return { hasEgress: true };
  const ingress = ingressRules(callers(variant, context), context);
  const egress = variant.egress && [DNS, ...variant.egress.flatMap(egressRules)];
  return {
    hasEgress: (variant.egress ?? []).length > 0,
    spec: {
      podSelector: context.podSelector,
      policyTypes: egress ? ['Ingress', 'Egress'] : ['Ingress'],
      // the API server drops an empty list, and a GitOps tool would then try to restore it without end
      ...(ingress.length > 0 ? { ingress } : {}),
      ...(egress ? { egress } : {}),
    },
  };
}

function callers(variant: Exclude<AccessVariant, { type: 'unmanaged' }>, context: AccessContext): PeersPlan {
  if (variant.type === 'everyone') return 'everyone';
  if (variant.type === 'nobody') return [];
  const sameNamespace = variant.sameNamespace ?? NETWORK_ACCESS_DEFAULTS.values.sameNamespace;
  const own: PeersPlan = sameNamespace ? [{ podSelector: {} }] : [];
  return mergePeers([own, planPeers(variant.from ?? []), context.exposureCallers ?? []]);
}

function ingressRules(from: PeersPlan, { serverPorts, metrics }: AccessContext): IngressRule[] {
  const scrapedByAll = from === 'everyone' && metrics !== undefined && serverPorts?.includes(metrics.port);
  return [
    ...rules('from', from, serverPorts && tcp(serverPorts)),
    ...(metrics && !scrapedByAll ? rules('from', metrics.from, tcp([metrics.port])) : []),
  ];
}

function egressRules({ to, ports }: EgressOptions): EgressRule[] {
  return rules('to', planPeers(to), ports?.length ? tcp(ports) : undefined);
}

/** No rule for nobody, and none for no port: a rule with an empty list would admit everyone, or to every port. */
function rules(list: 'from' | 'to', peers: PeersPlan, ports: NetworkPolicyPort[] | undefined) {
  if ((peers !== 'everyone' && peers.length === 0) || ports?.length === 0) return [];
  return [{ ...(peers === 'everyone' ? {} : { [list]: [...peers] }), ...(ports ? { ports } : {}) }];
}

function tcp(ports: readonly number[]): NetworkPolicyPort[] {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}
