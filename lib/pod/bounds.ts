import type { Checker } from '../internal/errors';
import type { ResourceRequirements } from '../internal/kubernetes';
import { quantity } from '../internal/quantity';
import type { ContainerLimits, GuardRails } from '../values/guard-rails';

/** Refuses what the LimitRange of the namespace would refuse at apply, after it has filled in its defaults. */
export function checkBounds(check: Checker, resources: ResourceRequirements, rails: GuardRails | undefined): void {
  const bounds = rails?.containers;
  if (!bounds) return;
  const where = `the LimitRange of namespace ${rails.namespace}`;
  for (const [name, request] of Object.entries(resources.requests ?? {})) {
    const limit = resources.limits?.[name];
    const at = check.at(PROPS[name] ?? 'gpu');
    filledLimit(at, name, request, limit, bounds, where);
    const { min, max } = bounds;
    if (min?.[name] && quantity(request) < quantity(min[name]))
      at.refuse(request, `at least ${min[name]}: ${where}`, 'ask for more, or lower the minimum');
    const most = limit ?? request;
    if (max?.[name] && quantity(most) > quantity(max[name]))
      check
        .at(limit ? (LIMIT_PROPS[name] ?? 'gpu') : (PROPS[name] ?? 'gpu'))
        .refuse(most, `at most ${max[name]}: ${where}`, 'ask for less, or raise the maximum');
  }
}

/** A default limit is filled in where none is given, and is then below the request. */
function filledLimit(
  check: Checker,
  name: string,
  request: string,
  limit: string | undefined,
  bounds: ContainerLimits,
  where: string,
): void {
  const filled = bounds.default?.[name];
  if (limit === undefined && filled && quantity(request) > quantity(filled))
    check.refuse(
      request,
      `at most ${filled}, the limit that ${where} fills in`,
      `give ${LIMIT_PROPS[name] ?? 'a limit'} as well`,
    );
}

const PROPS: Record<string, string> = { cpu: 'cpu', memory: 'memory', 'ephemeral-storage': 'ephemeralStorage' };
const LIMIT_PROPS: Record<string, string> = {
  cpu: 'cpuLimit',
  memory: 'memoryLimit',
  'ephemeral-storage': 'ephemeralStorageLimit',
};
