import type { Item } from './cluster/item';
import type { ManifestIndex } from './cluster/manifest-index';

/** What an author of manifests must know before apply: `error` fails the run, `warning` is only told. */
export type Severity = 'error' | 'warning';

/** What a rule has found on one object. */
export interface Fault {
  readonly item: Item;
  /** Path of the field at fault, `spec.replicas`. */
  readonly prop: string;
  readonly got: unknown;
  /** A noun phrase. */
  readonly expected: string;
  /** An instruction, naming the objects and fields of this case. */
  readonly fix: string;
}

/** A check across objects. One file each; its texts make the page in docs/, its examples are also its first tests. */
export interface Rule {
  /** Stable: waivers name it. */
  readonly id: string;
  /** `error` only where apply or run time is sure to fail or be dangerous. */
  readonly severity: Severity;
  /** One line that states the fault. */
  readonly title: string;
  /** What happens in the cluster. */
  readonly why: string;
  /** What to do, in general. */
  readonly fix: string;
  /** Complete manifests to which no rule objects. */
  readonly good: string;
  /** Complete manifests to which this rule alone objects. */
  readonly bad: string;
  check(cluster: ManifestIndex): Iterable<Fault>;
}
