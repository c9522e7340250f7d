import type { Fault, Report } from './cluster/fault';
import { Item, type LocatedManifest, membersOf, type ObjectType } from './cluster/item';
import { keptSpec, ManifestIndex, type RuleOptions } from './cluster/manifest-index';
import { podsOf } from './cluster/pods';
import { RULES } from './registry';
import type { Rule, Severity } from './rule';

export type { LocatedManifest } from './cluster/item';
export type { RuleOptions } from './cluster/manifest-index';

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
  const run = new RuleRun(options);
  for (const object of objects) run.add(object);
  return run.findings();
}

/** A rule with its place in the registry, by which findings are sorted. */
interface RankedRule {
  readonly rule: Rule;
  readonly rank: number;
}

const RANKED: readonly RankedRule[] = RULES.map((rule, rank) => ({ rule, rank }));
const OF_PODS = RANKED.filter(({ rule }) => rule.pods);
const OF_CLUSTER = RANKED.filter(({ rule }) => rule.cluster);

/**
 * Checks objects one by one as they are added, then together. An object that was added is not referred to any more: what
 * the rules compare of it is kept in an index.
 */
export class RuleRun {
  private readonly cluster: ManifestIndex;
  private readonly found: { readonly item: Item; readonly rank: number; readonly finding: Finding }[] = [];
  private readonly ofType = new Map<ObjectType, readonly RankedRule[]>();
  private readonly reports: readonly Report[];
  private count = 0;

  constructor(options: RuleOptions = {}) {
    this.cluster = new ManifestIndex(options);
    this.reports = RANKED.map(
      ({ rule, rank }) =>
        (fault: Fault) =>
          void this.found.push({ item: fault.item, rank, finding: findingOf(rule, fault) }),
    );
  }

  add(object: LocatedManifest): void {
    for (const { manifest, where } of membersOf(object)) this.addItem(new Item(manifest, where, this.count++));
  }

  /** All findings, in the order of the objects, then of the rules. Ends the run. */
  findings(): Finding[] {
    this.cluster.complete();
    for (const { rule, rank } of OF_CLUSTER) rule.cluster?.(this.cluster, this.reports[rank]);
    // the sort is stable: what one rule finds on one object stays in its order
    return this.found.sort((a, b) => a.item.order - b.item.order || a.rank - b.rank).map(({ finding }) => finding);
  }

  private addItem(item: Item): void {
    const pods = podsOf(item);
    for (const { rule, rank } of this.rulesOf(item.type)) rule.object?.(item, this.reports[rank], this.cluster);
    for (const each of pods) for (const { rule, rank } of OF_PODS) rule.pods?.(each, this.reports[rank], this.cluster);
    this.cluster.add(item, pods);
    item.release(keptSpec(item));
  }

  /** The rules that check objects of the type by themselves. */
  private rulesOf(type: ObjectType): readonly RankedRule[] {
    const known = this.ofType.get(type);
    if (known) return known;
    const found = RANKED.filter(({ rule }) => rule.object && isFor(rule, type));
    this.ofType.set(type, found);
    return found;
  }
}

function isFor({ kinds }: Rule, type: ObjectType): boolean {
  return kinds === undefined || (typeof kinds === 'function' ? kinds(type) : kinds.includes(type.id));
}

function findingOf(rule: Rule, { item, prop, got, expected, fix, severity }: Fault): Finding {
  const reason = item.waivers.find((waiver) => waiver.rule === rule.id)?.reason;
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    object: item.title,
    where: item.where,
    prop,
    got,
    expected,
    fix,
    waived: reason || undefined,
  };
}
