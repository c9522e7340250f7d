import { type Bounds, checkWhole } from '../../internal/checks/numbers';
import type { Checker } from '../../internal/errors';
import type { DisruptionContext, DisruptionVariant } from './plan';

/** Refuses a budget that the API server would refuse, or under which no node could be drained. */
export function checkDisruption(check: Checker, variant: DisruptionVariant, context: DisruptionContext): void {
  if (variant.type === 'none' || variant.type === 'default') return;
  const { type, amount, isPercent } = variant;
  const bounds: Bounds = isPercent ? { min: 0, max: 100 } : { min: 0 };
  checkWhole(check, amount, bounds, isPercent ? 'give a percentage' : 'give a number of pods');
  if (!Number.isInteger(amount) || amount < 0 || amount > (bounds.max ?? amount)) return;
  if (type === 'minAvailable') checkFloor(check, amount, isPercent, context.minReplicas);
  else if (amount === 0)
    check.refuse(0, 'at least 1: with 0 no node that runs a pod can be drained', 'use Disruption.maxUnavailable(1)');
}

function checkFloor(
  check: Checker,
  amount: number,
  isPercent: boolean | undefined,
  minReplicas: number | undefined,
): void {
  if (minReplicas === undefined) return;
  const floor = isPercent ? Math.ceil((amount * minReplicas) / 100) : amount;
  if (floor < minReplicas) return;
  const of = isPercent ? `${amount} % of ${minReplicas} replicas is ${floor}` : `${floor}`;
  check.refuse(
    isPercent ? `${amount}%` : amount,
    `fewer pods than the minimum of ${minReplicas} replicas (${of}): no node can be drained while only those run`,
    'use Disruption.maxUnavailable(1), or run more replicas',
  );
}
