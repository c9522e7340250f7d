import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';

/** Whose identity the containers of a pod have. */
export interface PodUser {
  /**
   * Numeric user: `securityContext.runAsUser`. Must not be 0.
   *
   * @default - that of the server: the one that its image is made for, or 10001
   */
  readonly user?: number;
  /**
   * Numeric group, also that of mounted volumes: `runAsGroup` and `fsGroup`.
   *
   * @default - `user` where that is given, else that of the server
   */
  readonly group?: number;
  /**
   * Whether the server's root file system is read-only; what it must write is then on volumes.
   *
   * @default - true, but false with an NVIDIA GPU, whose container toolkit writes to it when the container is created
   */
  readonly readOnlyRootFilesystem?: boolean;
}

/** What a relaxed pod may do. */
export interface RelaxedSecurity {
  /** Why the pod needs it; written beside the object as the annotation `cdk8s-ml.io/relaxed-security`. */
  readonly reason: string;
  /**
   * Numeric user: `securityContext.runAsUser`; 0 is root.
   *
   * @default - the user of the image
   */
  readonly user?: number;
  /**
   * Numeric group: `runAsGroup` and `fsGroup`.
   *
   * @default - the group of the image
   */
  readonly group?: number;
  /**
   * Capabilities added to the server's container, without `CAP_`, for example `IPC_LOCK`.
   *
   * @default - none; all others are dropped
   */
  readonly capabilities?: string[];
  /**
   * Whether the root file system is read-only.
   *
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;
}

/** What the pod room needs to know. */
export interface PodSecurityPlan {
  readonly mode: 'restricted' | 'image-user' | 'relaxed';
  readonly user?: number;
  readonly group?: number;
  /** Of the server's container; `undefined`: nothing was said. */
  readonly readOnlyRoot?: boolean;
  readonly capabilities: readonly string[];
  readonly reason?: string;
}

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
    return new PodSecurity({
      mode: 'restricted',
      user: options.user,
      group: options.group,
      readOnlyRoot: options.readOnlyRootFilesystem,
      capabilities: [],
    });
  }

  /** Pod Security "restricted" as the user that the image names, which must be numeric and not 0 for the kubelet to start it. */
  public static imageUser(): PodSecurity {
    return new PodSecurity({ mode: 'image-user', capabilities: [] });
  }

  /**
   * Less than "restricted": root, a writable root file system or extra capabilities. Needs a namespace whose Pod Security
   * level allows it, and a reason, which stands in the YAML.
   *
   * @param options what is allowed, and why
   */
  public static relaxed(options: RelaxedSecurity): PodSecurity {
    return new PodSecurity({
      mode: 'relaxed',
      user: options.user,
      group: options.group,
      readOnlyRoot: options.readOnlyRootFilesystem ?? false,
      capabilities: options.capabilities ?? [],
      reason: options.reason,
    });
  }

  /** @internal */
  public readonly _plan: PodSecurityPlan;

  private constructor(plan: PodSecurityPlan) {
    this._plan = plan;
  }

  /**
   * Refuses users that are not numeric or are root where that is not allowed, and relaxations without a reason.
   * @internal
   */
  public _check(check: Checker): void {
    const { mode, user, group, reason, capabilities } = this._plan;
    for (const [prop, id] of Object.entries({ user, group }))
      if (id !== undefined && !(Number.isInteger(id) && id >= 0 && id <= 2147483647))
        check.at(prop).refuse(id, 'a whole number from 0 to 2147483647', 'give the numeric id');
    if (mode === 'restricted' && user === 0)
      check
        .at('user')
        .refuse(
          0,
          'a user other than root: Pod Security "restricted" refuses it',
          'give the numeric user of the image, or use PodSecurity.relaxed with a reason',
        );
    capabilities.forEach((name, i) => {
      if (!/^[A-Z][A-Z_]*$/.test(name) || name.startsWith('CAP_'))
        check
          .at('capabilities')
          .at(i)
          .refuse(name, "a capability as Kubernetes names it, for example 'NET_BIND_SERVICE'", 'write it without CAP_');
    });
    if (mode === 'relaxed' && !reason?.trim())
      check.at('reason').refuse(reason, 'why the pod needs more than "restricted" allows', 'write the reason');
  }
}

checksArguments('PodSecurity', PodSecurity);
