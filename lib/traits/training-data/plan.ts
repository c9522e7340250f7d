import type { EnvVar, PersistentVolumeClaim, Volume, VolumeMount } from '../../internal/kubernetes';
import type { ClusterTarget } from '../../values/cluster-target';
import type { SecretPlan } from '../../values/secret/plan';

/** A claim that a job makes, for checkpoints or outputs. It has no hash in its name, and is kept when the job goes. */
export interface ClaimPlan {
  /** Id of the construct that holds it. */
  readonly id: string;
  readonly name: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: NonNullable<PersistentVolumeClaim['spec']>;
}

/** An init container that fetches data before the program starts. */
export interface FetchPlan {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly EnvVar[];
  /** Numeric user of the image. */
  readonly user: number;
  readonly cpu: string;
  readonly memory: string;
  readonly mounts: readonly VolumeMount[];
}

/** What inputs, outputs and checkpoints bring into the pods of a run. */
export interface RunDataPlan {
  /** Environment of the main container. */
  readonly env: Readonly<Record<string, string>>;
  /** Volumes of the pod. */
  readonly volumes: readonly { readonly volume: Volume; readonly expected?: string }[];
  /** Mounts of the main container. */
  readonly mounts: readonly VolumeMount[];
  readonly fetches: readonly FetchPlan[];
  readonly claims: readonly ClaimPlan[];
  /** `Kind/name` of objects that have to exist. */
  readonly needs: readonly string[];
  readonly secrets: readonly SecretPlan[];
  /** Longest time that saving takes at the end of a pod. */
  readonly saveSeconds?: number;
}

/** Facts that data of a run depend on. */
export interface RunDataContext {
  readonly workloadName: string;
  /** Stands for the name of the run, in paths. */
  readonly run: string;
  /** Pods of the run that mount the data. */
  readonly pods: number;
  readonly target: ClusterTarget;
}
