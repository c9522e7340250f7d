import type { Definition } from '../../internal/definition';
import type { EnvVar } from '../../internal/kubernetes';
import type { ClusterTarget } from '../cluster-target';
import type { SourcePlan } from './plan';

/** What a source depends on. */
export interface SourceContext {
  readonly target: ClusterTarget;
  /** True where the server downloads Hugging Face models itself. */
  readonly serverPullsFromHub: boolean;
  /** Schemes of the object stores that the server reads itself; not given where the server is unknown. */
  readonly serverReads?: readonly string[];
  readonly pod?: PodFacts;
}

/** What the user gave to the main container. */
export interface PodFacts {
  /** Its environment. */
  readonly env?: readonly EnvVar[];
  /** Folders where volumes are mounted in it. */
  readonly mountPaths?: readonly string[];
}

/** One kind of source with its options. */
export type SourceDefinition = Definition<SourceContext, SourcePlan>;
