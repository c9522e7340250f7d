import { ApiObject } from 'cdk8s';
import { Service, type ServiceType } from 'cdk8s-plus-28';
import { overrideManifest } from '../../../../internal/override';
import type { EngineInput } from '.';
import { makeObject, metadata } from './object';

/** The Service, a cdk8s-plus one so that a user's own Ingress or NetworkPolicy can point at it. */
export function makeService({ scope, plan }: EngineInput): Service {
  const { annotations, spec } = plan.traits.exposure.service;
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
export function makeRoute(input: EngineInput): void {
  const { names, traits } = input.plan;
  const { route } = traits.exposure;
  if (route) makeObject(input, route.kind, { ...route, name: names.route });
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
