import type { Checker } from '../../internal/errors';
import type { ClusterTarget } from '../cluster-target';
import type { SourcePlan } from '../source-plan';

/** What a source's plan may depend on. */
export interface SourceContext {
  /** The server fetches Hugging Face models by itself. */
  readonly serverPullsFromHub: boolean;
}

/** One source with the options it was given, before anything of it is checked. */
export interface SourceDefinition {
  /** Refuses wrong options, and what the cluster cannot do. */
  check(check: Checker, target: ClusterTarget): void;
  /** Called after the check only. */
  plan(context: SourceContext): SourcePlan;
}
