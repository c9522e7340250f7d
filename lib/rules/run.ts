import type { Item } from './cluster/item';
import { ManifestIndex } from './cluster/manifest-index';
import { RULES } from './registry';
import type { Fault, Rule } from './rule';
import { waiversOf } from './waivers';

/** What an author of manifests must know before apply: `error` fails the run, `warning` is only told. */
export type Severity = 'error' | 'warning';

/** One parsed Kubernetes object and the place it came from: a construct path, or file#index. */
export interface LocatedManifest {
  readonly manifest: Record<string, any>;
  readonly where: string;
}

export interface RuleOptions {
  /** Objects that exist outside these manifests: Kind/namespace/name, or Kind/name for any namespace; `:KEY1+KEY2` may follow. */
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

/** Checks all objects of one app together; findings come in the order of the objects, then of the rules. */
export function runRules(objects: readonly LocatedManifest[], options: RuleOptions = {}): Finding[] {
  const cluster = new ManifestIndex(objects, options);
  const found: { readonly item: Item; readonly finding: Finding }[] = [];
  for (const rule of RULES)
    for (const fault of rule.check(cluster)) found.push({ item: fault.item, finding: findingOf(rule, fault) });
  // the sort is stable, so within an object the order of the rules stays
  return found.sort((a, b) => a.item.order - b.item.order).map(({ finding }) => finding);
}

function findingOf(rule: Rule, { item, prop, got, expected, fix }: Fault): Finding {
  const reason = waiversOf(item).find((waiver) => waiver.rule === rule.id)?.reason;
  return {
    rule: rule.id,
    severity: rule.severity,
    object: item.title,
    where: item.where,
    prop,
    got,
    expected,
    fix,
    waived: reason || undefined,
  };
}
