import type { TopologySpreadConstraint } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import type { HardSpreadOptions, Spread, SpreadOptions } from './spread';

/** A spread as it was asked for. */
export type SpreadOrder =
  | ({ readonly type: 'soft' } & SpreadOptions)
  | ({ readonly type: 'hard' } & HardSpreadOptions)
  | { readonly type: 'none' };

/** What a spread must know of the workload. */
export interface SpreadContext {
  /** Labels that select its pods. */
  readonly labels: Readonly<Record<string, string>>;
  readonly gpusPerPod: number;
  /** Label by which the pods of one version are told apart: `pod-template-hash` for a Deployment; nothing for a Job. */
  readonly revisionLabel?: string;
  readonly target: ClusterTarget;
}

/** `topologySpreadConstraints` of the pods; empty where there are none. */
export function spreadConstraints(_spread: Spread | undefined, _context: SpreadContext): TopologySpreadConstraint[] {
  throw new Error('not written yet');
}
