import { checkWhole } from '../internal/checks/numbers';
import type { Checker } from '../internal/errors';
import type { TopologySpreadConstraint } from '../internal/kubernetes';
import { keyFault } from '../internal/names';
import type { ClusterTarget } from '../values/cluster-target';
import { SPREAD_DEFAULTS } from './defaults';
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

const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';

/** Refuses keys and numbers that the API server would refuse. */
export function checkSpread(check: Checker, order: SpreadOrder): void {
  if (order.type === 'none') return;
  checkWhole(check.at('maxSkew'), order.maxSkew, { min: 1 }, 'use 1 for as even as can be');
  if (order.type === 'hard')
    checkWhole(check.at('minDomains'), order.minDomains, { min: 1 }, 'give a number of places');
  const keys = check.at('topologyKeys');
  if (order.topologyKeys?.length === 0)
    keys.refuse([], 'at least one label of nodes', 'use Spread.none() for no spread at all');
  order.topologyKeys?.forEach((key, index) => {
    const fault = keyFault(key);
    if (fault) keys.at(index).refuse(key, fault, `name a label of nodes, for example ${ZONE}`);
    else if (order.topologyKeys?.indexOf(key) !== index)
      keys.at(index).refuse(key, 'a label that is not there already', 'remove one');
  });
}

/** `topologySpreadConstraints` of the pods; empty where there are none. */
export function spreadConstraints(spread: Spread | undefined, context: SpreadContext): TopologySpreadConstraint[] {
  const order: SpreadOrder = spread?._order ?? { type: 'soft' };
  if (order.type === 'none') return [];
  // GPU pods apart on hosts would leave a GPU or two free on each node, and none for a pod that wants all eight
  const usualKeys = context.gpusPerPod > 0 ? [ZONE] : [ZONE, HOST];
  return (order.topologyKeys ?? usualKeys).map((topologyKey) => ({
    topologyKey,
    maxSkew: order.maxSkew ?? SPREAD_DEFAULTS.values.maxSkew,
    ...(order.type === 'hard' ? hard(order) : { whenUnsatisfiable: 'ScheduleAnyway' }),
    labelSelector: { matchLabels: { ...context.labels } },
    ...revision(context),
  }));
}

function hard({ minDomains }: HardSpreadOptions) {
  return {
    whenUnsatisfiable: 'DoNotSchedule',
    // else tainted nodes, which the pods may not go to, count as places that stand empty, and pods wait for them
    nodeTaintsPolicy: 'Honor',
    ...(minDomains === undefined ? {} : { minDomains }),
  };
}

/** Else a rollout spreads old and new pods together, and the new ones lie unevenly once the old ones are gone. */
function revision({ revisionLabel, target }: SpreadContext): Pick<TopologySpreadConstraint, 'matchLabelKeys'> {
  return revisionLabel !== undefined && target._has('matchLabelKeys') ? { matchLabelKeys: [revisionLabel] } : {};
}
