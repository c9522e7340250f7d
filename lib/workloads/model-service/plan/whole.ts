import type { Checker } from '../../../internal/errors';
import type { ObjectPlan } from '../../../internal/object-plan';
import { overridePlans } from '../../../internal/override/plans';
import type { WorkloadContext } from '../../shared/context';
import { refuseUnsupported } from '../../shared/engine';
import type { LinkPlan } from '../../shared/link';
import { SERVING_ENGINES, ServingEngine } from '../engines/serving-engine';
import { SERVING_FEATURES } from '../features';
import type { ModelServiceProps } from '../model-service-props';
import { planModelService } from '.';
import type { ModelServicePlan } from './model-service-plan';

/** A finished model service: its plan, and the objects that its engine makes of it, overrides included. */
export interface DecidedModelService {
  readonly plan: ModelServicePlan;
  readonly objects: readonly ObjectPlan[];
  readonly links: readonly LinkPlan[];
}

/** The whole pass over the props of a model service: plan, engine, overrides. */
export function decideModelService(
  check: Checker,
  props: ModelServiceProps,
  context: WorkloadContext,
): DecidedModelService {
  const { _engine: engine } = props.engine ?? ServingEngine.kubernetes();
  const { plan, links } = planModelService(check, props, context, engine);
  refuseUnsupported(check, engine, SERVING_ENGINES, SERVING_FEATURES, plan, context.target);
  const objects = overridePlans(check.at('overrides'), engine.objects(plan), props.overrides ?? {}, {
    kubernetesMinor: context.target.minor,
  });
  return { plan, objects, links };
}
