import { checkHost } from '../../internal/checks/addresses';
import { checkSeconds } from '../../internal/checks/durations';
import { checkRoutePath } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkAnnotations, checkName } from '../../internal/names';
import type { Cloud } from '../../values/cluster-target';
import { checkPeers } from '../network-access/peers';
import { CLASS_ANNOTATION, INGRESS_CLASSES, ingressClassOf } from './ingress-classes';
import type { GatewayReference, HttpRouteOptions, IngressOptions } from './options';

/** Limits of the API: https://gateway-api.sigs.k8s.io/reference/spec/#httproutespec */
const MOST_HOSTNAMES = 16;
const LONGEST_PATH = 1024;

/** Refuses an Ingress that the API server or its controller would refuse. */
export function checkIngress(check: Checker, variant: IngressOptions, cloud: Cloud): void {
  checkHost(check.at('host'), variant.host);
  checkRoutePath(check.at('path'), variant.path, 'ingress');
  checkNames(check, { className: variant.className, tlsSecret: variant.tlsSecret });
  checkAnnotations(check.at('annotations'), variant.annotations);
  checkCallers(check.at('from'), variant.from);
  checkClass(check, variant);
  checkTimeout(check, variant, cloud);
}

/** The API server refuses an Ingress with both. */
function checkClass(check: Checker, { className, annotations }: IngressOptions): void {
  const annotation = annotations?.[CLASS_ANNOTATION];
  if (className !== undefined && annotation !== undefined)
    check
      .at('annotations')
      .at(CLASS_ANNOTATION)
      .refuse(annotation, `no class beside className ('${className}')`, 'leave one of the two out');
}

function checkTimeout(check: Checker, options: IngressOptions, cloud: Cloud): void {
  const { timeout, annotations = {} } = options;
  if (timeout === undefined) return;
  const { timeout: annotationsFor, longestTimeout: max } = ingressClassOf(options, cloud);
  const at = check.at('timeout');
  if (annotationsFor === undefined) {
    const known = [...INGRESS_CLASSES]
      .filter(([name, one]) => one.timeout && !name.includes('/'))
      .map(([name]) => name);
    at.refuse(
      timeout,
      `an Ingress class with an annotation for it: ${known.join(', ')}`,
      'set className to one of them, or configure the controller, and leave timeout out',
    );
    return;
  }
  checkSeconds(at, timeout, { min: 1, max }, 'use whole seconds');
  for (const key of Object.keys(annotationsFor(1)))
    if (annotations[key] !== undefined)
      check
        .at('annotations')
        .at(key)
        .refuse(annotations[key], 'no such annotation beside timeout, which sets it', 'leave one of the two out');
}

/** Refuses an HTTPRoute that the API server would refuse. */
export function checkHttpRoute(check: Checker, variant: HttpRouteOptions): void {
  checkGateway(check.at('gateway'), variant.gateway);
  const { hostnames = [], path = '' } = variant;
  if (hostnames.length > MOST_HOSTNAMES)
    check
      .at('hostnames')
      .refuse(`${hostnames.length} host names`, `at most ${MOST_HOSTNAMES}`, 'use a pattern like *.example.com');
  if (path.length > LONGEST_PATH)
    check.at('path').refuse(`${path.length} characters`, `at most ${LONGEST_PATH}`, 'use a shorter path');
  variant.hostnames?.forEach((host, index) => {
    checkHost(check.at('hostnames').at(index), host);
  });
  checkRoutePath(check.at('path'), variant.path, 'route');
  // a duration of the Gateway API has at most five digits: https://gateway-api.sigs.k8s.io/geps/gep-2257/
  checkSeconds(check.at('timeout'), variant.timeout, { min: 0, max: 99999 }, 'use whole seconds; 0 is no limit');
  checkAnnotations(check.at('annotations'), variant.annotations);
  checkCallers(check.at('from'), variant.from);
}

/** An empty list would admit none of the requests that the route forwards. */
function checkCallers(check: Checker, from: IngressOptions['from']): void {
  if (from?.length === 0) check.refuse([], 'at least one peer', 'leave it out for the default');
  checkPeers(check, from);
}

function checkGateway(check: Checker, gateway: GatewayReference): void {
  checkName(check.at('name'), gateway.name, 'subdomain');
  if (gateway.namespace !== undefined) checkName(check.at('namespace'), gateway.namespace, 'label');
  checkNames(check, { sectionName: gateway.sectionName });
}

function checkNames(check: Checker, names: Record<string, string | undefined>): void {
  for (const [prop, name] of Object.entries(names))
    if (name !== undefined) checkName(check.at(prop), name, 'subdomain');
}
