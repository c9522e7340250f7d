import type { Duration } from 'cdk8s';
import type { EnvVar } from '../../internal/kubernetes';
import { EXTERNAL_SECRET } from './defaults';
import type { ExternalSecretOptions, RemoteRef, SecretRequest } from './options';

/** A Secret, the keys of it that are used, and how the container gets them. Never a value. */
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
  /** The ExternalSecret that the workload makes, from which the operator makes the Secret. */
  readonly external?: ExternalSecretPlan;
  /** True where something outside this app must make the Secret. */
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

export function planSecret(request: SecretRequest): SecretPlan {
  const { name, options, external, isMade } = request;
  const { keys = [], env = {}, mountPath } = options;
  const variables =
    mountPath === undefined ? [...keys.map((key): [string, string] => [key, key]), ...Object.entries(env)] : [];
  return {
    secretName: name,
    keys: [...new Set([...keys, ...Object.values(env)])],
    env: variables.map(([variable, key]) => ({ name: variable, valueFrom: { secretKeyRef: { name, key } } })),
    files: mountPath === undefined ? undefined : { path: mountPath, items: keys.map((key) => ({ key, path: key })) },
    external: external && planExternal(external),
    existing: !external && !isMade,
  };
}

function planExternal(options: ExternalSecretOptions): ExternalSecretPlan {
  const { clusterStore, refresh } = { ...EXTERNAL_SECRET.values, ...defined(options) };
  return {
    storeName: options.store,
    storeKind: clusterStore ? 'ClusterSecretStore' : 'SecretStore',
    refreshInterval: goDuration(refresh),
    data: options.data.map(({ key, remoteKey, property, version }: RemoteRef) => ({
      secretKey: key,
      remoteKey,
      property,
      version,
    })),
  };
}

/** As Go prints it (`1h0m0s`): GitOps tools report any other form as changed once a controller has written the object. */
function goDuration(duration: Duration): string {
  const seconds = duration.toSeconds();
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const least = `${seconds % 60}s`;
  if (hours > 0) return `${hours}h${minutes}m${least}`;
  return minutes > 0 ? `${minutes}m${least}` : least;
}

function defined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
