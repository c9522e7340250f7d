import { type PeersPlan, planPeer } from '../network-access/peer-plan';
import { mergePeers, planPeers } from '../network-access/peers';
import { ExternalTraffic } from './external-traffic';
import type { HttpRouteOptions, IngressOptions } from './options';
import type { ExposureVariant } from './variant';

/** Front ends and health checks of Google's load balancers, https://cloud.google.com/load-balancing/docs/health-checks#firewall_rules */
const GOOGLE_FRONT_ENDS = ['130.211.0.0/22', '35.191.0.0/16'];

/**
 * Ingress classes whose load balancer is outside the cluster and calls pods directly. Other controllers run in pods, in a
 * namespace that differs between clusters: ingress-nginx alone has four common ones, and a wrong guess would block all
 * requests.
 */
const OUTSIDE = new Map<string, PeersPlan>([
  ['alb', 'everyone'],
  ['azure-application-gateway', 'everyone'],
  ['gce', mergePeers(GOOGLE_FRONT_ENDS.map((cidr) => planPeer({ type: 'cidr', cidr })))],
  ['gce-internal', 'everyone'],
]);

/** Callers that the NetworkPolicy must admit for the exposure to work. */
export function exposureCallers(variant: ExposureVariant): PeersPlan {
  switch (variant.type) {
    case 'clusterIp':
      return [];
    case 'nodePort':
      return 'everyone';
    case 'loadBalancer':
      // pods see the client's address under Local only; otherwise it is a node's, and a policy with the clients' ranges
      // would block everyone. The load balancer itself enforces the ranges in both cases.
      return variant.sourceRanges && variant.externalTraffic === ExternalTraffic.LOCAL
        ? mergePeers(variant.sourceRanges.map((cidr) => planPeer({ type: 'cidr', cidr })))
        : 'everyone';
    case 'ingress':
      return variant.from ? planPeers(variant.from) : controllerPeers(variant);
    case 'httpRoute':
      return variant.from ? planPeers(variant.from) : gatewayPeers(variant);
  }
}

/** GKE and older controllers read their class from an annotation. */
function controllerPeers({ className, annotations }: IngressOptions): PeersPlan {
  const name = className ?? annotations?.['kubernetes.io/ingress.class'] ?? '';
  return OUTSIDE.get(name) ?? planPeer({ type: 'cluster' });
}

function gatewayPeers({ gateway }: HttpRouteOptions): PeersPlan {
  if (gateway.namespace === undefined) return planPeer({ type: 'sameNamespace' });
  return planPeer({ type: 'namespace', name: gateway.namespace });
}
