import type { Checker } from '../../../internal/errors';
import { checkName } from '../../../internal/names';
import type { ObjectPlan } from '../../../internal/object-plan';
import { overridePlans } from '../../../internal/override/plans';
import type { WorkloadContext } from '../../shared/context';
import { refuseUnsupported } from '../../shared/engine';
import type { LinkPlan } from '../../shared/link';
import type { TrainingEngineDefinition } from '../engines/definition';
import { TRAINING_ENGINES, TrainingEngine } from '../engines/training-engine';
import { TRAINING_FEATURES } from '../features';
import { namesOfRuns, starterObjects, withRunsInFiles } from '../schedule/objects';
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
  for (const { path, name, rule } of engine.names ?? [])
    checkName(
      path.reduce((at, key) => at.at(key), check.at('engine')),
      name,
      rule,
    );
  for (const { prop, what, reason } of engine.cannotCarry?.(plan) ?? [])
    check
      .at(prop)
      .refuse(
        what,
        `nothing: ${reason}`,
        'leave it out, or use TrainingEngine.trainer() without a runtime, which makes one that has it',
      );
  const overridden = overridePlans(check.at('overrides'), objectsOf(plan, engine), props.overrides ?? {}, {
    kubernetesMinor: context.target.minor,
  });
  if (plan.starter) {
    const madeElsewhere = namesOfRuns(overridden.filter((object) => engine.isRun(object)));
    return { plan: { ...plan, madeElsewhere }, objects: withRunsInFiles(overridden, engine.isRun), links };
  }
  if (plan.schedule) return { plan, objects: overridden, links };
  const { run, objects } = nameRun(plan.run, naming, overridden, (all) => engine.immutable(all));
  const { run: placeholder } = plan;
  return { plan: { ...plan, run, runSelector: replaceIn(plan.runSelector, placeholder, run) }, objects, links };
}

/** What the engine makes, and what starts it where the engine has no schedule for it. */
function objectsOf(plan: TrainingPlan, engine: TrainingEngineDefinition): readonly ObjectPlan[] {
  const { starter, schedule } = plan;
  if (!starter || !schedule) return engine.objects(plan);
  const objects = engine.objects({ ...plan, schedule: undefined });
  return [...objects, ...starterObjects(plan, starter, schedule, objects.filter(engine.isRun))];
}
