import { checkSeconds } from '../../internal/checks/durations';
import { checkWhole } from '../../internal/checks/numbers';
import type { Checker } from '../../internal/errors';
import type { RolloutContext, RolloutVariant } from './plan';
import { isRolling, type RollingSteps, rollingAmounts } from './steps';

/** Refuses a rollout that the API server would refuse, or that would never end. */
export function checkRollout(check: Checker, variant: RolloutVariant, context: RolloutContext): void {
  const { minReady, revisionHistoryLimit } = variant;
  checkSeconds(check.at('minReady'), minReady, { min: 0, max: 24 * 3600 }, 'use whole seconds, a day at most');
  checkWhole(
    check.at('revisionHistoryLimit'),
    revisionHistoryLimit,
    { min: 0 },
    'give the number of old versions to keep',
  );
  checkDeadline(check.at('progressDeadline'), variant, context);
  if (isRolling(variant)) checkSteps(check, variant, context);
}

function checkDeadline(
  check: Checker,
  { progressDeadline, minReady }: RolloutVariant,
  { startupSeconds, prepareSeconds }: RolloutContext,
): void {
  const isKnown = startupSeconds !== undefined && prepareSeconds !== undefined;
  const needed = isKnown ? prepareSeconds + startupSeconds + (minReady?.toSeconds({ integral: false }) ?? 0) : 0;
  checkSeconds(
    check,
    progressDeadline,
    { min: needed + 1 },
    isKnown
      ? `leave it out, or give more than the ${needed} seconds that a new pod may need until it is available`
      : 'leave it out, or use whole seconds',
  );
}

function checkSteps(check: Checker, steps: RollingSteps, context: RolloutContext): void {
  const fix = steps.type === 'pods' ? 'give a number of pods' : 'give a percentage';
  checkWhole(check.at('maxSurge'), steps.maxSurge, { min: 0 }, fix);
  const bounds = steps.type === 'percent' ? { min: 0, max: 100 } : { min: 0 };
  checkWhole(check.at('maxUnavailable'), steps.maxUnavailable, bounds, fix);
  const spare = steps.type === 'pods' ? steps.spareGpus : undefined;
  checkWhole(check.at('spareGpus'), spare, { min: 0 }, 'give the number of GPUs that are free for a rollout');
  const { gpusPerPod, replicas } = context;
  // the defaults depend on the GPUs: where those are unknown, only what is given can be compared
  const { surge, unavailable } =
    gpusPerPod === undefined
      ? { surge: steps.maxSurge, unavailable: steps.maxUnavailable }
      : rollingAmounts(steps, { gpusPerPod, replicas: replicas ?? 1 });
  if (surge === 0 && unavailable === 0)
    check.refuse(
      { maxSurge: surge, maxUnavailable: unavailable },
      'maxSurge or maxUnavailable above 0: with both 0 no pod can be replaced',
      (gpusPerPod ?? 0) > 0
        ? 'set maxUnavailable to 1, or set spareGpus to the number of GPUs that are free for a rollout'
        : 'set maxSurge to 1, so that a new pod is ready before an old one ends',
    );
  const gpus = (surge ?? 0) * (gpusPerPod ?? 0);
  if (spare !== undefined && unavailable === 0 && gpus > spare)
    check
      .at('maxSurge')
      .refuse(
        surge,
        `surge pods that fit the spare GPUs (${surge} need ${gpus}, spareGpus is ${spare}): the rollout would never end`,
        'lower maxSurge, or set maxUnavailable to 1',
      );
}
