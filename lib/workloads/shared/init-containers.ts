import type { Checker } from '../../internal/errors';
import type { ContainerContext } from '../../pod/container/container';
import {
  addInitContainer,
  type InitContainerContext,
  type InitContainerPlan,
  type PlannedInitContainer,
} from '../../traits/init-container/plan';
import type { PodFacts } from '../../values/sources/definition';
import { WORKLOAD_DEFAULTS } from './defaults';
import type { WorkloadProps } from './workload-props';

/** An init container with the place where it was given. */
export interface GivenInitContainer {
  readonly at: Checker;
  readonly plan: InitContainerPlan;
}

/** Checks the options of the init containers, and decides what each asks of the pod. */
export function decideInitContainers(
  check: Checker,
  {
    initContainers = [],
    keepOldConfig = WORKLOAD_DEFAULTS.values.keepOldConfig,
  }: Pick<WorkloadProps, 'initContainers' | 'keepOldConfig'>,
  facts: Omit<InitContainerContext, 'keepOldConfig'>,
): GivenInitContainer[] {
  const context = { ...facts, keepOldConfig };
  return initContainers.flatMap(({ _definition: definition }, i) => {
    const at = check.at('initContainers').at(i);
    definition.check(at, context);
    // planned also where an option is at fault, so that what its container has is checked in the same run
    const plan = at.attempt(() => definition.plan(context));
    return plan ? [{ at, plan }] : [];
  });
}

/** They run one after the other. */
export function initContainerSeconds(given: readonly GivenInitContainer[]): number {
  return given.reduce((sum, { plan }) => sum + plan.seconds, 0);
}

/** Plans them. Comes before the main container, which mounts what is shared with them. */
export function addInitContainers(
  given: readonly GivenInitContainer[],
  mainContainer: string,
  facts: PodFacts,
  context: ContainerContext,
): PlannedInitContainer[] {
  return given.map(({ at, plan }) => addInitContainer(at, plan, mainContainer, facts, context));
}
