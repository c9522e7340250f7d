import type { Checker } from '../../internal/errors';
import { contentHash } from '../../internal/hash';
import { KEEP_ANNOTATIONS } from '../../internal/labels';
import { checkConfigMapSize, checkVariableSizes, refuseCredential } from '../../internal/literal-data';
import { checkName, type NameRule } from '../../internal/names';

/** A ConfigMap that a workload makes for one of its containers. */
export interface ConfigMapPlan {
  /** Id of the construct that holds it. */
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
  /** True for a hashed name: the content never changes under it. */
  readonly immutable: boolean;
  readonly annotations: Readonly<Record<string, string>>;
  /** Set where the name is stable, so that the pods are replaced when the content changes. */
  readonly checksum?: string;
}

/** How a ConfigMap is named. */
export interface ConfigMapNaming {
  readonly id: string;
  /** The name without the hash of the content. */
  readonly prefix: string;
  /** The user's own name: the ConfigMap is then changed in place. */
  readonly given?: string;
  /** Whether GitOps tools leave a replaced ConfigMap in the cluster. */
  readonly keepOld: boolean;
}

/** The ConfigMap of the data; none where there are no data. */
export function planConfigMap(
  data: Readonly<Record<string, string>> | undefined,
  { id, prefix, given, keepOld }: ConfigMapNaming,
): ConfigMapPlan | undefined {
  if (!data || Object.keys(data).length === 0) return undefined;
  if (given) return { id, name: given, data, immutable: false, annotations: {}, checksum: contentHash(data, 16) };
  const name = `${prefix}-${contentHash(data)}`;
  return { id, name, data, immutable: true, annotations: keepOld ? KEEP_ANNOTATIONS : {} };
}

/** Where the name has a dot or a hyphen, a file was meant. */
const VARIABLE_FIX = 'choose a name of that form; files go into configFiles';

/** Refuses names and values that cannot be environment variables or files, and credentials that are written down. */
export function checkEntries(
  check: Checker,
  data: Readonly<Record<string, string>> = {},
  rule: NameRule,
  entryAt: (key: string) => Checker = (key) => check.at(key),
): void {
  const entries = Object.entries(data);
  for (const [key, value] of entries) {
    // a value of a wrong type was reported with the types
    if (value === undefined) continue;
    checkName(entryAt(key), key, rule, rule === 'configVariable' ? VARIABLE_FIX : undefined);
    refuseCredential(entryAt(key), key, value);
  }
  // variables of this rule stand in the pod; the others become a ConfigMap
  if (rule === 'env') checkVariableSizes(check, data);
  else
    checkConfigMapSize(
      check,
      entries.map(([, value]) => value ?? ''),
    );
}
