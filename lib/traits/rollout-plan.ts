import { checkSeconds, seconds } from '../internal/checks/durations';
import { checkWhole } from '../internal/checks/numbers';
import type { Checker } from '../internal/errors';
import type { Deployment } from '../internal/kubernetes';
import { ACCEPTS_DOWNTIME_ANNOTATION } from '../internal/labels';
import { ROLLING_DEFAULTS } from './defaults';
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

/** Two amounts of pods, or two percentages. */
interface Steps {
  readonly surge: number;
  readonly unavailable: number;
  readonly percent: boolean;
}

/** Kubernetes' own default, which no deadline goes below. */
const SHORTEST_DEADLINE = 600;

/**
 * For pulling the image and, with a cluster autoscaler, for a new node. Production-stack gives GPU pods 1200 s with a
 * 600 s probe: 600 s for the rest. CPU nodes come sooner and their images are smaller: half of it (judgement).
 */
const IMAGE_AND_NODE = { cpu: 300, gpu: 600 };

/** Refuses a rollout that the API server would refuse, or that would never end. */
export function checkRollout(check: Checker, rollout: Rollout, context: RolloutContext): void {
  const { minReady, progressDeadline, revisionHistoryLimit } = rollout._options;
  checkSeconds(check.at('minReady'), minReady, { min: 0, max: 24 * 3600 }, 'use whole seconds, a day at most');
  checkWhole(check.at('revisionHistoryLimit'), revisionHistoryLimit, { min: 0 }, 'give a number of versions');
  const needed = context.prepareSeconds + context.startupSeconds + (minReady?.toSeconds({ integral: false }) ?? 0);
  checkSeconds(
    check.at('progressDeadline'),
    progressDeadline,
    { min: needed + 1 },
    `leave it out, or give more than the ${needed} seconds that a new pod may take to count as ready`,
  );
  checkSteps(check, rollout._order, context);
}

function checkSteps(check: Checker, order: RolloutOrder, context: RolloutContext): void {
  if (order.type === 'recreate') return;
  const fix = order.type === 'pods' ? 'give a number of pods' : 'give a percentage';
  checkWhole(check.at('maxSurge'), order.maxSurge, { min: 0 }, fix);
  const most = order.type === 'percent' ? { min: 0, max: 100 } : { min: 0 };
  checkWhole(check.at('maxUnavailable'), order.maxUnavailable, most, fix);
  const spare = order.type === 'pods' ? order.spareGpus : undefined;
  checkWhole(check.at('spareGpus'), spare, { min: 0 }, 'give the GPUs that are free for a rollout');
  const { surge, unavailable } = steps(order, context);
  if (surge === 0 && unavailable === 0)
    check.refuse(
      { maxSurge: surge, maxUnavailable: unavailable },
      'maxSurge or maxUnavailable above 0: with both 0 no pod could ever be replaced',
      context.gpusPerPod > 0
        ? 'set maxUnavailable to 1, or say how many GPUs are free for a rollout in spareGpus'
        : 'set maxSurge to 1, so that a new pod is ready before an old one ends',
    );
  const gpus = surge * context.gpusPerPod;
  if (spare !== undefined && unavailable === 0 && gpus > spare)
    check
      .at('maxSurge')
      .refuse(
        surge,
        `surge pods that fit the spare GPUs (${surge} need ${gpus}, spareGpus is ${spare}): the rollout would wait for ever`,
        'lower maxSurge, or set maxUnavailable to 1',
      );
}

/** How the Deployment replaces its pods. */
export function rolloutPlan(rollout: Rollout | undefined, context: RolloutContext): RolloutPlan {
  const order: RolloutOrder = rollout?._order ?? { type: 'pods' };
  const options = rollout?._options ?? {};
  // the API server does not keep a 0
  const minReadySeconds = (options.minReady && seconds(options.minReady)) || undefined;
  return {
    strategy: strategy(order, context),
    minReadySeconds,
    progressDeadlineSeconds: options.progressDeadline
      ? seconds(options.progressDeadline)
      : deadline(context, minReadySeconds ?? 0),
    revisionHistoryLimit: options.revisionHistoryLimit,
    annotations: acceptedDowntime(order, context),
  };
}

/** Most pods beyond the wanted number while a rollout runs. */
export function surgePods(rollout: Rollout | undefined, context: RolloutContext): number {
  const order: RolloutOrder = rollout?._order ?? { type: 'pods' };
  if (order.type === 'recreate') return 0;
  const { surge, percent } = steps(order, context);
  return percent ? Math.ceil((surge * context.replicas) / 100) : surge;
}

function strategy(order: RolloutOrder, context: RolloutContext): RolloutPlan['strategy'] {
  if (order.type === 'recreate') return { type: 'Recreate' };
  const { surge, unavailable, percent } = steps(order, context);
  const amount = (n: number) => (percent ? `${n}%` : n);
  // a plain 0 beside a percentage: nobody has to think about what 0 % is rounded to
  const rollingUpdate = { maxSurge: surge && amount(surge), maxUnavailable: unavailable && amount(unavailable) };
  return { type: 'RollingUpdate', rollingUpdate };
}

function deadline(context: RolloutContext, minReadySeconds: number): number {
  const imageAndNode = context.gpusPerPod > 0 ? IMAGE_AND_NODE.gpu : IMAGE_AND_NODE.cpu;
  return Math.max(SHORTEST_DEADLINE, imageAndNode + context.prepareSeconds + context.startupSeconds + minReadySeconds);
}

function steps(order: Exclude<RolloutOrder, { type: 'recreate' }>, context: RolloutContext): Steps {
  const { maxSurge, maxUnavailable } = order;
  if (order.type === 'percent') {
    const surge = maxSurge ?? (context.gpusPerPod > 0 ? 0 : 25);
    return { surge, unavailable: maxUnavailable ?? (surge > 0 ? 0 : 25), percent: true };
  }
  if (maxSurge === undefined && maxUnavailable === undefined && context.gpusPerPod === 0)
    return { surge: 25, unavailable: 0, percent: true };
  const surge = maxSurge ?? usualSurge(order.spareGpus ?? ROLLING_DEFAULTS.values.spareGpus, context);
  return { surge, unavailable: maxUnavailable ?? (surge > 0 ? 0 : 1), percent: false };
}

/** A quarter of the replicas, as Kubernetes has it; of GPU pods no more than there are GPUs for. */
function usualSurge(spareGpus: number, { gpusPerPod, replicas }: RolloutContext): number {
  const quarter = Math.max(1, Math.ceil(replicas / 4));
  return gpusPerPod === 0 ? quarter : Math.min(quarter, Math.floor(spareGpus / gpusPerPod));
}

function acceptedDowntime(order: RolloutOrder, context: RolloutContext): Record<string, string> {
  if (order.type === 'recreate')
    return { [ACCEPTS_DOWNTIME_ANNOTATION]: 'Rollout.recreate: all old pods end before the first new one starts' };
  const { surge, unavailable, percent } = steps(order, context);
  // a percentage is rounded down, but where that leaves nothing and nothing may be added, Kubernetes takes one pod away
  const rounded = percent ? Math.floor((unavailable * context.replicas) / 100) : unavailable;
  const away = rounded === 0 && surge === 0 ? 1 : rounded;
  if (away === 0 || away < context.replicas) return {};
  const why =
    order.maxUnavailable === undefined && context.gpusPerPod > 0
      ? 'no spare GPUs are declared, so the only replica ends before its successor starts'
      : `maxUnavailable lets all of ${context.replicas} replicas be replaced at once`;
  return { [ACCEPTS_DOWNTIME_ANNOTATION]: why };
}
