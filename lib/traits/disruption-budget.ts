import type { LabelSelector, PodDisruptionBudget } from '../internal/kubernetes';
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

/** `spec` of the PodDisruptionBudget, or nothing where there is none: with one replica at most it would block every drain or say nothing. */
export function podDisruptionBudgetSpec(
  _disruption: Disruption | undefined,
  _context: DisruptionContext & { readonly selector: LabelSelector },
): PodDisruptionBudget['spec'] | undefined {
  throw new Error('not written yet');
}
