import type { HttpRouteSpec } from '../../imports/gateway.networking.k8s.io';
import { seconds } from '../internal/checks/durations';
import type { IngressSpec, ServiceSpec } from '../internal/kubernetes';
import type { Plain } from '../internal/plain';
import { Cloud, type ClusterTarget } from '../values/cluster-target';
import type { ServerPort } from '../values/servers/profile';
import { EXPOSURE_DEFAULTS, HTTP_ROUTE_DEFAULTS, INGRESS_DEFAULTS, LOAD_BALANCER_DEFAULTS } from './defaults';
import type {
  Exposure,
  ExposureOptions,
  HttpRouteOptions,
  IngressOptions,
  LoadBalancerOptions,
  NodePortOptions,
} from './exposure';

export { exposurePeers } from './exposure-peers';

/** An exposure as it was asked for. */
export type ExposureKind =
  | ({ readonly type: 'clusterIp' } & ExposureOptions)
  | ({ readonly type: 'nodePort' } & NodePortOptions)
  | ({ readonly type: 'loadBalancer' } & LoadBalancerOptions)
  | ({ readonly type: 'ingress' } & IngressOptions)
  | ({ readonly type: 'httpRoute' } & HttpRouteOptions);

/** What an exposure must know of the workload. */
export interface ExposureContext {
  /** The server's ports; the first is the one that clients call. */
  readonly ports: readonly ServerPort[];
  /** Name of the port that Prometheus scrapes: kept off Services that the world can reach. */
  readonly metricsPort?: string;
  readonly target: ClusterTarget;
}

/** What goes into the Service. */
export interface ServicePlan {
  readonly annotations: Record<string, string>;
  /** Without the selector, which the workload knows. */
  readonly spec: ServiceSpec;
}

/** One port of the Service. */
export interface ServicePort {
  readonly name: string;
  readonly port: number;
  /** The container's, by name. */
  readonly targetPort: string;
  readonly appProtocol?: string;
  readonly nodePort?: number;
}

const CLUSTER_ONLY: ExposureKind = { type: 'clusterIp' };

/** Each cloud's own word for a load balancer that the world cannot reach. */
const INTERNAL: Record<Cloud, Record<string, string>> = {
  [Cloud.GENERIC]: {},
  // https://cloud.google.com/kubernetes-engine/docs/how-to/internal-load-balancing
  [Cloud.GKE]: { 'networking.gke.io/load-balancer-type': 'Internal' },
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
  [Cloud.EKS]: { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' },
  // https://learn.microsoft.com/azure/aks/internal-lb
  [Cloud.AKS]: { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' },
};

/** Ports of the Service: the first under the asked number, the others under their own. */
export function servicePorts(kind: ExposureKind, context: ExposureContext): ServicePort[] {
  const open = kind.type === 'loadBalancer' || kind.type === 'nodePort';
  return context.ports
    .filter(({ name }, index) => index === 0 || !(open && name === context.metricsPort))
    .map(({ name, port, appProtocol }, index) => ({
      name,
      port: index === 0 ? (kind.port ?? EXPOSURE_DEFAULTS.values.port) : port,
      targetPort: name,
      ...(appProtocol === undefined ? {} : { appProtocol }),
      ...(index === 0 && 'nodePort' in kind && kind.nodePort !== undefined ? { nodePort: kind.nodePort } : {}),
    }));
}

/** The Service; ports are named as the server's, and lead to the container's by name. */
export function servicePlan(exposure: Exposure | undefined, context: ExposureContext): ServicePlan {
  const kind = exposure?._kind ?? CLUSTER_ONLY;
  const ports = servicePorts(kind, context).map((port) => ({ ...port, protocol: 'TCP' }));
  const annotations = { ...kind.serviceAnnotations };
  switch (kind.type) {
    case 'nodePort':
      return { annotations, spec: { type: 'NodePort', ports, ...traffic(kind) } };
    case 'loadBalancer':
      return {
        annotations: {
          ...((kind.internal ?? LOAD_BALANCER_DEFAULTS.values.internal) ? INTERNAL[context.target.cloud] : {}),
          ...annotations,
        },
        spec: {
          type: 'LoadBalancer',
          ports,
          ...traffic(kind),
          ...(kind.sourceRanges ? { loadBalancerSourceRanges: [...kind.sourceRanges] } : {}),
          ...(kind.loadBalancerClass === undefined ? {} : { loadBalancerClass: kind.loadBalancerClass }),
        },
      };
    default:
      return { annotations, spec: { type: 'ClusterIP', ports } };
  }
}

function traffic(kind: NodePortOptions): Pick<ServiceSpec, 'externalTrafficPolicy'> {
  return kind.externalTraffic === undefined ? {} : { externalTrafficPolicy: kind.externalTraffic };
}

/** `spec` of the Ingress, or nothing where none was asked for. */
export function ingressSpec(
  exposure: Exposure | undefined,
  service: { readonly name: string; readonly portName: string },
): IngressSpec | undefined {
  const kind = exposure?._kind;
  if (kind?.type !== 'ingress') return undefined;
  const backend = { service: { name: service.name, port: { name: service.portName } } };
  return {
    ...(kind.className === undefined ? {} : { ingressClassName: kind.className }),
    ...(kind.tlsSecret === undefined ? {} : { tls: [{ hosts: [kind.host], secretName: kind.tlsSecret }] }),
    rules: [
      {
        host: kind.host,
        http: { paths: [{ path: kind.path ?? INGRESS_DEFAULTS.values.path, pathType: 'Prefix', backend }] },
      },
    ],
  };
}

/** `spec` of the HTTPRoute, or nothing where none was asked for. */
export function httpRouteSpec(
  exposure: Exposure | undefined,
  service: { readonly name: string; readonly port: number },
): Plain<HttpRouteSpec> | undefined {
  const kind = exposure?._kind;
  if (kind?.type !== 'httpRoute') return undefined;
  const { name, namespace, sectionName } = kind.gateway;
  return {
    parentRefs: [
      {
        name,
        ...(namespace === undefined ? {} : { namespace }),
        ...(sectionName === undefined ? {} : { sectionName }),
      },
    ],
    ...(kind.hostnames?.length ? { hostnames: [...kind.hostnames] } : {}),
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: kind.path ?? HTTP_ROUTE_DEFAULTS.values.path } }],
        backendRefs: [{ name: service.name, port: service.port }],
        ...(kind.timeout ? { timeouts: { request: `${seconds(kind.timeout)}s` } } : {}),
      },
    ],
  };
}

/** True where something outside Kubernetes' own Services must notice that a pod has gone: a balancer, ingress or gateway. */
export function behindLoadBalancer(exposure: Exposure | undefined): boolean {
  return exposure !== undefined && exposure._kind.type !== 'clusterIp';
}
