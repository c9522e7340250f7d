import { checksArguments } from '../../internal/type-check';
import type { ISecretObject } from '../cdk8s-plus';
import { type SecretDefinition, secretDefinition } from './definition';
import type { ExternalSecretOptions, SecretOptions, SecretRequest } from './options';

/**
 * Secret values by reference: a manifest never holds a value, whatever the source.
 * As environment variables (`env[].valueFrom.secretKeyRef`) or, with `mountPath`, as files of a volume.
 *
 * @example
 * const secrets = [SecretSource.existing('hugging-face', { keys: ['HF_TOKEN'] })];
 */
export class SecretSource {
  /**
   * A Secret that exists in the namespace, or that another tool creates there.
   *
   * @param name name of the Secret
   * @param options which keys of the Secret the container gets, for example `{ keys: ['PASSWORD'] }` for a variable of that name
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
   * A Secret that the Sealed Secrets controller makes from a SealedSecret. The SealedSecret is not part of the app: its
   * ciphertext is bound to one cluster. Apply the file that `kubeseal` wrote.
   *
   * @param name name of the SealedSecret, and of the Secret
   * @param options which keys of the Secret the container gets, for example `{ keys: ['PASSWORD'] }` for a variable of that name
   */
  public static sealedSecret(name: string, options: SecretOptions): SecretSource {
    return new SecretSource({ kind: 'sealed', name, options });
  }

  /**
   * A Secret of any cdk8s-plus package, made or imported in this app.
   *
   * @param secret the Secret
   * @param options which keys of the Secret the container gets, for example `{ keys: ['PASSWORD'] }` for a variable of that name
   */
  public static fromSecret(secret: ISecretObject, options: SecretOptions): SecretSource {
    return new SecretSource({
      kind: 'construct',
      name: secret?.name,
      options,
      isMade: !!secret && 'apiObject' in secret,
    });
  }

  /** @internal */
  public readonly _definition: SecretDefinition;

  private constructor(request: SecretRequest) {
    this._definition = secretDefinition(request);
  }
}

checksArguments('SecretSource', SecretSource);
