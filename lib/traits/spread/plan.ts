import type { TopologySpreadConstraint } from '../../internal/kubernetes';
import type { ClusterTarget } from '../../values/cluster-target';
import { SPREAD_DEFAULTS } from '../defaults';
import type { HardSpreadOptions, SpreadOptions } from './options';

/** The factory that was called, and its options. */
export type SpreadVariant =
  | ({ readonly type: 'soft' } & SpreadOptions)
  | ({ readonly type: 'hard' } & HardSpreadOptions)
  | { readonly type: 'none' };

/** Facts that a spread depends on. */
export interface SpreadContext {
  /** Labels that select the pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** GPUs of one pod, 0 without. */
  readonly gpusPerPod: number;
  /** Label that differs between versions of the workload: `pod-template-hash` for a Deployment; nothing for a Job. */
  readonly revisionLabel?: string;
  readonly target: ClusterTarget;
}

/** `topologySpreadConstraints` of the pods. */
export type SpreadPlan = TopologySpreadConstraint[];

export const ZONE_LABEL = 'topology.kubernetes.io/zone';
const HOST_LABEL = 'kubernetes.io/hostname';

export function planSpread(variant: SpreadVariant, context: SpreadContext): SpreadPlan {
  if (variant.type === 'none') return [];
  // GPU pods spread over hosts would leave a GPU or two free on each node, and none for a pod that needs all eight
  const defaultKeys = context.gpusPerPod > 0 ? [ZONE_LABEL] : [ZONE_LABEL, HOST_LABEL];
  return (variant.topologyKeys ?? defaultKeys).map((topologyKey) => ({
    topologyKey,
    maxSkew: variant.maxSkew ?? SPREAD_DEFAULTS.values.maxSkew,
    ...(variant.type === 'hard' ? hard(variant) : { whenUnsatisfiable: 'ScheduleAnyway' }),
    labelSelector: { matchLabels: { ...context.labels } },
    ...revision(context),
  }));
}

function hard({ minDomains }: HardSpreadOptions) {
  return {
    whenUnsatisfiable: 'DoNotSchedule',
    // otherwise tainted nodes, where the pods may not run, count as empty places, and pods wait for them
    nodeTaintsPolicy: 'Honor',
    ...(minDomains === undefined ? {} : { minDomains }),
  };
}

/** Without it a rollout spreads old and new pods together, and the new ones are uneven once the old ones are gone. */
function revision({ revisionLabel, target }: SpreadContext): Pick<TopologySpreadConstraint, 'matchLabelKeys'> {
  return revisionLabel !== undefined && target._has('matchLabelKeys') ? { matchLabelKeys: [revisionLabel] } : {};
}
