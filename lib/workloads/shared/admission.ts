import type { NetworkPolicyPeer, NetworkPolicySpec } from '../../internal/kubernetes';
import { shortName } from '../../internal/names';
import type { GuardRails } from '../../values/guard-rails';
import type { WorkloadPlan } from './plan';

type IngressRule = NonNullable<NetworkPolicySpec['ingress']>[number];

/**
 * The additional policy that lets peers connect; nothing where they can already. A policy isolates the pods that it
 * selects, so none is made for pods that everyone can reach because no policy selects them.
 */
export function admissionSpec(
  plan: WorkloadPlan,
  from: readonly NetworkPolicyPeer[],
  ports: readonly number[],
  rails: GuardRails | undefined,
): NetworkPolicySpec | undefined {
  const isIsolated = plan.policy !== undefined || rails?.defaultDenyIngress;
  if (!isIsolated || from.every((peer) => isAdmitted(plan, peer, ports))) return undefined;
  return {
    podSelector: { matchLabels: { ...plan.selector } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [...from], ports: tcp(ports) }],
  };
}

/** The additional policy that lets the pods out to a target; nothing where no policy restricts what they call. */
export function egressSpec(
  plan: WorkloadPlan,
  to: readonly NetworkPolicyPeer[],
  ports: readonly number[],
  rails: GuardRails | undefined,
): NetworkPolicySpec | undefined {
  const isRestricted = plan.policy?.policyTypes?.includes('Egress') || rails?.defaultDenyEgress;
  if (!isRestricted) return undefined;
  return {
    podSelector: { matchLabels: { ...plan.selector } },
    policyTypes: ['Egress'],
    egress: [{ to: [...to], ports: tcp(ports) }],
  };
}

/** True where the workload's own policy admits all pods of the peer's namespace, or everyone, to all of the ports. */
function isAdmitted({ policy, namespace }: WorkloadPlan, peer: NetworkPolicyPeer, ports: readonly number[]): boolean {
  const rules = (policy?.ingress ?? []).filter((rule) => ports.every((port) => opens(rule, port)));
  if (rules.some(({ from }) => from === undefined)) return true;
  const name = peer.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'];
  const isOwn = peer.podSelector !== undefined && (peer.namespaceSelector === undefined || name === namespace);
  return isOwn && rules.some(({ from = [] }) => from.some(isWholeNamespace));
}

function opens({ ports }: IngressRule, port: number): boolean {
  return ports === undefined || ports.some((one) => one.port === port);
}

function isWholeNamespace({ podSelector, namespaceSelector }: NetworkPolicyPeer): boolean {
  return namespaceSelector === undefined && podSelector !== undefined && Object.keys(podSelector).length === 0;
}

function tcp(ports: readonly number[]) {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}

/** Name of an additional policy: `embedder-from-chat`. */
export function linkPolicyName(own: string, other: string): string {
  return shortName(`${own}-${other}`);
}
