import { type Bounds, checkWhole } from '../internal/checks/numbers';
import type { Checker } from '../internal/errors';
import type { LabelSelector, PodDisruptionBudget } from '../internal/kubernetes';
import { DISRUPTION_DEFAULTS } from './defaults';
import type { Disruption, DisruptionOptions } from './disruption';

/** A budget as it was asked for. */
export type DisruptionPlan =
  | ({
      readonly type: 'maxUnavailable' | 'minAvailable';
      readonly amount: number;
      readonly percent?: boolean;
    } & DisruptionOptions)
  | { readonly type: 'none' };

/** What a budget must know of the workload. */
export interface DisruptionContext {
  readonly minReplicas: number;
  readonly maxReplicas: number;
}

/** One at a time: a floor of the smallest number of replicas would block every drain whenever only those run. */
const USUAL: DisruptionPlan = { type: 'maxUnavailable', amount: 1 };

/** Refuses a budget that the API server would refuse, or that no drained node would ever get past. */
export function checkDisruption(check: Checker, plan: DisruptionPlan, context: DisruptionContext): void {
  if (plan.type === 'none') return;
  const bounds: Bounds = plan.percent ? { min: 0, max: 100 } : { min: 0 };
  checkWhole(check, plan.amount, bounds, plan.percent ? 'give a percentage' : 'give a number of pods');
  if (!Number.isInteger(plan.amount) || plan.amount < 0 || plan.amount > (bounds.max ?? plan.amount)) return;
  if (plan.type === 'maxUnavailable') {
    if (plan.amount === 0)
      check.refuse(
        0,
        'at least 1: with 0 no node that runs a pod could ever be drained',
        'use Disruption.maxUnavailable(1)',
      );
    return;
  }
  const { minReplicas } = context;
  const stay = plan.percent ? Math.ceil((plan.amount * minReplicas) / 100) : plan.amount;
  if (stay < minReplicas) return;
  const of = plan.percent ? `${plan.amount} % of ${minReplicas} replicas is ${stay}` : `${stay}`;
  check.refuse(
    plan.percent ? `${plan.amount}%` : plan.amount,
    `fewer pods than the ${minReplicas} replicas that run at least (${of}): no node could be drained while only those run`,
    'use Disruption.maxUnavailable(1), or run more replicas',
  );
}

/**
 * `spec` of the PodDisruptionBudget, or nothing where there is none. For one replica at most, a budget would either
 * block every drain or say nothing.
 */
export function podDisruptionBudgetSpec(
  disruption: Disruption | undefined,
  context: DisruptionContext & { readonly selector: LabelSelector },
): PodDisruptionBudget['spec'] | undefined {
  const plan = disruption?._plan ?? USUAL;
  if (plan.type === 'none') return undefined;
  if (disruption === undefined && context.maxReplicas < 2) return undefined;
  return {
    selector: context.selector,
    [plan.type]: plan.percent ? `${plan.amount}%` : plan.amount,
    ...(evictUnhealthy(plan) ? { unhealthyPodEvictionPolicy: 'AlwaysAllow' } : {}),
  };
}

function evictUnhealthy(asked: DisruptionOptions): boolean {
  return asked.evictUnhealthy ?? DISRUPTION_DEFAULTS.values.evictUnhealthy;
}
