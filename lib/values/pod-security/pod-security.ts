import { checksArguments } from '../../internal/type-check';
import { imageUser, type PodSecurityDefinition, relaxed, restricted } from './definition';
import type { PodUser, RelaxedSecurity } from './options';

/**
 * How far the containers of a pod are confined: the `securityContext` of the pod and of every container in it.
 *
 * The default passes Pod Security "restricted" and runs as a numeric user, because the kubelet refuses a root image
 * that only says `runAsNonRoot`, and no check of the YAML can see that.
 */
export class PodSecurity {
  /**
   * Pod Security "restricted" as a numeric user and group; the default.
   *
   * @param options the user and the root file system
   */
  public static restricted(options: PodUser = {}): PodSecurity {
    return new PodSecurity(restricted(options));
  }

  /** Pod Security "restricted" as the user that the image names, which must be numeric and not 0 for the kubelet to start it. */
  public static imageUser(): PodSecurity {
    return new PodSecurity(imageUser());
  }

  /**
   * Less than "restricted": root, a writable root file system or extra capabilities. Needs a namespace whose Pod Security
   * level allows it, and a reason, which stands in the YAML.
   *
   * @param options what is allowed, and why
   */
  public static relaxed(options: RelaxedSecurity): PodSecurity {
    return new PodSecurity(relaxed(options));
  }

  /** @internal */
  public readonly _definition: PodSecurityDefinition;

  private constructor(definition: PodSecurityDefinition) {
    this._definition = definition;
  }
}

checksArguments('PodSecurity', PodSecurity);
