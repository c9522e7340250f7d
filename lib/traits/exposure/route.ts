import type { HttpRouteSpec } from '../../../imports/gateway.networking.k8s.io';
import { seconds } from '../../internal/checks/durations';
import type { IngressSpec } from '../../internal/kubernetes';
import { EXPECTS_ANNOTATION } from '../../internal/labels';
import type { Plain } from '../../internal/plain';
import { HTTP_ROUTE_DEFAULTS, INGRESS_DEFAULTS } from '../defaults';
import type { HttpRouteOptions, IngressOptions } from './options';
import type { ExposureVariant } from './variant';

/** An object in front of the Service. */
export interface RoutePlan {
  readonly apiVersion: string;
  readonly kind: 'Ingress' | 'HTTPRoute';
  readonly annotations: Record<string, string>;
  readonly spec: IngressSpec | Plain<HttpRouteSpec>;
}

/** The port of the Service that the route leads to. */
interface BackendPort {
  readonly name?: string;
  readonly port: number;
}

/** The Ingress or HTTPRoute, where the exposure has one. */
export function planRoute(
  variant: ExposureVariant,
  serviceName: string,
  port: BackendPort | undefined,
): RoutePlan | undefined {
  if (port === undefined) return undefined;
  switch (variant.type) {
    case 'ingress':
      return {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        annotations: {
          ...variant.annotations,
          // the certificate is not part of the app: cert-manager creates it, for example
          ...(variant.tlsSecret ? { [EXPECTS_ANNOTATION]: `Secret/${variant.tlsSecret}` } : {}),
        },
        spec: ingressSpec(variant, serviceName, port),
      };
    case 'httpRoute':
      return {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        annotations: { ...variant.annotations },
        spec: httpRouteSpec(variant, serviceName, port),
      };
    default:
      return undefined;
  }
}

function ingressSpec(options: IngressOptions, serviceName: string, { name: portName }: BackendPort): IngressSpec {
  const backend = { service: { name: serviceName, port: { name: portName } } };
  return {
    ...(options.className === undefined ? {} : { ingressClassName: options.className }),
    ...(options.tlsSecret === undefined ? {} : { tls: [{ hosts: [options.host], secretName: options.tlsSecret }] }),
    rules: [
      {
        host: options.host,
        http: { paths: [{ path: options.path ?? INGRESS_DEFAULTS.values.path, pathType: 'Prefix', backend }] },
      },
    ],
  };
}

function httpRouteSpec(options: HttpRouteOptions, serviceName: string, { port }: BackendPort): Plain<HttpRouteSpec> {
  const { name, namespace, sectionName } = options.gateway;
  return {
    parentRefs: [
      {
        name,
        ...(namespace === undefined ? {} : { namespace }),
        ...(sectionName === undefined ? {} : { sectionName }),
      },
    ],
    ...(options.hostnames?.length ? { hostnames: [...options.hostnames] } : {}),
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: options.path ?? HTTP_ROUTE_DEFAULTS.values.path } }],
        backendRefs: [{ name: serviceName, port }],
        ...(options.timeout ? { timeouts: { request: `${seconds(options.timeout)}s` } } : {}),
      },
    ],
  };
}
