import type { EnvVar } from '../internal/kubernetes';

/** What a `SecretSource` means: which Secret, which of its keys, and how the container sees them. Never a value. */
export interface SecretPlan {
  /** Name of the Secret in the workload's namespace. */
  readonly secretName: string;
  /** The keys that are used. */
  readonly keys: readonly string[];
  /** Environment variables by reference; empty where the keys are mounted as files. */
  readonly env: readonly EnvVar[];
  /** Files: each key at `<path>/<key>`, or under another name. */
  readonly files?: {
    readonly path: string;
    readonly items: readonly { readonly key: string; readonly path: string }[];
  };
  /** The ExternalSecret that the workload makes, so that the Secret comes to be. */
  readonly external?: ExternalSecretPlan;
  /** False where the Secret is made in this app (`fromSecret`, an ExternalSecret), so that nothing is to be expected. */
  readonly existing: boolean;
}

/** The spec of an `external-secrets.io/v1` ExternalSecret. */
export interface ExternalSecretPlan {
  readonly storeName: string;
  readonly storeKind: 'SecretStore' | 'ClusterSecretStore';
  /** A Go duration, for example `1h0m0s`. */
  readonly refreshInterval: string;
  readonly data: readonly {
    readonly secretKey: string;
    readonly remoteKey: string;
    readonly property?: string;
    readonly version?: string;
  }[];
}
