import { checksArguments } from '../../internal/type-check';
import { byHash, byName, byVersion, type RunDefinition } from './definition';

/**
 * How a run is named. Jobs cannot be changed in place, so the name decides when a job runs again: a run does not repeat
 * while its object exists.
 */
export class Run {
  /** `<id>-<hash>`: a job that changes is a new run, one that does not never runs twice. The default. */
  public static hashed(): Run {
    return new Run(byHash);
  }

  /**
   * `<id>-<version>`: runs again when you change the version, and an incompatible change under the same version fails at
   * apply. Recommended with GitOps, since a reviewer sees which commit starts a run.
   *
   * @param version the version, for example `v7`
   */
  public static version(version: string): Run {
    return new Run(byVersion(version));
  }

  /**
   * One name for ever: the object of an earlier run must be deleted before a changed job is applied.
   *
   * @param name the name
   */
  public static named(name: string): Run {
    return new Run(byName(name));
  }

  /** @internal */
  public readonly _definition: RunDefinition;

  private constructor(definition: RunDefinition) {
    this._definition = definition;
  }
}

checksArguments('Run', Run);
