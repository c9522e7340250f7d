import type { Checker } from '../../internal/errors';
import type { ContainerContext } from '../../pod/container/container';
import { addSidecar, type PlannedSidecar, type SidecarContext, type SidecarPlan } from '../../traits/sidecar/plan';
import { WORKLOAD_DEFAULTS } from './defaults';
import type { WorkloadProps } from './workload-props';

/** The props of a workload that its sidecars depend on. */
type SidecarProps = Pick<WorkloadProps, 'sidecars' | 'keepOldConfig'>;

/** A sidecar with the place where it was given. */
export interface GivenSidecar {
  readonly at: Checker;
  readonly plan: SidecarPlan;
}

/** Checks the options of the sidecars, and decides what each asks of the pod. */
export function decideSidecars(
  check: Checker,
  { sidecars = [], keepOldConfig = WORKLOAD_DEFAULTS.values.keepOldConfig }: SidecarProps,
  facts: Omit<SidecarContext, 'keepOldConfig'>,
): GivenSidecar[] {
  const context = { ...facts, keepOldConfig };
  return sidecars.flatMap(({ _definition: definition }, i) => {
    const at = check.at('sidecars').at(i);
    definition.check(at, context);
    // planned also where an option is at fault, so that what its container has is checked in the same run
    const plan = at.attempt(() => definition.plan(context));
    return plan ? [{ at, plan }] : [];
  });
}

/** Native sidecars start one after the other, before everything else of the pod. */
export function sidecarStartupSeconds(sidecars: readonly GivenSidecar[]): number {
  return sidecars.reduce((sum, { plan }) => sum + plan.startupSeconds, 0);
}

/** Plans the containers of the sidecars. Comes before the main container, which mounts what is shared with them. */
export function addSidecars(
  sidecars: readonly GivenSidecar[],
  mainContainer: string,
  context: ContainerContext,
): PlannedSidecar[] {
  return sidecars.map(({ at, plan }, i) => addSidecar(at, plan, mainContainer, `sidecars[${i}]`, context));
}
