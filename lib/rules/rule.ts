import type { Report, Severity } from './cluster/fault';
import type { Item, ObjectType } from './cluster/item';
import type { ManifestIndex } from './cluster/manifest-index';
import type { Pods } from './cluster/pods';

export type { Fault, Report, Severity } from './cluster/fault';

/** What the objects are for. */
export interface Target {
  /** Minor version of Kubernetes. */
  readonly minor: number;
}

/**
 * A rule. One file each; its texts make the page in docs/, its examples are also its first tests. Objects are checked one
 * by one as they come in, and then together.
 */
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
  /** Checks one object by itself: of one of these kinds (`group/Kind`), of a type that the function accepts, or any. */
  readonly kinds?: readonly string[] | ((type: ObjectType) => boolean);
  readonly object?: (item: Item, report: Report, target: Target) => void;
  /** Checks the pods of one object by themselves. */
  readonly pods?: (pods: Pods, report: Report, target: Target) => void;
  /** Checks all objects together. The objects' own content is no longer there, only what the index keeps. */
  readonly cluster?: (cluster: ManifestIndex, report: Report) => void;
}
