import type { Definition } from '../../internal/definition';
import type { ClusterTarget } from '../cluster-target';
import type { SourcePlan } from './plan';

/** What a source depends on. */
export interface SourceContext {
  readonly target: ClusterTarget;
  /** True where the server downloads Hugging Face models itself. */
  readonly serverPullsFromHub: boolean;
}

/** One kind of source with its options. */
export type SourceDefinition = Definition<SourceContext, SourcePlan>;
