import type { LabelSelector, PodDisruptionBudget } from '../../internal/kubernetes';
import { DISRUPTION_DEFAULTS } from '../defaults';
import type { DisruptionOptions } from './options';

/** The factory that was called, and its arguments. */
export type DisruptionVariant =
  | ({
      readonly type: 'maxUnavailable' | 'minAvailable';
      readonly amount: number;
      readonly isPercent?: boolean;
    } & DisruptionOptions)
  /** One pod at a time, where two or more can run. */
  | { readonly type: 'default' }
  | { readonly type: 'none' };

/** Facts that a budget depends on; numbers are left out where they are unknown. */
export interface DisruptionContext {
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
  readonly selector: LabelSelector;
}

export interface DisruptionPlan {
  /** `spec` of the PodDisruptionBudget; nothing where there is none. */
  readonly spec?: PodDisruptionBudget['spec'];
}

export function planDisruption(variant: DisruptionVariant, context: DisruptionContext): DisruptionPlan {
  const { selector, maxReplicas = 1 } = context;
  if (variant.type === 'none') return {};
  if (variant.type === 'default') {
    // a budget for a single replica either blocks every drain or has no effect
    if (maxReplicas < 2) return {};
    // not minAvailable: a floor of the smallest number of replicas would block every drain while only those run
    return planDisruption({ type: 'maxUnavailable', amount: 1 }, context);
  }
  const evictUnhealthy = variant.evictUnhealthy ?? DISRUPTION_DEFAULTS.values.evictUnhealthy;
  return {
    spec: {
      selector,
      [variant.type]: variant.isPercent ? `${variant.amount}%` : variant.amount,
      ...(evictUnhealthy ? { unhealthyPodEvictionPolicy: 'AlwaysAllow' } : {}),
    },
  };
}
