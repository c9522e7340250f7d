import type { Duration } from 'cdk8s';
import type {
  Checkpoints,
  Cleanup,
  Fabric,
  FailurePolicy,
  Queue,
  Run,
  Schedule,
  Tracking,
  TrainingInput,
  TrainingOutput,
} from '../../traits';
import type { Compute, Distribution } from '../../values';
import type { WorkloadNames, WorkloadProps } from '../shared/workload-props';
import type { TrainingEngine } from './engines/training-engine';

/** Names of the objects that a `TrainingJob` makes. The object that runs is named by `run`. */
export interface TrainingJobNames extends WorkloadNames {
  /**
   * Name of the claim of `checkpoints`.
   *
   * @default - the name of the job and `-checkpoints`
   */
  readonly checkpoints?: string;
}

/** A program that trains a model, and how it is run. */
export interface TrainingJobProps extends WorkloadProps {
  /** Image of the program with a tag or a digest: `containers[].image`. `latest` is refused. */
  readonly image: string;
  /** What one pod needs: the `resources` of the main container. Roles of a distribution can have their own. */
  readonly compute: Compute;
  /**
   * The program: `containers[].command`.
   *
   * @default - the entry point of the image
   */
  readonly command?: string[];
  /**
   * Arguments of the program: `containers[].args`.
   *
   * @default - those of the image
   */
  readonly args?: string[];
  /**
   * How the program runs in several pods.
   *
   * @default - in one pod
   */
  readonly distribution?: Distribution;
  /**
   * The system that runs the job.
   *
   * @default - plain Kubernetes: a Job
   */
  readonly engine?: TrainingEngine;
  /**
   * The queue that admits the job.
   *
   * @default - none: the pods start when nodes have room
   */
  readonly queue?: Queue;
  /**
   * A fast network between the pods, such as InfiniBand: their adapters, and the variables by which NCCL uses them.
   *
   * @default - none: nothing is set
   */
  readonly fabric?: Fabric;
  /**
   * What happens when a pod fails.
   *
   * @default - 3 restarts: of all pods together where several train together, else of the pod
   */
  readonly failure?: FailurePolicy;
  /**
   * Longest time that the job may run: `activeDeadlineSeconds`, which some engines count for each attempt.
   *
   * @default Duration.hours(24)
   */
  readonly deadline?: Duration;
  /**
   * How the run is named, and so when the job runs again.
   *
   * @default - the id and a hash of what runs: a changed job is a new run, an unchanged one never runs twice
   */
  readonly run?: Run;
  /**
   * When the finished run is removed: `ttlSecondsAfterFinished`.
   *
   * @default - never: the object keeps the run from running again
   */
  readonly cleanup?: Cleanup;
  /**
   * Starts the job again and again.
   *
   * @default - it runs once
   */
  readonly schedule?: Schedule;
  /**
   * Data that the program reads.
   *
   * @default - none
   */
  readonly inputs?: TrainingInput[];
  /**
   * Where the program writes its results.
   *
   * @default - none
   */
  readonly outputs?: TrainingOutput[];
  /**
   * Where the program keeps checkpoints, and how it resumes from them.
   *
   * @default - none: a restarted run begins again
   */
  readonly checkpoints?: Checkpoints;
  /**
   * Experiment tracking server.
   *
   * @default - none
   */
  readonly tracking?: Tracking;
  /**
   * Names of single objects.
   *
   * @default - the name of the job for all
   */
  readonly names?: TrainingJobNames;
}
