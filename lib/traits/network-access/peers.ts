import type { Checker } from '../../internal/errors';
import type { PeerDefinition } from './peer-definition';
import type { PeersPlan } from './peer-plan';

/** The peers of a list of the user's. */
type GivenPeers = readonly { readonly _definition: PeerDefinition }[];

/** Refuses wrong peers, each at its index. */
export function checkPeers(check: Checker, peers: GivenPeers | undefined): void {
  peers?.forEach(({ _definition }, index) => {
    _definition.check(check.at(index), undefined);
  });
}

/** All entries of a list of peers. */
export function planPeers(peers: GivenPeers): PeersPlan {
  return mergePeers(peers.map(({ _definition }) => _definition.plan(undefined)));
}

/** Each entry once. */
export function mergePeers(all: readonly PeersPlan[]): PeersPlan {
  const entries = all.flatMap((peers) => (peers === 'everyone' ? [] : peers));
  if (all.includes('everyone')) return 'everyone';
  return [...new Map(entries.map((peer) => [JSON.stringify(peer), peer])).values()];
}
