import { checksArguments } from '../../internal/type-check';
import { type FailureDefinition, failAtOnce, replacePods, restartGang } from './definition';
import type { FailureOptions, ReplacePodsOptions, RestartGangOptions } from './options';

/** What happens when a pod of a run fails. Each engine has it in its own fields; docs/training-job.md has the table. */
export class FailurePolicy {
  /**
   * All pods start again together, as most distributed programs need it.
   *
   * @param options how often, and which exit codes fail the run at once
   */
  public static restartGang(options: RestartGangOptions = {}): FailurePolicy {
    return new FailurePolicy(restartGang(options));
  }

  /**
   * The failed pod alone is replaced; the others must notice, as elastic programs do.
   *
   * @param options how often, and which exit codes fail the run at once
   */
  public static replacePods(options: ReplacePodsOptions = {}): FailurePolicy {
    return new FailurePolicy(replacePods(options));
  }

  /**
   * The run fails when a pod fails.
   *
   * @param options which exit codes are no failure of the node
   */
  public static fail(options: FailureOptions = {}): FailurePolicy {
    return new FailurePolicy(failAtOnce(options));
  }

  /** @internal */
  public readonly _definition: FailureDefinition;

  private constructor(definition: FailureDefinition) {
    this._definition = definition;
  }
}

checksArguments('FailurePolicy', FailurePolicy);
