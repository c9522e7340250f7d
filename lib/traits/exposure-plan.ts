import type { HttpRouteSpec } from '../../imports/gateway.networking.k8s.io';
import type { IngressSpec, ServiceSpec } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import type { ServerPort } from '../values/server-profile';
import type {
  Exposure,
  ExposureOptions,
  HttpRouteOptions,
  IngressOptions,
  LoadBalancerOptions,
  NodePortOptions,
} from './exposure';
import type { NetworkPeer } from './network-peer';

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
  readonly target: ClusterTarget;
}

/** What goes into the Service. */
export interface ServicePlan {
  readonly annotations: Record<string, string>;
  /** Without the selector, which the workload knows. */
  readonly spec: ServiceSpec;
}

/** The Service; ports are named as the server's, and lead to the container's by name. */
export function servicePlan(_exposure: Exposure | undefined, _context: ExposureContext): ServicePlan {
  throw new Error('not written yet');
}

/** `spec` of the Ingress, or nothing where none was asked for. */
export function ingressSpec(
  _exposure: Exposure | undefined,
  _service: { readonly name: string; readonly portName: string },
): IngressSpec | undefined {
  throw new Error('not written yet');
}

/** `spec` of the HTTPRoute, or nothing where none was asked for. */
export function httpRouteSpec(
  _exposure: Exposure | undefined,
  _service: { readonly name: string; readonly port: number },
): HttpRouteSpec | undefined {
  throw new Error('not written yet');
}

/** Who must get through the NetworkPolicy for the exposure to work. */
export function exposurePeers(_exposure: Exposure | undefined): NetworkPeer[] {
  throw new Error('not written yet');
}

/** True where a load balancer or gateway outside Kubernetes' own Services must notice that a pod has gone. */
export function behindLoadBalancer(exposure: Exposure | undefined): boolean {
  return exposure !== undefined && exposure._kind.type !== 'clusterIp';
}
