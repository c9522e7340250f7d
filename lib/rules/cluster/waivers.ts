import { type Json, text } from '../../internal/json';
import { WAIVER_PREFIX } from '../../internal/labels';

/** A rule that an object is exempt from. */
export interface Waiver {
  readonly rule: string;
  /** Empty where none was given. */
  readonly reason: string;
}

const NONE: readonly Waiver[] = [];

export function waiversIn(annotations: Json): readonly Waiver[] {
  let found: Waiver[] | undefined;
  for (const key of Object.keys(annotations)) {
    if (!key.startsWith(WAIVER_PREFIX)) continue;
    found ??= [];
    found.push({ rule: key.slice(WAIVER_PREFIX.length), reason: text(annotations[key])?.trim() ?? '' });
  }
  return found ?? NONE;
}
