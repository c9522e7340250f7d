import { checkCidr, checkPort } from '../../internal/checks/addresses';
import { checkWhole } from '../../internal/checks/numbers';
import type { Checker } from '../../internal/errors';
import { checkAnnotations, keyFault } from '../../internal/names';
import type { Cloud } from '../../values/cluster-target';
import { LOAD_BALANCERS } from './load-balancers';
import type { LoadBalancerOptions } from './options';
import { checkHttpRoute, checkIngress } from './route-check';
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
      checkIngress(check, variant, context.target.cloud);
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
  if (variant.internal !== undefined) checkInternal(check, variant, variant.internal, context.target.cloud);
}

/** Refuses what would make a private load balancer public, or the other way round. */
function checkInternal(check: Checker, options: LoadBalancerOptions, internal: boolean, cloud: Cloud): void {
  const { serviceAnnotations: given = {}, loadBalancerClass } = options;
  const { classes, ...balancer } = LOAD_BALANCERS[cloud];
  const [own, ownClasses, otherClasses] = internal
    ? [balancer.internal, classes.internal, classes.external]
    : [balancer.external, classes.external, classes.internal];
  if (own === undefined) {
    if (!internal) return;
    check
      .at('internal')
      .refuse(
        internal,
        'a ClusterTarget with a cloud: each cloud has an annotation of its own for it',
        "set cloud of the ClusterTarget, or give the annotation in serviceAnnotations (OpenStack: service.beta.kubernetes.io/openstack-internal-load-balancer: 'true')",
      );
    return;
  }
  for (const [key, value] of Object.entries(own))
    if (given[key] !== undefined && given[key] !== value)
      check
        .at('serviceAnnotations')
        .at(key)
        .refuse(given[key], `'${value}', as internal: ${internal} means`, 'leave out the annotation, or internal');
  if (loadBalancerClass !== undefined && !ownClasses.includes(loadBalancerClass))
    check
      .at('internal')
      .refuse(
        internal,
        otherClasses.includes(loadBalancerClass)
          ? `the load balancer class for it (${loadBalancerClass} is ${internal ? 'public' : 'private'})`
          : `a load balancer class that is known (${loadBalancerClass} may ignore the annotation of the cloud)`,
        'leave out internal, and use the class or the annotation that its documentation names',
      );
}
