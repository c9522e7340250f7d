import type { Checker } from '../internal/errors';
import { quantity } from '../internal/quantity';
import type { ContainerLimits, GuardRails } from '../values/guard-rails';
import type { ContainerPlan, PodPlan } from './plan';

/** What a quota refuses pods for that do not state it, https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
const DEMANDED = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'] as const;

/**
 * Refuses what the ResourceQuota of a namespace that is there already would refuse every single pod for. Of a namespace
 * of this app, the rules see the quota itself, and all workloads together.
 */
export function checkQuota(check: Checker, pod: PodPlan, rails: GuardRails | undefined): void {
  if (!rails?.quota || rails.owned) return;
  const where = `the quota of namespace ${rails.namespace}`;
  const containers = [...pod.initContainers, ...pod.containers];
  for (const [key, hard] of Object.entries(rails.quota)) {
    const without = DEMANDED.some((one) => one === key)
      ? containers.filter((one) => amountOf(one, key, rails.containers) === undefined)
      : [];
    const needed = demand(pod, key, rails.containers);
    if (without.length > 0)
      check.refuse(
        undefined,
        `${key} on every container: ${where} counts it; without: ${without.map(({ name }) => name).join(', ')}`,
        'give the limit, or the LimitRange that fills it in: containers of MlNamespace.existing',
      );
    else if (needed > quantity(hard))
      check.refuse(needed, `at most ${hard} ${key} in one pod: ${where}`, 'ask for less, or have the quota raised');
  }
}

/** Containers run together, sidecars among them, or an init container before the others of its kind and after sidecars. */
function demand(pod: PodPlan, key: string, limits: ContainerLimits | undefined): number {
  if (key === 'pods') return 1;
  const amount = (one: ContainerPlan) => {
    const text = amountOf(one, key, limits);
    return text === undefined ? 0 : quantity(text);
  };
  const sum = (some: readonly ContainerPlan[]) => some.reduce((all, one) => all + amount(one), 0);
  const sidecars = pod.initContainers.filter(({ sidecar }) => sidecar);
  const once = pod.initContainers.filter(({ sidecar }) => !sidecar);
  return sum(sidecars) + Math.max(sum(pod.containers), ...once.map(amount));
}

function amountOf({ resources }: ContainerPlan, key: string, filled: ContainerLimits | undefined): string | undefined {
  const found = /^(requests|limits)\.(.+)$/.exec(key);
  if (!found) return undefined;
  const [, field, name] = found;
  const limit = resources.limits?.[name] ?? filled?.default?.[name] ?? filled?.max?.[name];
  if (field === 'limits') return limit;
  return (
    resources.requests?.[name] ??
    resources.limits?.[name] ??
    filled?.defaultRequest?.[name] ??
    limit ??
    filled?.min?.[name]
  );
}
