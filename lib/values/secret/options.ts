import type { Duration } from 'cdk8s';

/** Which keys of a Secret are used, and how the container sees them. At least one key must be named. */
export interface SecretOptions {
  /**
   * Keys that become environment variables of the same name, by `secretKeyRef`; with `mountPath`, files.
   *
   * @default - none
   */
  readonly keys?: string[];
  /**
   * Keys that become environment variables of another name: variable to key.
   *
   * @default - none
   */
  readonly env?: { [variable: string]: string };
  /**
   * Folder where each of `keys` appears as a read-only file of its name, instead of as an environment variable.
   *
   * @default - environment variables
   */
  readonly mountPath?: string;
}

/** Where one key of an ExternalSecret comes from: one item of `spec.data`. */
export interface RemoteRef {
  /** Key of the Secret, and name of the environment variable or file: `secretKey`. */
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

/** An `external-secrets.io/v1` ExternalSecret: where its values are, and how the container sees them. */
export interface ExternalSecretOptions {
  /** Name of the ExternalSecret, and of the Secret that the operator makes from it. */
  readonly name: string;
  /** Name of the SecretStore (or ClusterSecretStore) that has the values: `secretStoreRef.name`. */
  readonly store: string;
  /** What is fetched: `data`. */
  readonly data: RemoteRef[];
  /**
   * Whether the store is a ClusterSecretStore: `secretStoreRef.kind`.
   *
   * @default false
   */
  readonly clusterStore?: boolean;
  /**
   * How often the values are fetched again: `refreshInterval`; with 0 they are fetched once.
   *
   * @default Duration.hours(1)
   */
  readonly refresh?: Duration;
  /**
   * Environment variables under other names: variable to key.
   *
   * @default - each key is a variable of its name
   */
  readonly env?: { [variable: string]: string };
  /**
   * Folder where each key appears as a read-only file of its name, instead of as an environment variable.
   *
   * @default - environment variables
   */
  readonly mountPath?: string;
}

/** The arguments of all factories of `SecretSource`. */
export interface SecretRequest {
  readonly kind: 'existing' | 'sealed' | 'external' | 'construct';
  readonly name: string;
  readonly options: SecretOptions;
  readonly external?: ExternalSecretOptions;
  /** True where the Secret is an object of this app. */
  readonly isMade?: boolean;
}
