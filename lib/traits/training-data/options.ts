import type { Duration } from 'cdk8s';
import type { SecretSource } from '../../values';
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

/** Data that an init container downloads before the program starts. */
export interface DownloadedInputOptions {
  /** Where the program finds the data. */
  readonly path: string;
  /**
   * Environment variable that has the path.
   *
   * @default - none
   */
  readonly env?: string;
  /**
   * Size of the data, a quantity: bounds the volume that they are downloaded to.
   *
   * @default - not bounded
   */
  readonly size?: string;
  /**
   * A claim that exists, which keeps the data for later runs and for the other pods of a run: each repository, revision and
   * choice of files has a folder of its own. Several pods on several nodes need one that is ReadWriteMany.
   *
   * @default - none: each pod downloads
   */
  readonly cacheClaim?: string;
  /**
   * CPU of the download, a quantity.
   *
   * @default '500m'
   */
  readonly cpu?: string;
}

/** A data set of the Hugging Face hub. */
export interface HuggingFaceInputOptions extends DownloadedInputOptions {
  /** The repository, for example `stanfordnlp/imdb`. */
  readonly repository: string;
  /** A commit or a tag. A branch is refused: what it means changes. */
  readonly revision: string;
  /**
   * The token for gated and private repositories: key `HF_TOKEN`, or the only key.
   *
   * @default - none
   */
  readonly token?: SecretSource;
  /**
   * The files that are downloaded, as patterns of paths in the repository, for example `plain_text/train-*`.
   *
   * @default - all
   */
  readonly include?: string[];
  /**
   * Files that are not downloaded, as patterns of paths in the repository.
   *
   * @default - none
   */
  readonly exclude?: string[];
  /**
   * Image of the init container: `sh`, `python3` and huggingface_hub.
   *
   * @default - a pinned public image that has them
   */
  readonly image?: string;
  /**
   * Memory of the download, a quantity, request and limit.
   *
   * @default '2Gi'
   */
  readonly memory?: string;
}

/** Data that DVC tracks in a git repository. */
export interface DvcInputOptions extends DownloadedInputOptions {
  /** Where git clones the repository from, for example `https://github.com/acme/data.git`. */
  readonly repository: string;
  /** A commit or a tag. A branch is refused: what it means changes. */
  readonly revision: string;
  /** File or folder in the repository, for example `data/images`. */
  readonly target: string;
  /** Image of the init container: `sh`, `git` and `dvc`, with what its remote asks for (`dvc[s3]`). DVC publishes none. */
  readonly image: string;
  /**
   * Remote that the data are in.
   *
   * @default - the default remote of the repository
   */
  readonly remote?: string;
  /**
   * The token for a private repository: key `GIT_TOKEN`, or the only key.
   *
   * @default - none
   */
  readonly token?: SecretSource;
  /**
   * Credentials of the remote, as environment variables: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, for example.
   *
   * @default - the identity of the pod's service account
   */
  readonly credentials?: SecretSource;
  /**
   * Memory of the download, a quantity, request and limit.
   *
   * @default '1Gi'
   */
  readonly memory?: string;
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
