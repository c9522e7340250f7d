import type { Definition } from '../../internal/definition';
import { checkPeer } from './peer-check';
import { type PeersPlan, type PeerVariant, planPeer } from './peer-plan';

/** A peer depends on no facts of the workload. */
export type PeerDefinition = Definition<unknown, PeersPlan>;

export function definePeer(variant: PeerVariant): PeerDefinition {
  return { check: (check) => checkPeer(check, variant), plan: () => planPeer(variant) };
}
