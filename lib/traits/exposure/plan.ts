import type { PeersPlan } from '../network-access/peer-plan';
import { exposureCallers } from './callers';
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
}

export function planExposure(variant: ExposureVariant, context: ExposureContext): ExposurePlan {
  const service = planService(variant, context);
  return {
    service,
    route: planRoute(variant, context.serviceName, service.spec.ports?.[0]),
    callers: exposureCallers(variant),
    isBehindLoadBalancer: variant.type !== 'clusterIp',
  };
}
