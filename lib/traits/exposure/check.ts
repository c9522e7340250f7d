import { checkCidr, checkHost, checkPort } from '../../internal/checks/addresses';
import { checkSeconds } from '../../internal/checks/durations';
import { checkWhole } from '../../internal/checks/numbers';
import { checkRoutePath } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkAnnotations, checkName, keyFault } from '../../internal/names';
import { Cloud } from '../../values/cluster-target';
import { checkPeers } from '../network-access/peers';
import type { GatewayReference, HttpRouteOptions, IngressOptions, LoadBalancerOptions } from './options';
import { servicePorts } from './service';
import type { ExposureContext, ExposureVariant } from './variant';

/** Refuses an exposure that the API server would refuse, or that would not reach the server. */
export function checkExposure(check: Checker, variant: ExposureVariant, context: ExposureContext): void {
  checkService(check, variant, context);
  switch (variant.type) {
    case 'clusterIp':
      return;
    case 'nodePort':
      checkNodePort(check, variant.nodePort);
      return;
    case 'loadBalancer':
      checkNodePort(check, variant.nodePort);
      checkLoadBalancer(check, variant, context);
      return;
    case 'ingress':
      checkIngress(check, variant);
      return;
    case 'httpRoute':
      context.target._requireApi('gateway.networking.k8s.io/v1', check, 'Exposure.httpRoute');
      checkHttpRoute(check, variant);
  }
}

function checkService(check: Checker, variant: ExposureVariant, context: ExposureContext): void {
  checkPort(check.at('port'), variant.port);
  checkAnnotations(check.at('serviceAnnotations'), variant.serviceAnnotations);
  const [first, ...others] = servicePorts(variant, context);
  const other = others.find(({ port }) => port === first?.port);
  if (other)
    check
      .at('port')
      .refuse(first?.port, `a number that the server's port '${other.name}' does not use`, 'choose another port');
}

function checkNodePort(check: Checker, nodePort: number | undefined): void {
  // the API server's --service-node-port-range; https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
  checkWhole(check.at('nodePort'), nodePort, { min: 30000, max: 32767 }, 'choose one in the range, or leave it out');
}

function checkLoadBalancer(check: Checker, variant: LoadBalancerOptions, context: ExposureContext): void {
  if (variant.sourceRanges?.length === 0)
    check.at('sourceRanges').refuse([], 'at least one range', 'leave it out to admit everyone');
  variant.sourceRanges?.forEach((range, index) => {
    checkCidr(check.at('sourceRanges').at(index), range);
  });
  if (variant.loadBalancerClass !== undefined && keyFault(variant.loadBalancerClass))
    check
      .at('loadBalancerClass')
      .refuse(variant.loadBalancerClass, 'the name of a load balancer class', "write it like 'service.k8s.aws/nlb'");
  if (variant.internal && context.target.cloud === Cloud.GENERIC)
    check
      .at('internal')
      .refuse(
        true,
        'a ClusterTarget with a cloud: each cloud has an annotation of its own for it',
        'set cloud of the ClusterTarget, or give the annotation in serviceAnnotations',
      );
}

function checkIngress(check: Checker, variant: IngressOptions): void {
  checkHost(check.at('host'), variant.host);
  checkRoutePath(check.at('path'), variant.path, 'ingress');
  checkNames(check, { className: variant.className, tlsSecret: variant.tlsSecret });
  checkAnnotations(check.at('annotations'), variant.annotations);
  checkPeers(check.at('from'), variant.from);
}

function checkHttpRoute(check: Checker, variant: HttpRouteOptions): void {
  checkGateway(check.at('gateway'), variant.gateway);
  variant.hostnames?.forEach((host, index) => {
    checkHost(check.at('hostnames').at(index), host);
  });
  checkRoutePath(check.at('path'), variant.path, 'route');
  // a duration of the Gateway API has at most five digits: https://gateway-api.sigs.k8s.io/geps/gep-2257/
  checkSeconds(check.at('timeout'), variant.timeout, { min: 0, max: 99999 }, 'use whole seconds; 0 is no limit');
  checkAnnotations(check.at('annotations'), variant.annotations);
  checkPeers(check.at('from'), variant.from);
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
