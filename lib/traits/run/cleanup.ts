import type { Duration } from 'cdk8s';
import { checksArguments } from '../../internal/type-check';
import { type CleanupDefinition, cleanupAfter } from './definition';

/** When a finished run is removed from the cluster. */
export class Cleanup {
  /**
   * Some time after its end: `ttlSecondsAfterFinished`. With GitOps the run would be made again, so that it is refused in
   * an environment that Argo CD or Flux delivers.
   *
   * @param time from the end of the run
   */
  public static after(time: Duration): Cleanup {
    return new Cleanup(cleanupAfter(time));
  }

  /** @internal */
  public readonly _definition: CleanupDefinition;

  private constructor(definition: CleanupDefinition) {
    this._definition = definition;
  }
}

checksArguments('Cleanup', Cleanup);
