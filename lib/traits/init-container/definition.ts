import { checkSeconds, seconds } from '../../internal/checks/durations';
import type { Definition } from '../../internal/definition';
import { Checker } from '../../internal/errors';
import type { Compute } from '../../values';
import { INIT_CONTAINER_DEFAULTS } from '../defaults';
import { checkExtraContainer } from '../extra-container/check';
import { planExtraContainer } from '../extra-container/plan';
import type { CustomInitContainerOptions } from './options';
import type { InitContainerContext, InitContainerPlan } from './plan';

/** For a tool that copies files; it takes nothing of the node that the containers after it do not take too (judgement). */
const COMPUTE: Compute = { cpu: '100m', memory: '256Mi' };

/** Volumes are named `init-`, the container, and what they are for; 63 characters at most. */
const PREFIX = 'init-';
const LONGEST_NAME = 45;

/** Longer is a mistake (judgement). */
const LONGEST = 24 * 3600;

/** Any container that ends before the main one starts. */
export function customInitContainer(
  options: CustomInitContainerOptions,
): Definition<InitContainerContext, InitContainerPlan> {
  return {
    check: (check) => {
      checkExtraContainer(check, options, LONGEST_NAME);
      checkDuration(check, options);
    },
    plan: (context) => plan(options, context),
  };
}

function checkDuration(check: Checker, { duration }: CustomInitContainerOptions): boolean {
  const at = check.at('duration');
  return at.passes(() => checkSeconds(at, duration, { min: 1, max: LONGEST }, 'give the longest time that it takes'));
}

function plan(options: CustomInitContainerOptions, context: InitContainerContext): InitContainerPlan {
  const { values } = INIT_CONTAINER_DEFAULTS;
  const own = planExtraContainer(options, context, { compute: COMPUTE, volumePrefix: `${PREFIX}${options.name}` });
  const isLegal = checkDuration(Checker.named('duration'), options);
  return {
    ...own,
    beforeDownloads: options.beforeDownloads ?? values.beforeDownloads,
    seconds: seconds((isLegal ? options.duration : undefined) ?? values.duration),
  };
}
