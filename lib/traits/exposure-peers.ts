import type { Exposure, HttpRouteOptions, IngressOptions } from './exposure';
import { ExternalTraffic } from './external-traffic';
import { NetworkPeer } from './network-peer';

/**
 * Ingress classes whose load balancer stands outside the cluster and calls pods directly. Others run in pods, but where
 * is each cluster's affair: ingress-nginx alone has four usual namespaces, and a wrong guess would cut everyone off.
 */
const OUTSIDE = new Map<string, () => NetworkPeer[]>([
  ['alb', () => [NetworkPeer.everyone()]],
  ['azure-application-gateway', () => [NetworkPeer.everyone()]],
  ['gce', googleFrontEnds],
  ['gce-internal', () => [NetworkPeer.everyone()]],
]);

/** Front ends and health checks of Google's load balancers, https://cloud.google.com/load-balancing/docs/health-checks#firewall_rules */
function googleFrontEnds(): NetworkPeer[] {
  return [NetworkPeer.cidr('130.211.0.0/22'), NetworkPeer.cidr('35.191.0.0/16')];
}

/** Who must get through the NetworkPolicy for the exposure to work. */
export function exposurePeers(exposure: Exposure | undefined): NetworkPeer[] {
  const kind = exposure?._kind;
  switch (kind?.type) {
    case 'nodePort':
      return [NetworkPeer.everyone()];
    case 'loadBalancer':
      // pods see the client's address only under Local; else it is a node's, and a policy on client ranges would cut
      // everyone off. The ranges are kept by the load balancer itself either way.
      return kind.sourceRanges && kind.externalTraffic === ExternalTraffic.LOCAL
        ? kind.sourceRanges.map((range) => NetworkPeer.cidr(range))
        : [NetworkPeer.everyone()];
    case 'ingress':
      return kind.from ?? controllerPeers(kind);
    case 'httpRoute':
      return kind.from ?? gatewayPeers(kind);
    default:
      return [];
  }
}

/** GKE and older controllers read their class from an annotation. */
function controllerPeers({ className, annotations }: IngressOptions): NetworkPeer[] {
  return OUTSIDE.get(className ?? annotations?.['kubernetes.io/ingress.class'] ?? '')?.() ?? [NetworkPeer.cluster()];
}

function gatewayPeers({ gateway }: HttpRouteOptions): NetworkPeer[] {
  return [gateway.namespace === undefined ? NetworkPeer.sameNamespace() : NetworkPeer.namespace(gateway.namespace)];
}
