import { isType } from '../../../internal/type-check';
import type { ServingEngineDefinition } from './definition';
import { kubernetes } from './kubernetes';

/** All engines that serve models, for messages and for the table in the docs. */
export const SERVING_ENGINES: readonly ServingEngineDefinition[] = [kubernetes];

/** The system that runs a `ModelService`. The same props mean the same thing on each. */
export class ServingEngine {
  /** Plain Kubernetes: a Deployment, which needs no custom resource. The default. */
  public static kubernetes(): ServingEngine {
    return new ServingEngine(kubernetes);
  }

  /** @internal */
  public readonly _engine: ServingEngineDefinition;

  private constructor(engine: ServingEngineDefinition) {
    this._engine = engine;
  }
}

isType('ServingEngine', ServingEngine);
