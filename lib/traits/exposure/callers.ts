import type { Cloud } from '../../values/cluster-target';
import { type PeersPlan, planPeer } from '../network-access/peer-plan';
import { mergePeers, planPeers } from '../network-access/peers';
import { ExternalTraffic } from './external-traffic';
import { ingressClassOf } from './ingress-classes';
import { LOAD_BALANCERS } from './load-balancers';
import type { HttpRouteOptions, LoadBalancerOptions } from './options';
import type { ExposureVariant } from './variant';

/** Callers that the NetworkPolicy must admit for the exposure to work. */
export function exposureCallers(variant: ExposureVariant, cloud: Cloud): PeersPlan {
  switch (variant.type) {
    case 'clusterIp':
      return [];
    case 'nodePort':
      return 'everyone';
    case 'loadBalancer':
      return clientsOf(variant, cloud);
    case 'ingress':
      return variant.from ? planPeers(variant.from) : ingressClassOf(variant, cloud).callers;
    case 'httpRoute':
      return variant.from ? planPeers(variant.from) : gatewayPeers(variant);
  }
}

/**
 * The source ranges, where pods see the client's address. Otherwise it is that of a node or of the load balancer, and a
 * policy with the clients' ranges would block all requests. The load balancer itself enforces the ranges in both cases.
 */
function clientsOf({ sourceRanges, externalTraffic, loadBalancerClass }: LoadBalancerOptions, cloud: Cloud): PeersPlan {
  const { keepsClientAddress, classes } = LOAD_BALANCERS[cloud];
  const isKnown =
    loadBalancerClass === undefined || [...classes.internal, ...classes.external].includes(loadBalancerClass);
  if (!sourceRanges || externalTraffic !== ExternalTraffic.LOCAL || !keepsClientAddress || !isKnown) return 'everyone';
  return mergePeers(sourceRanges.map((cidr) => planPeer({ type: 'cidr', cidr })));
}

function gatewayPeers({ gateway }: HttpRouteOptions): PeersPlan {
  if (gateway.namespace === undefined) return planPeer({ type: 'sameNamespace' });
  return planPeer({ type: 'namespace', name: gateway.namespace });
}
