import { dig, entries, own, text } from '../../internal/json';
import type { Item, ObjectType } from './item';

/** A Service that an Ingress or a route sends requests to. */
export interface Backend {
  readonly item: Item;
  readonly namespace: string;
  readonly name: string;
  /** Number or name of the Service's port. */
  readonly port?: unknown;
  readonly at: string;
}

const ROUTES = new Set(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute']);

const INGRESS = 'networking.k8s.io/Ingress';

export function hasBackends({ id, group, kind }: ObjectType): boolean {
  return id === INGRESS || (group === 'gateway.networking.k8s.io' && ROUTES.has(kind));
}

/** The Services that an Ingress or a route sends requests to. */
export function backendsOf(item: Item): readonly Backend[] {
  return item.type.id === INGRESS ? ofIngress(item) : ofRoute(item);
}

function ofIngress(item: Item): Backend[] {
  const backends = [{ value: own(item.spec, 'defaultBackend'), at: 'spec.defaultBackend' }];
  for (const rule of entries(own(item.spec, 'rules'), 'spec.rules'))
    for (const path of entries(dig(rule.value, 'http.paths'), `${rule.at}.http.paths`))
      backends.push({ value: own(path.value, 'backend'), at: `${path.at}.backend` });
  return backends.flatMap(({ value, at }) => {
    const name = text(dig(value, 'service.name'));
    if (!name || isAction(item, value)) return [];
    const port = dig(value, 'service.port.number') ?? dig(value, 'service.port.name');
    return [{ item, namespace: item.namespace, name, port, at: `${at}.service` }];
  });
}

/**
 * The AWS load balancer controller takes the name for that of an annotation with an action, and no Service needs to be there:
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions
 */
function isAction({ annotations }: Item, backend: unknown): boolean {
  const isByAnnotation = dig(backend, 'service.port.name') === 'use-annotation';
  return (
    isByAnnotation && Object.hasOwn(annotations, `alb.ingress.kubernetes.io/actions.${dig(backend, 'service.name')}`)
  );
}

function ofRoute(item: Item): Backend[] {
  const found: Backend[] = [];
  const add = (ref: unknown, at: string) => {
    const name = text(own(ref, 'name'));
    const group = text(own(ref, 'group')) ?? '';
    if (!name || group !== '' || (text(own(ref, 'kind')) ?? 'Service') !== 'Service') return;
    found.push({ item, namespace: text(own(ref, 'namespace')) ?? item.namespace, name, port: own(ref, 'port'), at });
  };
  for (const rule of entries(own(item.spec, 'rules'), 'spec.rules')) {
    for (const { value, at } of entries(own(rule.value, 'filters'), `${rule.at}.filters`))
      add(dig(value, 'requestMirror.backendRef'), `${at}.requestMirror.backendRef`);
    for (const ref of entries(own(rule.value, 'backendRefs'), `${rule.at}.backendRefs`)) {
      add(ref.value, ref.at);
      for (const { value, at } of entries(own(ref.value, 'filters'), `${ref.at}.filters`))
        add(dig(value, 'requestMirror.backendRef'), `${at}.requestMirror.backendRef`);
    }
  }
  return found;
}
