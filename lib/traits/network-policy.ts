import type { LabelSelector, NetworkPolicySpec } from '../internal/kubernetes';
import type { NetworkAccess, NetworkAccessOptions } from './network-access';
import type { NetworkPeer } from './network-peer';

/** Who may call, as it was asked for. */
export type AccessPlan =
  | ({ readonly type: 'some' } & NetworkAccessOptions)
  | { readonly type: 'everyone' }
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

/** `spec` of the NetworkPolicy (`networking.k8s.io/v1`), or nothing where none is managed. */
export function networkPolicySpec(
  _access: NetworkAccess | undefined,
  _context: NetworkPolicyContext,
): NetworkPolicySpec | undefined {
  throw new Error('not written yet');
}
