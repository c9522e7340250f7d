import { seconds } from '../../internal/checks/durations';
import type { Deployment } from '../../internal/kubernetes';
import { ACCEPTS_DOWNTIME_ANNOTATION } from '../../internal/labels';
import type { RolloutOptions } from './options';
import { isRolling, type RollingSteps, type RolloutSteps, rollingAmounts } from './steps';

type DeploymentSpec = NonNullable<Deployment['spec']>;

/** The factory that was called, and its options. */
export type RolloutVariant = RolloutSteps & RolloutOptions;

/** Facts that a rollout depends on; each is left out where it is unknown, since another prop was refused. */
export interface RolloutContext {
  /** GPUs of one pod, 0 without. */
  readonly gpusPerPod?: number;
  /** Fewest replicas that can run: an autoscaler's minimum, or the fixed number. */
  readonly replicas?: number;
  /** From `startupBudget`: longest time from the start of the server's container until it answers. */
  readonly startupSeconds?: number;
  /** From `startupBudget`: time before the server's container starts, for example of a download. */
  readonly prepareSeconds?: number;
}

/** Fields of the Deployment. */
export interface RolloutPlan {
  readonly strategy: NonNullable<DeploymentSpec['strategy']>;
  readonly minReadySeconds?: number;
  readonly progressDeadlineSeconds: number;
  readonly revisionHistoryLimit?: number;
  /** Annotations of the Deployment: the reason for a downtime, where there is one. */
  readonly annotations: Record<string, string>;
  /** Most pods beyond the wanted number while a rollout runs. */
  readonly surgePods: number;
}

/** The same facts, all known. */
export type RolloutFacts = Required<RolloutContext>;

/** Kubernetes' own default; no deadline is shorter. */
const SHORTEST_DEADLINE = 600;

/**
 * Time to pull the image and, with a cluster autoscaler, to add a node. Production-stack gives GPU pods 1200 s with a
 * 600 s probe: 600 s for the rest. CPU nodes start faster and their images are smaller: half of it (judgement).
 */
const IMAGE_AND_NODE = { cpu: 300, gpu: 600 };

export function planRollout(variant: RolloutVariant, context: RolloutContext): RolloutPlan {
  const facts: RolloutFacts = {
    gpusPerPod: context.gpusPerPod ?? 0,
    replicas: context.replicas ?? 1,
    startupSeconds: context.startupSeconds ?? 0,
    prepareSeconds: context.prepareSeconds ?? 0,
  };
  // the API server does not store a 0
  const minReadySeconds = (variant.minReady && seconds(variant.minReady)) || undefined;
  return {
    strategy: strategy(variant, facts),
    minReadySeconds,
    progressDeadlineSeconds: variant.progressDeadline
      ? seconds(variant.progressDeadline)
      : deadline(facts, minReadySeconds ?? 0),
    revisionHistoryLimit: variant.revisionHistoryLimit,
    annotations: acceptedDowntime(variant, facts),
    surgePods: surgePods(variant, facts),
  };
}

function surgePods(variant: RolloutVariant, facts: RolloutFacts): number {
  if (!isRolling(variant)) return 0;
  const { surge, isPercent } = rollingAmounts(variant, facts);
  return isPercent ? Math.ceil((surge * facts.replicas) / 100) : surge;
}

function strategy(variant: RolloutVariant, facts: RolloutFacts): RolloutPlan['strategy'] {
  if (!isRolling(variant)) return { type: 'Recreate' };
  const { surge, unavailable, isPercent } = rollingAmounts(variant, facts);
  const amount = (n: number) => (isPercent ? `${n}%` : n);
  // 0, not 0 %: a reader need not think about how 0 % is rounded
  const rollingUpdate = { maxSurge: surge && amount(surge), maxUnavailable: unavailable && amount(unavailable) };
  return { type: 'RollingUpdate', rollingUpdate };
}

function deadline({ gpusPerPod, prepareSeconds, startupSeconds }: RolloutFacts, minReadySeconds: number): number {
  const imageAndNode = gpusPerPod > 0 ? IMAGE_AND_NODE.gpu : IMAGE_AND_NODE.cpu;
  return Math.max(SHORTEST_DEADLINE, imageAndNode + prepareSeconds + startupSeconds + minReadySeconds);
}

function acceptedDowntime(variant: RolloutVariant, facts: RolloutFacts): Record<string, string> {
  if (!isRolling(variant))
    return { [ACCEPTS_DOWNTIME_ANNOTATION]: 'Rollout.recreate: all old pods end before the first new one starts' };
  const removed = unavailablePods(variant, facts);
  if (removed === 0 || removed < facts.replicas) return {};
  const why =
    variant.maxUnavailable === undefined && facts.gpusPerPod > 0
      ? 'no spare GPUs are declared, so the only replica ends before its successor starts'
      : `maxUnavailable lets all of ${facts.replicas} replicas be replaced at once`;
  return { [ACCEPTS_DOWNTIME_ANNOTATION]: why };
}

/** Kubernetes rounds a percentage down, but removes one pod where that gives 0 and no pod may be added. */
function unavailablePods(variant: RollingSteps, facts: RolloutFacts): number {
  const { surge, unavailable, isPercent } = rollingAmounts(variant, facts);
  const rounded = isPercent ? Math.floor((unavailable * facts.replicas) / 100) : unavailable;
  return rounded === 0 && surge === 0 ? 1 : rounded;
}
