import { checksArguments } from '../../internal/type-check';
import { clusterUser, imageUser, type PodSecurityDefinition, relaxed, restricted } from './definition';
import type { PodSecurityOptions, PodUser, RelaxedSecurity } from './options';

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

  /**
   * Pod Security "restricted" as the user that the image names, which must be numeric and not 0 for the kubelet to start it.
   * A download and sidecars run as the users of their own images.
   *
   * @param options groups and the root file system
   */
  public static imageUser(options: PodSecurityOptions = {}): PodSecurity {
    return new PodSecurity(imageUser(options));
  }

  /**
   * Pod Security "restricted" as the user, group and volume group that the cluster chooses: no container names an id. For
   * OpenShift, whose security context constraint restricted-v2 refuses ids outside the range of the namespace. On other
   * clusters, each container runs as the user that its image names.
   *
   * @param options groups and the root file system
   */
  public static clusterUser(options: PodSecurityOptions = {}): PodSecurity {
    return new PodSecurity(clusterUser(options));
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
