import type { Item } from './cluster/item';

/** Annotation by which an object asks a rule to let it be: `cdk8s-ml.io/waive-<rule>: "<reason>"`. */
export const WAIVER = 'cdk8s-ml.io/waive-';

export interface Waiver {
  readonly rule: string;
  /** Empty where none was given. */
  readonly reason: string;
}

export function waiversOf(item: Item): Waiver[] {
  const found: Waiver[] = [];
  for (const [key, value] of Object.entries(item.annotations))
    if (key.startsWith(WAIVER))
      found.push({ rule: key.slice(WAIVER.length), reason: typeof value === 'string' ? value.trim() : '' });
  return found;
}
