import { ROLLING_DEFAULTS } from '../defaults';

/** A rolling update, in pods or in percent. */
export type RollingSteps =
  | { readonly type: 'pods'; readonly maxSurge?: number; readonly maxUnavailable?: number; readonly spareGpus?: number }
  | { readonly type: 'percent'; readonly maxSurge?: number; readonly maxUnavailable?: number };

/** How pods are replaced. */
export type RolloutSteps = RollingSteps | { readonly type: 'recreate' };

/** Two numbers of pods, or two percentages. */
export interface RollingAmounts {
  readonly surge: number;
  readonly unavailable: number;
  readonly isPercent: boolean;
}

interface Facts {
  readonly gpusPerPod: number;
  readonly replicas: number;
}

export function isRolling<Variant extends RolloutSteps>(
  variant: Variant,
): variant is Exclude<Variant, { type: 'recreate' }> {
  return variant.type !== 'recreate';
}

/** The amounts that are given, and defaults for the others. */
export function rollingAmounts(steps: RollingSteps, facts: Facts): RollingAmounts {
  const { maxSurge, maxUnavailable } = steps;
  if (steps.type === 'percent') {
    const surge = maxSurge ?? (facts.gpusPerPod > 0 ? 0 : 25);
    return { surge, unavailable: maxUnavailable ?? (surge > 0 ? 0 : 25), isPercent: true };
  }
  if (maxSurge === undefined && maxUnavailable === undefined && facts.gpusPerPod === 0)
    return { surge: 25, unavailable: 0, isPercent: true };
  const surge = maxSurge ?? defaultSurge(steps.spareGpus ?? ROLLING_DEFAULTS.values.spareGpus, facts);
  return { surge, unavailable: maxUnavailable ?? (surge > 0 ? 0 : 1), isPercent: false };
}

/** A quarter of the replicas, as in Kubernetes; GPU pods only as far as the spare GPUs suffice. */
function defaultSurge(spareGpus: number, { gpusPerPod, replicas }: Facts): number {
  const quarter = Math.max(1, Math.ceil(replicas / 4));
  return gpusPerPod === 0 ? quarter : Math.min(quarter, Math.floor(spareGpus / gpusPerPod));
}
