import type { Duration } from 'cdk8s';
import type { ISecret } from 'cdk8s-plus-28';
import type { Checker } from '../internal/errors';
import type { SecretPlan } from './secret-plan';

/** Which keys of a Secret are used, and how the container sees them. */
export interface SecretOptions {
  /**
   * Keys that become environment variables of the same name.
   *
   * @default - none
   */
  readonly keys?: string[];
  /**
   * Environment variables under other names: variable to key.
   *
   * @default - none
   */
  readonly env?: { [variable: string]: string };
  /**
   * Folder that the keys are mounted in as files (read-only), instead of environment variables.
   *
   * @default - environment variables
   */
  readonly mountPath?: string;
}

/** Where one key of an ExternalSecret comes from. */
export interface RemoteRef {
  /** Key of the Secret that it becomes, and of the environment variable. */
  readonly key: string;
  /** Name of the entry in the store: `remoteRef.key`. */
  readonly remoteKey: string;
  /**
   * Part of an entry that is a map: `remoteRef.property`.
   *
   * @default - the whole entry
   */
  readonly property?: string;
  /**
   * Version of the entry: `remoteRef.version`.
   *
   * @default - the newest
   */
  readonly version?: string;
}

/** An ExternalSecret: where its values are, and how the container sees them. */
export interface ExternalSecretOptions {
  /** Name of the SecretStore or ClusterSecretStore. */
  readonly store: string;
  /** What is fetched. */
  readonly data: RemoteRef[];
  /** Name of the ExternalSecret and of the Secret that it makes. */
  readonly name: string;
  /**
   * Whether the store is a ClusterSecretStore.
   *
   * @default false
   */
  readonly clusterStore?: boolean;
  /**
   * How often the values are fetched again: `refreshInterval`.
   *
   * @default Duration.hours(1)
   */
  readonly refresh?: Duration;
  /**
   * Environment variables under other names: variable to key.
   *
   * @default - each key is a variable of the same name
   */
  readonly env?: { [variable: string]: string };
  /**
   * Folder that the keys are mounted in as files (read-only), instead of environment variables.
   *
   * @default - environment variables
   */
  readonly mountPath?: string;
}

/** Secret values by reference: no value ever stands in a manifest. */
export class SecretSource {
  /** A Secret that is in the namespace already. */
  public static existing(name: string, options: SecretOptions): SecretSource {
    return new SecretSource(skeleton(name, options, true));
  }

  /** A Secret that the External Secrets Operator makes: the workload emits an `external-secrets.io/v1` ExternalSecret. */
  public static externalSecret(options: ExternalSecretOptions): SecretSource {
    return new SecretSource(skeleton(options.name, { keys: options.data.map((d) => d.key) }, false));
  }

  /** A Secret that the Sealed Secrets controller makes from a SealedSecret kept elsewhere. */
  public static sealedSecret(name: string, options: SecretOptions): SecretSource {
    return new SecretSource(skeleton(name, options, true));
  }

  /** A cdk8s-plus Secret, made or imported in this app. */
  public static fromSecret(secret: ISecret, options: SecretOptions): SecretSource {
    return new SecretSource(skeleton(secret.name, options, false));
  }

  private constructor(private readonly plan: SecretPlan) {}

  /** @internal */
  public _check(_check: Checker): void {}

  /** @internal */
  public _plan(): SecretPlan {
    return this.plan;
  }
}

function skeleton(secretName: string, options: SecretOptions, existing: boolean): SecretPlan {
  const keys = options.keys ?? [];
  const env = keys.map((key) => ({ name: key, valueFrom: { secretKeyRef: { name: secretName, key } } }));
  return { secretName, keys, env, existing };
}
