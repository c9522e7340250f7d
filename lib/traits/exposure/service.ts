import type { ServiceSpec } from '../../internal/kubernetes';
import type { Cloud } from '../../values/cluster-target';
import { EXPOSURE_DEFAULTS } from '../defaults';
import { ingressClassOf } from './ingress-classes';
import { LOAD_BALANCERS } from './load-balancers';
import type { LoadBalancerOptions, NodePortOptions } from './options';
import type { ExposureContext, ExposureVariant } from './variant';

type ServicePort = NonNullable<ServiceSpec['ports']>[number];

export interface ServicePlan {
  readonly annotations: Record<string, string>;
  /** Without the selector, which the workload adds. */
  readonly spec: ServiceSpec;
}

/** Ports of the Service: the first with the number that was given, the others with their own. */
export function servicePorts(variant: ExposureVariant, context: ExposureContext): ServicePort[] {
  const isPublic = variant.type === 'loadBalancer' || variant.type === 'nodePort';
  return context.ports
    .filter(({ name }, index) => index === 0 || !(isPublic && name === context.metricsPort))
    .map(({ name, port, appProtocol }, index) => ({
      name,
      port: index === 0 ? (variant.port ?? EXPOSURE_DEFAULTS.values.port) : port,
      targetPort: name,
      ...(appProtocol === undefined ? {} : { appProtocol }),
      ...(index === 0 && 'nodePort' in variant && variant.nodePort !== undefined ? { nodePort: variant.nodePort } : {}),
      protocol: 'TCP',
    }));
}

/** The Service; its ports have the names of the server's, and lead to the container's ports by name. */
export function planService(variant: ExposureVariant, context: ExposureContext): ServicePlan {
  const ports = servicePorts(variant, context);
  const annotations = { ...variant.serviceAnnotations };
  switch (variant.type) {
    case 'nodePort':
      return { annotations, spec: { type: 'NodePort', ports, ...trafficPolicy(variant) } };
    case 'loadBalancer':
      return {
        annotations: { ...addressAnnotations(variant, context.target.cloud), ...annotations },
        spec: {
          type: 'LoadBalancer',
          ports,
          ...trafficPolicy(variant),
          ...(variant.sourceRanges ? { loadBalancerSourceRanges: [...variant.sourceRanges] } : {}),
          ...(variant.loadBalancerClass === undefined ? {} : { loadBalancerClass: variant.loadBalancerClass }),
        },
      };
    case 'ingress':
      return {
        annotations: { ...ingressClassOf(variant, context.target.cloud).serviceAnnotations, ...annotations },
        spec: { type: 'ClusterIP', ports },
      };
    default:
      return { annotations, spec: { type: 'ClusterIP', ports } };
  }
}

function trafficPolicy({ externalTraffic }: NodePortOptions): Pick<ServiceSpec, 'externalTrafficPolicy'> {
  return externalTraffic === undefined ? {} : { externalTrafficPolicy: externalTraffic };
}

/** None where the class alone decides, or where nothing was said. */
function addressAnnotations({ internal, loadBalancerClass }: LoadBalancerOptions, cloud: Cloud) {
  if (internal === undefined) return {};
  const balancer = LOAD_BALANCERS[cloud];
  const [own, other] = internal ? (['internal', 'external'] as const) : (['external', 'internal'] as const);
  const isFixed = loadBalancerClass !== undefined && !balancer.classes[other].includes(loadBalancerClass);
  return isFixed ? {} : balancer[own];
}
