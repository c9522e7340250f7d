import type { Construct } from 'constructs';
import { Checker } from '../../internal/errors';
import { quantity } from '../../internal/quantity';
import { checkBounds } from '../../pod/bounds';
import { DOWNLOAD_CONTAINER } from '../../pod/model-volume';
import { checkQuota } from '../../pod/quota';
import { GUARD_RAILS, type GuardRails } from '../../values/guard-rails';
import type { ModelServicePlan } from './plan';
import { checkEnv } from './plan/env';

/** Refuses what is known to be wrong only now that all is decided. */
export function checkPlan(scope: Construct, id: string, plan: ModelServicePlan): void {
  const check = Checker.forChild(scope, id);
  checkEnv(check.at('secrets'), plan.pod.containers.find(({ name }) => name === plan.names.container)?.env);
  const rails = GUARD_RAILS.get(scope);
  if (rails) checkNamespace(check, plan, rails);
  check.done();
}

/** What the guard rails of the namespace would refuse, whatever else is in it. */
function checkNamespace(check: Checker, plan: ModelServicePlan, rails: GuardRails): void {
  checkDownload(check.at('model'), plan, rails);
  checkQuota(check.at('compute'), plan.pod, rails);
  checkClaim(check.at('cache').at('size'), plan, rails);
  checkCounts(check, plan, rails);
}

/** The resources of the server and the sidecars are the user's, and were checked with the props. */
function checkDownload(check: Checker, plan: ModelServicePlan, rails: GuardRails): void {
  const download = plan.pod.initContainers.find(({ name }) => name === DOWNLOAD_CONTAINER);
  if (download) checkBounds(check, download.resources, rails);
}

function checkClaim(check: Checker, { traits }: ModelServicePlan, { maxClaimSize, namespace }: GuardRails): void {
  const size = traits.cache?.claim?.spec?.resources?.requests?.storage;
  if (size !== undefined && maxClaimSize !== undefined && quantity(size) > quantity(maxClaimSize))
    check.refuse(
      size,
      `at most ${maxClaimSize}: the LimitRange of namespace ${namespace}`,
      'ask for less, or raise maxClaimSize',
    );
}

/** Objects that the quota has no room for even alone. */
function checkCounts(check: Checker, { traits }: ModelServicePlan, rails: GuardRails): void {
  const { exposure, cache } = traits;
  const { type, ports = [] } = exposure.service.spec;
  const open = type === 'LoadBalancer' || type === 'NodePort';
  const needs: [prop: string, key: string, amount: number, written: string][] = [
    ['exposure', 'services.loadbalancers', type === 'LoadBalancer' ? 1 : 0, '1'],
    // a load balancer is reached through node ports as well
    ['exposure', 'services.nodeports', open ? ports.length : 0, String(ports.length)],
  ];
  const size = cache?.claim?.spec?.resources?.requests?.storage;
  if (size !== undefined)
    needs.push(['cache', 'persistentvolumeclaims', 1, '1'], ['cache', 'requests.storage', quantity(size), size]);
  for (const [prop, key, amount, written] of needs) {
    const hard = rails.quota?.[key];
    if (hard !== undefined && amount > quantity(hard))
      check
        .at(prop)
        .refuse(
          written,
          `at most ${hard} ${key}: the quota of namespace ${rails.namespace}`,
          'raise the quota, or do without',
        );
  }
}
