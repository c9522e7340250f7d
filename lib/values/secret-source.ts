import type { ISecret } from 'cdk8s-plus-28';
import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkSecret, planSecret, type SecretRequest } from './secret-check';
import type { ExternalSecretOptions, SecretOptions } from './secret-options';
import type { SecretPlan } from './secret-plan';

/**
 * Secret values by reference: a manifest never holds a value, whatever the source.
 * As environment variables (`env[].valueFrom.secretKeyRef`) or, with `mountPath`, as files of a volume.
 */
export class SecretSource {
  /**
   * A Secret that somebody else puts into the namespace.
   *
   * @param name name of the Secret
   * @param options which keys, and how they are seen
   */
  public static existing(name: string, options: SecretOptions): SecretSource {
    return new SecretSource({ kind: 'existing', name, options });
  }

  /**
   * A Secret that the External Secrets Operator makes: the workload emits an `external-secrets.io/v1` ExternalSecret.
   *
   * @param options where the values are, and how they are seen
   */
  public static externalSecret(options: ExternalSecretOptions): SecretSource {
    const { name, env, mountPath } = options;
    const renamed = Object.values(env ?? {});
    const keys = (options.data ?? []).map(({ key }) => key).filter((key) => !renamed.includes(key));
    return new SecretSource({ kind: 'external', name, options: { keys, env, mountPath }, external: options });
  }

  /**
   * A Secret that the Sealed Secrets controller makes from a SealedSecret, which is kept where `kubeseal` wrote it:
   * its ciphertext is bound to the cluster and is no part of an app.
   *
   * @param name name of the SealedSecret, and of the Secret
   * @param options which keys, and how they are seen
   */
  public static sealedSecret(name: string, options: SecretOptions): SecretSource {
    return new SecretSource({ kind: 'sealed', name, options });
  }

  /**
   * A cdk8s-plus Secret, made or imported in this app.
   *
   * @param secret the Secret
   * @param options which keys, and how they are seen
   */
  public static fromSecret(secret: ISecret, options: SecretOptions): SecretSource {
    return new SecretSource({
      kind: 'construct',
      name: secret?.name,
      options,
      made: !!secret && 'apiObject' in secret,
    });
  }

  private constructor(private readonly request: SecretRequest) {}

  /**
   * Refuses wrong names and keys; called by the construct that receives the source.
   * @internal
   */
  public _check(check: Checker): void {
    checkSecret(check, this.request);
  }

  /**
   * What it means for a pod. After `_check` only.
   * @internal
   */
  public _plan(): SecretPlan {
    return planSecret(this.request);
  }
}

checksArguments('SecretSource', SecretSource);
