import type { ObjectPlan } from '../../../internal/object-plan';
import type { DistributionPlan, DistributionRole, Framework } from '../../../values/distribution/plan';
import type { Engine } from '../../shared/engine';
import type { TrainingFeature } from '../features';
import type { TrainingPlan } from '../plan/training-plan';

/** How pods of a run find each other on an engine. */
export interface Addressing {
  /** Host name under which pods of the run reach a pod: `llm-0.llm`. */
  host(role: string, index: number): string;
  /**
   * `fieldRef.fieldPath` with the index of a pod in its role. It is read by fieldRef, not from a variable of the controller:
   * `$(NAME)` expands only names that are earlier in the list, and controllers append theirs.
   */
  readonly indexField?: string;
}

/** What an engine must be asked before the pods are planned. */
export interface RunFacts {
  readonly run: string;
  readonly namespace?: string;
  readonly distribution: DistributionPlan;
}

/** Something that the user asked for and that cannot be carried. */
export interface NotCarried {
  readonly prop: string;
  /** What of the prop, in words. */
  readonly what: string;
  readonly reason: string;
}

/** A name that the user gave to the factory of an engine. */
export interface GivenName {
  /** Keys below `engine`. */
  readonly path: readonly string[];
  readonly name: string;
  readonly rule: 'label' | 'subdomain';
}

/** A system that runs training jobs. */
export interface TrainingEngineDefinition extends Engine<TrainingPlan, TrainingFeature> {
  /** How pods find each other. */
  addressing(facts: RunFacts): Addressing;
  /** Longest name that a run may have, so that the names of its pods and Services are legal. */
  longestName(facts: RunFacts): number;
  /** Variables that the controller gives the pods of a role itself, so that ours would only be hidden. */
  injected(framework: Framework, role: DistributionRole): readonly string[];
  /** Variables of the engine itself, such as the host file of MPI. */
  environment?(facts: RunFacts, role: DistributionRole): Readonly<Record<string, string>>;
  /** Name that the main container must have. */
  container(framework: Framework): string;
  /** `restartPolicy` of the pod template; nothing where the engine has it elsewhere. */
  readonly restartPolicy?: 'Never' | 'OnFailure';
  /** What reads the prop `queue`. */
  readonly queueSystem: 'kueue' | 'volcano';
  /** Where the controller connects from, and to which ports of the pods, where it has to. */
  readonly controller?: { readonly namespace: string; readonly ports: readonly number[] };
  /** What the engine cannot carry for a reason of its options, such as a runtime that somebody else wrote. */
  cannotCarry?(plan: TrainingPlan): readonly NotCarried[];
  /** Names of other objects in the options of the engine, to be checked before they are used. */
  readonly names?: readonly GivenName[];
  /** True where its API has a schedule, for runs of one pod: the pods of a gang must know the name of their run. */
  readonly hasSchedule?: boolean;
  /** The objects that run, among those that the engine made. */
  isRun(object: ObjectPlan): boolean;
  /**
   * What cannot be changed in place, of the objects that the engine made: the hash in the name of the run covers it. Queue,
   * priority, TTL and labels of the object stay outside.
   */
  immutable(objects: readonly ObjectPlan[]): unknown;
}
