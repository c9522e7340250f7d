import type { Checker } from '../../../internal/errors';
import type { ObjectPlan } from '../../../internal/object-plan';
import { overridePlans } from '../../../internal/override/plans';
import type { WorkloadContext } from '../../shared/context';
import { refuseUnsupported } from '../../shared/engine';
import type { LinkPlan } from '../../shared/link';
import { TRAINING_ENGINES, TrainingEngine } from '../engines/training-engine';
import { TRAINING_FEATURES } from '../features';
import type { TrainingJobProps } from '../training-job-props';
import { planTrainingJob } from '.';
import { nameRun, replaceIn } from './run';
import type { TrainingPlan } from './training-plan';

/** A finished training job: its plan, and the objects that its engine makes of it, overrides included. */
export interface DecidedTrainingJob {
  readonly plan: TrainingPlan;
  readonly objects: readonly ObjectPlan[];
  readonly links: readonly LinkPlan[];
}

/** The whole pass over the props of a training job: plan, engine, overrides, name of the run. */
export function decideTrainingJob(
  check: Checker,
  props: TrainingJobProps,
  context: WorkloadContext,
): DecidedTrainingJob {
  const { _engine: engine } = props.engine ?? TrainingEngine.kubernetes();
  const { plan, naming, links } = planTrainingJob(check, props, context, engine);
  refuseUnsupported(check, engine, TRAINING_ENGINES, TRAINING_FEATURES, plan, context.target);
  for (const prop of engine.cannotCarry?.props ?? [])
    if (plan.asked.has(prop))
      check
        .at(prop)
        .refuse(`the prop ${prop}`, `nothing: ${engine.cannotCarry!.reason}`, 'leave it out, or choose another engine');
  const overridden = overridePlans(check.at('overrides'), engine.objects(plan), props.overrides ?? {}, {
    kubernetesMinor: context.target.minor,
  });
  if (plan.schedule) return { plan, objects: overridden, links };
  const { run, objects } = nameRun(plan.run, naming, overridden, (all) => engine.immutable(all));
  const { run: placeholder } = plan;
  return { plan: { ...plan, run, runSelector: replaceIn(plan.runSelector, placeholder, run) }, objects, links };
}
