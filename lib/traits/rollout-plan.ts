import type { Deployment } from '../internal/kubernetes';
import type { Rollout } from './rollout';

type DeploymentSpec = NonNullable<Deployment['spec']>;

/** A rollout as it was asked for. */
export type RolloutOrder =
  | { readonly type: 'pods'; readonly maxSurge?: number; readonly maxUnavailable?: number; readonly spareGpus?: number }
  | { readonly type: 'percent'; readonly maxSurge?: number; readonly maxUnavailable?: number }
  | { readonly type: 'recreate' };

/** What a rollout must know of the workload. */
export interface RolloutContext {
  /** GPUs of one pod, 0 without. */
  readonly gpusPerPod: number;
  /** Fewest replicas that can run: an autoscaler's minimum, or the fixed number. */
  readonly replicas: number;
  /** From `startupBudget`: what the server's container may take to answer. */
  readonly startupSeconds: number;
  /** From `startupBudget`: what comes before it, downloads by an init container. */
  readonly prepareSeconds: number;
}

/** What goes into the Deployment. */
export interface RolloutPlan {
  readonly strategy: NonNullable<DeploymentSpec['strategy']>;
  readonly minReadySeconds?: number;
  readonly progressDeadlineSeconds: number;
  readonly revisionHistoryLimit?: number;
  /** Of the Deployment: says why downtime is accepted, where it is. */
  readonly annotations: Record<string, string>;
}

/** How the Deployment replaces its pods. */
export function rolloutPlan(_rollout: Rollout | undefined, _context: RolloutContext): RolloutPlan {
  throw new Error('not written yet');
}
