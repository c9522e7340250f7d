import { ServingEngine } from '../../../lib';
import { markMade } from '../../../lib/internal/made-values';
import type { ServingEngineDefinition } from '../../../lib/workloads/model-service/engines/definition';

/** What a public factory would do. */
export function engineOf(definition: ServingEngineDefinition): ServingEngine {
  return markMade(new (ServingEngine as unknown as new (engine: ServingEngineDefinition) => ServingEngine)(definition));
}
