import { checkPort } from '../internal/checks/addresses';
import type { Checker } from '../internal/errors';
import type { LabelSelector, NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicySpec } from '../internal/kubernetes';
import { NETWORK_ACCESS_DEFAULTS } from './defaults';
import type { EgressOptions, NetworkAccess, NetworkAccessOptions } from './network-access';
import { NetworkPeer } from './network-peer';

/** Who may call, as it was asked for. */
export type AccessPlan =
  | ({ readonly type: 'some' } & NetworkAccessOptions)
  | ({ readonly type: 'everyone' } & NetworkAccessOptions)
  | { readonly type: 'unmanaged' };

/** What a NetworkPolicy must know of the workload. */
export interface NetworkPolicyContext {
  readonly podSelector: LabelSelector;
  /** Container ports that clients call. */
  readonly serverPorts: readonly number[];
  /** From `exposurePeers`: who must get through for the exposure to work. */
  readonly exposurePeers: readonly NetworkPeer[];
  /** From `monitoringPeer`, and the container port that is scraped. */
  readonly metrics?: { readonly port: number; readonly from: NetworkPeer };
}

type IngressRule = NonNullable<NetworkPolicySpec['ingress']>[number];
type EgressRule = NonNullable<NetworkPolicySpec['egress']>[number];

/** Any resolver: a node-local cache has an address of the node, and where CoreDNS runs is the cluster's affair. */
export const DNS: EgressRule = {
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

/** Refuses peers and ports that the API server would refuse. */
export function checkAccess(check: Checker, plan: AccessPlan): void {
  if (plan.type === 'unmanaged') return;
  checkPeers(check.at('from'), plan.from);
  plan.egress?.forEach((rule, index) => {
    const at = check.at('egress').at(index);
    if (rule.to.length === 0)
      at.at('to').refuse([], 'at least one peer', 'use NetworkPeer.everyone() to let the workload call anything');
    checkPeers(at.at('to'), rule.to);
    rule.ports?.forEach((port, number) => {
      checkPort(at.at('ports').at(number), port);
    });
  });
}

function checkPeers(check: Checker, peers: readonly NetworkPeer[] | undefined): void {
  peers?.forEach((peer, index) => {
    peer._check(check.at(index));
  });
}

/** `spec` of the NetworkPolicy (`networking.k8s.io/v1`), or nothing where none is managed. */
export function networkPolicySpec(
  access: NetworkAccess | undefined,
  context: NetworkPolicyContext,
): NetworkPolicySpec | undefined {
  const plan: AccessPlan = access?._plan ?? { type: 'some' };
  if (plan.type === 'unmanaged') return undefined;
  // the API server drops an empty list, which a GitOps tool would then want to put back for ever
  const ingress = ingressRules(callers(plan, context), context);
  const egress = plan.egress && [DNS, ...plan.egress.flatMap(egressRules)];
  return {
    podSelector: context.podSelector,
    policyTypes: egress ? ['Ingress', 'Egress'] : ['Ingress'],
    ...(ingress.length > 0 ? { ingress } : {}),
    ...(egress ? { egress } : {}),
  };
}

function callers(plan: NetworkAccessOptions & { readonly type: string }, context: NetworkPolicyContext): NetworkPeer[] {
  if (plan.type === 'everyone') return [NetworkPeer.everyone()];
  const sameNamespace = plan.sameNamespace ?? NETWORK_ACCESS_DEFAULTS.values.sameNamespace;
  const own = sameNamespace ? [NetworkPeer.sameNamespace()] : [];
  return [...own, ...(plan.from ?? []), ...context.exposurePeers];
}

function ingressRules(callers: readonly NetworkPeer[], context: NetworkPolicyContext): IngressRule[] {
  const rules: IngressRule[] = [];
  const whoever = peersOf(callers);
  if (whoever) rules.push({ ...(whoever.length > 0 ? { from: whoever } : {}), ports: tcp(context.serverPorts) });
  const { metrics } = context;
  const scrapers = metrics && peersOf([metrics.from]);
  if (scrapers && !(whoever?.length === 0 && context.serverPorts.includes(metrics.port)))
    rules.push({ ...(scrapers.length > 0 ? { from: scrapers } : {}), ports: tcp([metrics.port]) });
  return rules;
}

function egressRules({ to, ports }: EgressOptions): EgressRule[] {
  const whoever = peersOf(to);
  if (!whoever) return [];
  return [{ ...(whoever.length > 0 ? { to: whoever } : {}), ...(ports?.length ? { ports: tcp(ports) } : {}) }];
}

/**
 * Each entry once; an empty list for everyone, which a rule says by having no list; nothing where nobody is meant,
 * since a rule with an empty list would let everyone in.
 */
function peersOf(peers: readonly NetworkPeer[]): NetworkPolicyPeer[] | undefined {
  if (peers.some(({ _everyone }) => _everyone)) return [];
  const all = peers.flatMap(({ _peers }) => _peers);
  if (all.length === 0) return undefined;
  return [...new Map(all.map((peer) => [JSON.stringify(peer), peer])).values()];
}

function tcp(ports: readonly number[]): NetworkPolicyPort[] {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}
