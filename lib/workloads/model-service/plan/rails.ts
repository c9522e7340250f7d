import type { Checker } from '../../../internal/errors';
import type { ServiceSpec } from '../../../internal/kubernetes';
import type { CachePlan } from '../../../traits/cache/plan';
import type { GuardRails } from '../../../values/guard-rails';
import { checkClaims, checkNeed } from '../../shared/claims';

/** Refuses objects that the quota or the LimitRange of the namespace has no room for, even alone. */
export function checkRails(
  check: Checker,
  rails: GuardRails | undefined,
  { service, claim }: { readonly service: ServiceSpec; readonly claim?: CachePlan['claim'] },
): void {
  if (!rails) return;
  const { type, ports = [] } = service;
  const isOpen = type === 'LoadBalancer' || type === 'NodePort';
  const needs = [
    ['services.loadbalancers', type === 'LoadBalancer' ? 1 : 0, '1'],
    // a load balancer is reached through node ports as well
    ['services.nodeports', isOpen ? ports.length : 0, String(ports.length)],
  ] as const;
  for (const [key, amount, written] of needs) checkNeed(check.at('exposure'), rails, { key, amount, written });
  const size = claim?.spec.resources?.requests?.storage;
  if (size !== undefined) checkClaims(rails, [{ at: check.at('cache'), size }]);
}
