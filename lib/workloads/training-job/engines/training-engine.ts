import { isType } from '../../../internal/type-check';
import type { TrainingEngineDefinition } from './definition';
import { jobSet } from './job-set';
import { kubernetes } from './kubernetes';

/** All engines that train, for messages and for the table in the docs. */
export const TRAINING_ENGINES: readonly TrainingEngineDefinition[] = [kubernetes, jobSet];

/** The system that runs a `TrainingJob`. The same props mean the same thing on each. */
export class TrainingEngine {
  /** Plain Kubernetes: a Job, or Indexed Jobs with a headless Service. Needs no custom resource. The default. */
  public static kubernetes(): TrainingEngine {
    return new TrainingEngine(kubernetes);
  }

  /** JobSet (`jobset.x-k8s.io/v1alpha2`): all roles in one object, which starts and restarts them together. */
  public static jobSet(): TrainingEngine {
    return new TrainingEngine(jobSet);
  }

  /** @internal */
  public readonly _engine: TrainingEngineDefinition;

  private constructor(engine: TrainingEngineDefinition) {
    this._engine = engine;
  }
}

isType('TrainingEngine', TrainingEngine);
