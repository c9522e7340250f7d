import type { Item, LocatedManifest } from './cluster/item';
import { ManifestIndex, type RuleOptions } from './cluster/manifest-index';
import { RULES } from './registry';
import type { Fault, Rule, Severity } from './rule';
import { waiversOf } from './waivers';

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
