/** What an author of manifests must know before apply: `error` fails the run, `warning` is only told. */
export type Severity = 'error' | 'warning';

/** One parsed Kubernetes object and the place it came from: a construct path, or file#index. */
export interface LocatedManifest {
  readonly manifest: Record<string, any>;
  readonly where: string;
}

export interface RuleOptions {
  /** Objects that exist outside these manifests: Kind/namespace/name, or Kind/name for any namespace. */
  readonly existing?: readonly string[];
  /** Minor version of the target Kubernetes: 33 for 1.33, which is the default. */
  readonly minor?: number;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** For example `Deployment ml-serving/churn`. */
  readonly object: string;
  readonly where: string;
  /** Path of the field at fault, for example `spec.selector`. */
  readonly prop: string;
  readonly got: unknown;
  /** A noun phrase. */
  readonly expected: string;
  /** An instruction. */
  readonly fix: string;
  /** The reason given in the waiver annotation; the caller ignores findings that have one. */
  readonly waived?: string;
}

/** Checks all objects of one app together; the result is in a stable order. */
export function runRules(_objects: readonly LocatedManifest[], _options: RuleOptions = {}): Finding[] {
  return [];
}
