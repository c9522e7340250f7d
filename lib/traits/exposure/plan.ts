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
   * Longest time for which a proxy in front of the pods keeps an idle connection. A server that closes it sooner makes
   * requests fail. Nothing where no proxy keeps connections.
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
    idleTimeoutSeconds: idleTimeout(variant, context.target.cloud),
  };
}

function idleTimeout(variant: ExposureVariant, cloud: Cloud): number | undefined {
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
