import type { Checker } from '../../internal/errors';
import { quantity } from '../../internal/quantity';
import type { GuardRails } from '../../values/guard-rails';

/** A claim that a workload makes, and the prop that asks for it. */
export interface NewClaim {
  readonly at: Checker;
  readonly size: string;
}

/** Refuses claims that the LimitRange or the quota of the namespace has no room for. */
export function checkClaims(rails: GuardRails | undefined, claims: readonly NewClaim[]): void {
  if (!rails) return;
  const { maxClaimSize, namespace } = rails;
  let total = 0;
  for (const [i, { at, size }] of claims.entries()) {
    total += quantity(size);
    if (maxClaimSize !== undefined && quantity(size) > quantity(maxClaimSize))
      at.at('size').refuse(
        size,
        `at most ${maxClaimSize}: the LimitRange of namespace ${namespace}`,
        'ask for less, or raise maxClaimSize',
      );
    const needs = [
      ['persistentvolumeclaims', i + 1, String(i + 1)],
      ['requests.storage', total, size],
    ] as const;
    for (const [key, amount, written] of needs) checkNeed(at, rails, { key, amount, written });
  }
}

/** Refuses what a line of the quota is too small for. */
export function checkNeed(
  at: Checker,
  { namespace, quota }: GuardRails,
  { key, amount, written }: { readonly key: string; readonly amount: number; readonly written: string },
): void {
  const hard = quota?.[key];
  if (hard !== undefined && amount > quantity(hard))
    at.refuse(written, `at most ${hard} ${key}: the quota of namespace ${namespace}`, 'raise the quota, or do without');
}
