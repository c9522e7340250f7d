import type { Item } from './item';

/** `error` fails the run; `warning` is reported only. */
export type Severity = 'error' | 'warning';

/** What a rule has found on one object. */
export interface Fault {
  readonly item: Item;
  /** Path of the field at fault, `spec.replicas`. */
  readonly prop: string;
  readonly got: unknown;
  /** A noun phrase. */
  readonly expected: string;
  /** An instruction that names the objects and fields of this case. */
  readonly fix: string;
  /** Set where this case is less sure than the rule. */
  readonly severity?: 'warning';
}

/** Takes the faults that a rule finds. */
export type Report = (fault: Fault) => void;
