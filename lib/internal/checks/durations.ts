import type { Duration } from 'cdk8s';
import type { Checker } from '../errors';
import { LARGEST } from '../types';
import { type Bounds, boundsInWords } from './numbers';

/** Refuses what is not whole seconds within the bounds; says nothing of what was left out. */
export function checkSeconds(check: Checker, value: Duration | undefined, bounds: Bounds, fix: string): void {
  if (value === undefined) return;
  const seconds = value.toSeconds({ integral: false });
  if (Number.isInteger(seconds) && seconds >= bounds.min && seconds <= (bounds.max ?? LARGEST)) return;
  const most = seconds > LARGEST ? { max: LARGEST } : {};
  check.refuse(value, `whole seconds, ${boundsInWords({ ...most, ...bounds })}`, fix);
}

/** Seconds of a duration that was checked before. */
export function seconds(duration: Duration): number {
  return duration.toSeconds();
}
