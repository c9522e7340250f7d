import { ApiObject } from 'cdk8s';
import { Service, type ServiceType } from 'cdk8s-plus-28';
import { EXPECTS_ANNOTATION } from '../../../../internal/labels';
import { overrideManifest } from '../../../../internal/override';
import type { Exposure } from '../../../../traits/exposure';
import { httpRouteSpec, ingressSpec, servicePlan } from '../../../../traits/exposure-plan';
import type { EngineInput } from '.';
import { makeObject, metadata } from './object';

/** The Service, a cdk8s-plus one so that a user's own Ingress or NetworkPolicy can point at it. */
export function makeService({ scope, plan, props }: EngineInput): Service {
  const { annotations, spec } = servicePlan(props.exposure, plan.facts.exposure);
  const containerPort = (name: string | undefined) => plan.facts.profile.ports.find((p) => p.name === name)?.port;
  const service = new Service(scope, 'Service', {
    metadata: metadata(plan, plan.names.service, annotations),
    type: spec.type as ServiceType | undefined,
    ports: (spec.ports ?? []).map(({ name, port, nodePort }) => ({
      name,
      port,
      nodePort,
      targetPort: containerPort(name),
    })),
  });
  for (const [key, value] of Object.entries(plan.selector)) service.selectLabel(key, value);
  // cdk8s-plus knows neither named target ports nor traffic policies, and writes an empty list of external addresses;
  // what the plan says is laid over its output
  overrideManifest(ApiObject.of(service), { spec: { ...plain(spec), externalIPs: null } });
  return service;
}

/** The Ingress or HTTPRoute in front of the Service. */
export function makeRoute(input: EngineInput, service: Service): void {
  const { plan, props } = input;
  const { name, port } = service.ports[0];
  const ingress = ingressSpec(props.exposure, { name: service.name, portName: name! });
  if (ingress)
    makeObject(input, 'Ingress', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      name: plan.names.route,
      annotations: routeAnnotations(props.exposure),
      spec: ingress,
    });
  const route = httpRouteSpec(props.exposure, { name: service.name, port });
  if (route)
    makeObject(input, 'HTTPRoute', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      name: plan.names.route,
      annotations: routeAnnotations(props.exposure),
      spec: route,
    });
}

/** The user's, and the certificate that must be there: somebody else makes it, cert-manager for example. */
function routeAnnotations(exposure: Exposure | undefined): Record<string, string> {
  const kind = exposure?._kind;
  return {
    ...(kind && 'annotations' in kind ? kind.annotations : {}),
    ...(kind && 'tlsSecret' in kind && kind.tlsSecret ? { [EXPECTS_ANNOTATION]: `Secret/${kind.tlsSecret}` } : {}),
  };
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
