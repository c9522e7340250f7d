import type { ServiceSpec } from '../../internal/kubernetes';
import { Cloud } from '../../values/cluster-target';
import { EXPOSURE_DEFAULTS, LOAD_BALANCER_DEFAULTS } from '../defaults';
import type { NodePortOptions } from './options';
import type { ExposureContext, ExposureVariant } from './variant';

type ServicePort = NonNullable<ServiceSpec['ports']>[number];

export interface ServicePlan {
  readonly annotations: Record<string, string>;
  /** Without the selector, which the workload adds. */
  readonly spec: ServiceSpec;
}

/** Annotations of each cloud for a load balancer without a public address. */
const INTERNAL: Record<Cloud, Record<string, string>> = {
  [Cloud.GENERIC]: {},
  // https://cloud.google.com/kubernetes-engine/docs/how-to/internal-load-balancing
  [Cloud.GKE]: { 'networking.gke.io/load-balancer-type': 'Internal' },
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
  [Cloud.EKS]: { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' },
  // https://learn.microsoft.com/azure/aks/internal-lb
  [Cloud.AKS]: { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' },
};

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
        annotations: {
          ...((variant.internal ?? LOAD_BALANCER_DEFAULTS.values.internal) ? INTERNAL[context.target.cloud] : {}),
          ...annotations,
        },
        spec: {
          type: 'LoadBalancer',
          ports,
          ...trafficPolicy(variant),
          ...(variant.sourceRanges ? { loadBalancerSourceRanges: [...variant.sourceRanges] } : {}),
          ...(variant.loadBalancerClass === undefined ? {} : { loadBalancerClass: variant.loadBalancerClass }),
        },
      };
    default:
      return { annotations, spec: { type: 'ClusterIP', ports } };
  }
}

function trafficPolicy({ externalTraffic }: NodePortOptions): Pick<ServiceSpec, 'externalTrafficPolicy'> {
  return externalTraffic === undefined ? {} : { externalTrafficPolicy: externalTraffic };
}
