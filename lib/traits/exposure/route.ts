import type { HttpRouteSpec } from '../../../imports/gateway.networking.k8s.io';
import { seconds } from '../../internal/checks/durations';
import type { IngressSpec } from '../../internal/kubernetes';
import { EXPECTS_ANNOTATION } from '../../internal/labels';
import type { Plain } from '../../internal/plain';
import { HTTP_ROUTE_DEFAULTS, INGRESS_DEFAULTS } from '../defaults';
import { CLASS_ANNOTATION, type IngressClass, ingressClassOf } from './ingress-classes';
import type { HttpRouteOptions, IngressOptions } from './options';
import type { ExposureContext, ExposureVariant } from './variant';

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
  context: ExposureContext,
  port: BackendPort | undefined,
): RoutePlan | undefined {
  if (port === undefined) return undefined;
  const { serviceName, target } = context;
  switch (variant.type) {
    case 'ingress': {
      const controller = ingressClassOf(variant, target.cloud);
      return {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        annotations: ingressAnnotations(variant, controller, context),
        spec: ingressSpec(variant, controller, serviceName, port),
      };
    }
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

function ingressAnnotations(
  options: IngressOptions,
  controller: IngressClass,
  { readiness, ports }: ExposureContext,
): Record<string, string> {
  const { className, timeout, tlsSecret } = options;
  return {
    ...(className !== undefined && controller.isAnnotation ? { [CLASS_ANNOTATION]: className } : {}),
    ...controller.annotations?.(readiness, ports[0]?.name ?? ''),
    ...(timeout ? controller.timeout?.(seconds(timeout)) : {}),
    ...options.annotations,
    // the certificate is not part of the app: cert-manager creates it, for example
    ...(tlsSecret ? { [EXPECTS_ANNOTATION]: `Secret/${tlsSecret}` } : {}),
  };
}

function ingressSpec(
  options: IngressOptions,
  { isAnnotation }: IngressClass,
  serviceName: string,
  { name: portName }: BackendPort,
): IngressSpec {
  const backend = { service: { name: serviceName, port: { name: portName } } };
  return {
    ...(options.className === undefined || isAnnotation ? {} : { ingressClassName: options.className }),
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
