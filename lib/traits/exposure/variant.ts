import type { Probe } from '../../internal/kubernetes';
import type { ClusterTarget } from '../../values/cluster-target';
import type { ServerPort } from '../../values/servers/profile';
import type {
  ExposureOptions,
  HttpRouteOptions,
  IngressOptions,
  LoadBalancerOptions,
  NodePortOptions,
} from './options';

/** The factory that was called, and its options. */
export type ExposureVariant =
  | ({ readonly type: 'clusterIp' } & ExposureOptions)
  | ({ readonly type: 'nodePort' } & NodePortOptions)
  | ({ readonly type: 'loadBalancer' } & LoadBalancerOptions)
  | ({ readonly type: 'ingress' } & IngressOptions)
  | ({ readonly type: 'httpRoute' } & HttpRouteOptions);

/** Facts that an exposure depends on. */
export interface ExposureContext {
  /** The server's ports; the first is the one that clients call. Empty where they are unknown. */
  readonly ports: readonly ServerPort[];
  /** Name of the port that Prometheus scrapes: left out of a Service that is reachable from outside the cluster. */
  readonly metricsPort?: string;
  readonly target: ClusterTarget;
  readonly serviceName: string;
  /** The readiness probe of the server's container; not given where there is none, or where it is unknown. */
  readonly readiness?: Probe;
}
