import type { Json } from '../json';

/** The shape of a Kubernetes PodTemplateSpec. What is in it is the author's and may be anything. */
export interface PodTemplate {
  readonly metadata?: Json;
  readonly spec: Json;
}

/** Pods that an object makes from one template. */
export interface PodSet {
  /** Role of the pods in their object, for example `worker`; empty where the object has one kind of pod only. */
  readonly name: string;
  /** Path of the template in the object, for messages: `spec.replicatedJobs[worker].template.spec.template`; empty for a Pod. */
  readonly path: string;
  /** The same path as keys and positions, for programs. */
  readonly keys: readonly (string | number)[];
  /** Path of the object that holds the fields of the pod's spec. */
  readonly specPath: string;
  /**
   * The template. It is the object in the manifest itself, except where the kind keeps pods in another shape (KServe, Argo
   * Workflows, TrainJob): there it is assembled, and `composed` is true.
   */
  readonly template: PodTemplate;
  readonly composed: boolean;
  /** How many of the pods run at once, as far as the manifest says; for a set with `perNode`, on one node. */
  readonly count: number;
  /** The most pods at once, where the object scales them itself. */
  readonly maxCount?: number;
  /** Path of the label selector that must match the labels of the template, where the kind has one. */
  readonly selector?: string;
  /** One pod on each node (DaemonSet). */
  readonly perNode: boolean;
  /** The object makes no pods: other objects refer to it (TrainingRuntime, WorkflowTemplate). */
  readonly reusable: boolean;
  /** The controller adds to the pod what is written elsewhere, so that a missing field proves nothing. */
  readonly partial: boolean;
  /** These pods do not run at the same time as the other pods of the object. */
  readonly separate: boolean;
  /** Paths of containers that are outside of the lists of the pod's spec, by container. */
  readonly placed?: ReadonlyMap<unknown, string>;
}

/** One place in a kind of object that holds pods: a row of the table. */
export interface PodPlace {
  /** Path of the template. `*` means every entry of a list or map. Empty where the object is the pod itself. */
  readonly path: string;
  /** Role of the pods; without it, the name of the entry at the last `*`. */
  readonly name?: string;
  /** How many pods run at once; one where it is left out. `entry` is the object at the last `*`. */
  readonly count?: (manifest: Json, entry: Json) => number;
  readonly maxCount?: (manifest: Json, entry: Json) => number | undefined;
  readonly selector?: string;
  readonly perNode?: boolean;
  readonly reusable?: boolean;
  readonly partial?: boolean | ((template: PodTemplate) => boolean);
  readonly separate?: boolean | ((entry: Json) => boolean);
  /** Makes a template of what stands at the path, where that is not a PodTemplateSpec; undefined where there is no pod. */
  readonly compose?: (value: Json, path: string, manifest: Json, entry: Json) => Composed | undefined;
  /** The object at the path is a whole manifest of any kind, which has pod sets of its own. */
  readonly nested?: boolean;
}

export interface Composed {
  readonly template: PodTemplate;
  readonly specPath: string;
  readonly placed?: ReadonlyMap<unknown, string>;
}

/** Places of pods by `group/Kind`, the core group being the empty one. */
export type PodKinds = Readonly<Record<string, readonly PodPlace[]>>;
