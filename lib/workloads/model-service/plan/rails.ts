import type { Checker } from '../../../internal/errors';
import type { ServiceSpec } from '../../../internal/kubernetes';
import { quantity } from '../../../internal/quantity';
import type { CachePlan } from '../../../traits/cache/plan';
import type { GuardRails } from '../../../values/guard-rails';

/** Refuses objects that the quota or the LimitRange of the namespace has no room for, even alone. */
export function checkRails(
  check: Checker,
  rails: GuardRails | undefined,
  { service, claim }: { readonly service: ServiceSpec; readonly claim?: CachePlan['claim'] },
): void {
  if (!rails) return;
  const { maxClaimSize, namespace, quota } = rails;
  const size = claim?.spec.resources?.requests?.storage;
  if (size !== undefined && maxClaimSize !== undefined && quantity(size) > quantity(maxClaimSize))
    check
      .at('cache')
      .at('size')
      .refuse(
        size,
        `at most ${maxClaimSize}: the LimitRange of namespace ${namespace}`,
        'ask for less, or raise maxClaimSize',
      );
  for (const [prop, key, amount, written] of needsOf(service, size)) {
    const hard = quota?.[key];
    if (hard !== undefined && amount > quantity(hard))
      check
        .at(prop)
        .refuse(
          written,
          `at most ${hard} ${key}: the quota of namespace ${namespace}`,
          'raise the quota, or do without',
        );
  }
}

type Need = readonly [prop: string, key: string, amount: number, written: string];

function needsOf({ type, ports = [] }: ServiceSpec, size: string | undefined): Need[] {
  const isOpen = type === 'LoadBalancer' || type === 'NodePort';
  const needs: Need[] = [
    ['exposure', 'services.loadbalancers', type === 'LoadBalancer' ? 1 : 0, '1'],
    // a load balancer is reached through node ports as well
    ['exposure', 'services.nodeports', isOpen ? ports.length : 0, String(ports.length)],
  ];
  if (size !== undefined)
    needs.push(['cache', 'persistentvolumeclaims', 1, '1'], ['cache', 'requests.storage', quantity(size), size]);
  return needs;
}
