import { WAIVER_PREFIX } from '../internal/labels';
import type { Item } from './cluster/item';

export interface Waiver {
  readonly rule: string;
  /** Empty where none was given. */
  readonly reason: string;
}

export function waiversOf(item: Item): Waiver[] {
  const found: Waiver[] = [];
  for (const [key, value] of Object.entries(item.annotations))
    if (key.startsWith(WAIVER_PREFIX))
      found.push({ rule: key.slice(WAIVER_PREFIX.length), reason: typeof value === 'string' ? value.trim() : '' });
  return found;
}
