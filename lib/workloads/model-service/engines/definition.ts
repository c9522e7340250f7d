import type { ScaleTarget } from '../../../traits/scale-target';
import type { Engine } from '../../shared/engine';
import type { ServingFeature } from '../features';
import type { ModelServicePlan, ServiceNames } from '../plan/model-service-plan';

/** A system that serves models. */
export interface ServingEngineDefinition extends Engine<ModelServicePlan, ServingFeature, ServiceNames> {
  /** What autoscalers point at. */
  scaleTarget(names: ServiceNames): ScaleTarget;
  /** Label that differs between versions of the workload, for the spread of a rollout: `pod-template-hash` of a Deployment. */
  readonly revisionLabel?: string;
}
