import { entries, own } from '../../internal/json';
import { amounts, type ContainerDefaults } from '../../internal/pods/pod-demand';
import type { Item } from './item';

/**
 * The defaults of the LimitRanges of one namespace. As the API server fills them in: a limit from `default`, else `max`;
 * a request from `defaultRequest`, else that limit, else `min`.
 */
export function containerDefaults(limitRanges: readonly Item[]): ContainerDefaults {
  const requests = new Map<string, number>();
  const limits = new Map<string, number>();
  const fill = (into: Map<string, number>, from: Iterable<[string, number]>) => {
    for (const [resource, value] of from) if (!into.has(resource)) into.set(resource, value);
  };
  for (const item of limitRanges) {
    for (const { value } of entries(own(item.spec, 'limits'), 'spec.limits')) {
      if (own(value, 'type') !== 'Container') continue;
      const limit = new Map(amounts(own(value, 'default')));
      fill(limit, amounts(own(value, 'max')));
      fill(limits, limit);
      fill(requests, amounts(own(value, 'defaultRequest')));
      fill(requests, limit);
      fill(requests, amounts(own(value, 'min')));
    }
  }
  return { requests, limits };
}
