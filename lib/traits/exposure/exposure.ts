import { checksArguments } from '../../internal/type-check';
import { defineExposure, type ExposureDefinition } from './definition';
import type {
  ExposureOptions,
  HttpRouteOptions,
  IngressOptions,
  LoadBalancerOptions,
  NodePortOptions,
} from './options';
import type { ExposureVariant } from './variant';

/**
 * How clients reach a workload: a Service, and optionally an Ingress or HTTPRoute.
 *
 * @example
 * const exposure = Exposure.ingress({ host: 'models.example.com', className: 'nginx' });
 */
export class Exposure {
  /** From inside the cluster only: a Service of type `ClusterIP`. */
  public static clusterIp(options: ExposureOptions = {}): Exposure {
    return new Exposure({ type: 'clusterIp', ...options });
  }

  /** On a port of every node: a Service of type `NodePort`. */
  public static nodePort(options: NodePortOptions = {}): Exposure {
    return new Exposure({ type: 'nodePort', ...options });
  }

  /** Through a load balancer of the cloud: a Service of type `LoadBalancer`. */
  public static loadBalancer(options: LoadBalancerOptions = {}): Exposure {
    return new Exposure({ type: 'loadBalancer', ...options });
  }

  /** Through the cluster's ingress controller: a `ClusterIP` Service and an Ingress (`networking.k8s.io/v1`). */
  public static ingress(options: IngressOptions): Exposure {
    return new Exposure({ type: 'ingress', ...options });
  }

  /** Through a Gateway: a `ClusterIP` Service and an HTTPRoute (`gateway.networking.k8s.io/v1`). */
  public static httpRoute(options: HttpRouteOptions): Exposure {
    return new Exposure({ type: 'httpRoute', ...options });
  }

  /** @internal */
  public readonly _definition: ExposureDefinition;

  private constructor(variant: ExposureVariant) {
    this._definition = defineExposure(variant);
  }
}

checksArguments('Exposure', Exposure);
