import { list, own, record } from '../../internal/json';
import { quantityOf } from '../../internal/pods/pod-demand';
import type { Item } from './item';

/** One line of a ResourceQuota that limits the resources of pods. */
export interface QuotaLine {
  readonly item: Item;
  /** As it is written: `requests.cpu`, `pods`. */
  readonly key: string;
  readonly field: 'requests' | 'limits' | 'pods';
  /** Empty for the number of pods. */
  readonly resource: string;
  readonly hard: number;
  readonly written: unknown;
}

/** True for a quota that counts only some pods. */
export function isScoped({ spec }: Item): boolean {
  return list(own(spec, 'scopes')).length > 0 || own(spec, 'scopeSelector') !== undefined;
}

/** The lines of a quota that counts all pods of its namespace; one with scopes counts only some, and is left out. */
export function quotaLines(item: Item): QuotaLine[] {
  if (isScoped(item)) return [];
  return Object.entries(record(own(item.spec, 'hard'))).flatMap(([key, written]) => {
    const hard = quantityOf(written);
    const meaning = meaningOf(key);
    return hard === undefined || !meaning ? [] : [{ item, key, hard, written, ...meaning }];
  });
}

function meaningOf(key: string): Pick<QuotaLine, 'field' | 'resource'> | undefined {
  if (key === 'pods' || key === 'count/pods') return { field: 'pods', resource: '' };
  // `cpu` is the short form of `requests.cpu`
  if (key === 'cpu' || key === 'memory') return { field: 'requests', resource: key };
  const match = /^(requests|limits)\.(.+)$/.exec(key);
  if (!match || match[2] === 'storage') return undefined;
  return { field: match[1] as 'requests' | 'limits', resource: match[2] };
}

/** True for the lines that make the API server refuse a pod whose containers do not set the resource. */
export function isRequired({ field, resource }: QuotaLine): boolean {
  return field !== 'pods' && (resource === 'cpu' || resource === 'memory');
}
