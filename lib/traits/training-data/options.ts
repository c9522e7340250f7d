import type { Duration } from 'cdk8s';
import type { VolumeAccess } from '../cache/options';

/** Data on a claim that exists. */
export interface ClaimInputOptions {
  /** Folder in which the program finds the data. */
  readonly path: string;
  /**
   * Environment variable that has the path.
   *
   * @default - none
   */
  readonly env?: string;
  /**
   * Folder of the claim: `subPath`.
   *
   * @default - the whole claim
   */
  readonly subPath?: string;
}

/** Data that an init container fetches, or that are an image, before the program starts. */
export interface FetchedInputOptions {
  /**
   * Environment variable that has the path of the data.
   *
   * @default - none
   */
  readonly env?: string;
}

/** A claim that exists, for results. */
export interface ClaimOutputOptions {
  /** Folder that the program writes to. */
  readonly path: string;
  /**
   * Environment variable that has the path.
   *
   * @default - none
   */
  readonly env?: string;
  /**
   * Folder of the claim: `subPath`.
   *
   * @default - the whole claim
   */
  readonly subPath?: string;
  /**
   * Who may mount the claim at once, as it was made. Several pods on several nodes need `READ_WRITE_MANY`.
   *
   * @default - not known
   */
  readonly access?: VolumeAccess;
}

/** An object store that the program itself writes to. */
export interface StoreOutputOptions {
  /** Environment variable that has the address. */
  readonly env: string;
}

/** How the program keeps checkpoints, wherever they are. */
export interface CheckpointOptions {
  /**
   * Environment variable that has the folder or address of the checkpoints of this run.
   *
   * @default 'CHECKPOINT_DIR'
   */
  readonly env?: string;
  /**
   * Environment variable that has the folder or address from which the program resumes: that of this run, or of the run
   * named by `resumeFrom`.
   *
   * @default - none: the program looks at its own checkpoints
   */
  readonly resumeEnv?: string;
  /**
   * Name of an earlier run to resume from, for example `llm-1a2b3c4d`.
   *
   * @default - this run
   */
  readonly resumeFrom?: string;
  /**
   * Longest time that saving takes after SIGTERM: the pod is given that long, `terminationGracePeriodSeconds`.
   *
   * @default - the program saves periodically only
   */
  readonly saveTime?: Duration;
}

/** Checkpoints on a claim that the job makes, and that is kept when the job goes. */
export interface CheckpointClaimOptions extends CheckpointOptions {
  /** How large it is, a quantity, for example `2Ti`. */
  readonly size: string;
  /** Folder in which the claim is mounted; each run writes to a folder of its own name in it. */
  readonly path: string;
  /**
   * Kind of storage, `storageClassName`; an empty text for a volume that was made by hand.
   *
   * @default - the cluster's default
   */
  readonly storageClass?: string;
  /**
   * Who may mount it at once. Several pods on several nodes need `READ_WRITE_MANY`.
   *
   * @default - `READ_WRITE_MANY` where several pods train together; else `READ_WRITE_ONCE`
   */
  readonly access?: VolumeAccess;
  /**
   * Name of the claim.
   *
   * @default - the name of the job and `-checkpoints`
   */
  readonly name?: string;
}

/** Checkpoints on a claim that exists. */
export interface CheckpointExistingOptions extends CheckpointOptions {
  /** Folder in which the claim is mounted; each run writes to a folder of its own name in it. */
  readonly path: string;
  /**
   * Who may mount the claim at once, as it was made.
   *
   * @default - not known
   */
  readonly access?: VolumeAccess;
}

/** An experiment tracking server of somebody else. */
export interface TrackingOptions {
  /**
   * Name of the experiment: `MLFLOW_EXPERIMENT_NAME`.
   *
   * @default - the server's default experiment
   */
  readonly experiment?: string;
  /**
   * Environment variable that has the address.
   *
   * @default 'MLFLOW_TRACKING_URI'
   */
  readonly env?: string;
}
