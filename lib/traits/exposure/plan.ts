import { seconds } from '../../internal/checks/durations';
import type { Cloud } from '../../values/cluster-target';
import type { PeersPlan } from '../network-access/peer-plan';
import { exposureCallers } from './callers';
import { ENVOY_IDLE_SECONDS, ingressClassOf } from './ingress-classes';
import { LOAD_BALANCERS } from './load-balancers';
import { planRoute, type RoutePlan } from './route';
import { planService, type ServicePlan } from './service';
import type { ExposureContext, ExposureVariant } from './variant';

/** The finished Service, the route to it, and facts for the other traits. */
export interface ExposurePlan {
  readonly service: ServicePlan;
  /** The Ingress or HTTPRoute; nothing where there is none. */
  readonly route?: RoutePlan;
  /** Callers that the NetworkPolicy must admit for the exposure to work. */
  readonly callers: PeersPlan;
  /** True where a load balancer, an ingress controller or a gateway must notice that a pod ends. */
  readonly isBehindLoadBalancer: boolean;
  /**
   * Time for which the server should keep an idle connection: longer than the proxy in front of it, since a request on a
   * connection that the server closes at that moment fails. Nothing where no proxy keeps connections.
   */
  readonly idleTimeoutSeconds?: number;
}

export function planExposure(variant: ExposureVariant, context: ExposureContext): ExposurePlan {
  const service = planService(variant, context);
  return {
    service,
    route: planRoute(variant, context, service.spec.ports?.[0]),
    callers: exposureCallers(variant, context.target.cloud),
    isBehindLoadBalancer: variant.type !== 'clusterIp',
    idleTimeoutSeconds: serverIdleTimeout(variant, context.target.cloud),
  };
}

/** Servers close idle connections after 5 seconds or so; no proxy that is common keeps them for less than 60. */
const SHORTEST_IDLE_SECONDS = 120;

/** Above the time of the proxy: Google recommends 620 for its 600, https://cloud.google.com/load-balancing/docs/https */
const IDLE_MARGIN = 20;

function serverIdleTimeout(variant: ExposureVariant, cloud: Cloud): number | undefined {
  const ofProxy = proxyIdleTimeout(variant, cloud);
  return ofProxy === undefined ? undefined : Math.max(SHORTEST_IDLE_SECONDS, ofProxy + IDLE_MARGIN);
}

function proxyIdleTimeout(variant: ExposureVariant, cloud: Cloud): number | undefined {
  switch (variant.type) {
    case 'loadBalancer':
      return LOAD_BALANCERS[cloud].idleTimeoutSeconds;
    case 'ingress': {
      const { idleTimeoutSeconds, isTimeoutIdle } = ingressClassOf(variant, cloud);
      const timeout = variant.timeout && isTimeoutIdle ? seconds(variant.timeout) : 0;
      return Math.max(idleTimeoutSeconds, timeout);
    }
    case 'httpRoute':
      // the implementation of a Gateway is unknown; most are Envoy
      return ENVOY_IDLE_SECONDS;
    default:
      return undefined;
  }
}
